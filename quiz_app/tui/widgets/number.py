"""Typing a number, with what was read shown back, typeset, at every key."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from quiz_app.grading import Verdict
from quiz_app.grading.preview import preview
from quiz_app.maths.layout import Glyphs
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant
from quiz_app.variants.answer import shape

# What to type for one number, for a list and for a matrix.
_PLACEHOLDERS = (
    "a number, a fraction or an expression",
    "numbers with commas between: 0.1, 1/2",
    "rows with semicolons between: 1, 2; 3, 4",
)


class NumberAnswer(AnswerArea):
    """An input line and below it the reading, or what keeps it from being read."""

    def __init__(self, variant: Variant, glyphs: Glyphs) -> None:
        super().__init__(variant)
        self._glyphs = glyphs
        self._wanted = () if variant.answer is None else shape(variant.answer)

    def compose(self) -> ComposeResult:
        """The line to type in, and its echo."""
        yield Input(placeholder=_PLACEHOLDERS[len(self._wanted)], compact=True)
        yield Words(id="echo")

    def begin(self) -> None:
        """Put the cursor into the line."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _show_reading(self, event: Input.Changed) -> None:
        echo = self.query_one("#echo", Words)
        echo.remove_class("objection")
        width = max(20, self.content_size.width - 1)
        echo.say("\n".join(preview(event.value, width, self._glyphs, self._wanted)))

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(event.value))

    def object(self, problem: str) -> None:
        """Say under the line what could not be read."""
        echo = self.query_one("#echo", Words)
        echo.add_class("objection")
        echo.say(f"? {problem}")

    def conclude(self, verdict: Verdict) -> None:
        """Leave the answer standing as it was read."""
        self.query_one(Input).disabled = True
        self.query_one("#echo", Words).display = False
        self.query_one(Input).value = verdict.read_as
