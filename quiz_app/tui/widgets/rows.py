"""What the ways of answering in rows have in common."""

from __future__ import annotations

from quiz_app.grading import Verdict
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant


class RowsAnswer(AnswerArea, can_focus=True):
    """Rows, one of them pointed at, and a line ``#echo`` that says what to press."""

    def __init__(self, variant: Variant) -> None:
        super().__init__(variant)
        self._pointed = 0
        self._concluded = False

    def draw(self) -> None:
        """Draw the rows as they now are."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Draw the rows."""
        self.draw()

    def begin(self) -> None:
        """Take the keys."""
        self.focus(scroll_visible=False)

    def object(self, problem: str) -> None:
        """Say what is missing, or could not be read."""
        self.query_one("#echo", Words).say(f"? {problem}")

    def conclude(self, verdict: Verdict) -> None:
        """Take no more keys; the rows tell what was right."""
        self._concluded = True
        self.can_focus = False
        self.query_one("#echo", Words).display = False
        self.draw()

    def _look(self, rows: str) -> None:
        """Keep the row pointed at in sight."""
        row = self.query(rows)[self._pointed]
        self.call_after_refresh(row.scroll_visible, animate=False)
