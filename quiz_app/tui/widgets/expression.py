"""Typing a formula, with what was read shown back, typeset, at every key."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input

from quiz_app.bank.model import ExpressionQuestion
from quiz_app.grading import Verdict
from quiz_app.grading.expression.preview import formula_preview
from quiz_app.maths.layout import Glyphs
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant


class ExpressionAnswer(AnswerArea):
    """An input line and below it the reading, or what keeps it from being read."""

    def __init__(self, variant: Variant, item: ExpressionQuestion, glyphs: Glyphs) -> None:
        super().__init__(variant)
        self._names = (*(variable.name for variable in item.variables), *variant.values)
        self._item = item
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The line to type in, and its echo."""
        yield Input(placeholder="a formula, such as ½(p − y)² or sigmoid(z)", compact=True)
        yield Words(id="echo")

    @work(thread=True, exit_on_error=False)
    def _prepare(self) -> None:
        # NumPy is loaded and the right values are computed while the question is read.
        from quiz_app.grading.expression.judge import prepare

        prepare(self.variant, self._item)

    def begin(self) -> None:
        """Put the cursor into the line."""
        self.query_one(Input).focus()
        self._prepare()

    @on(Input.Changed)
    def _show_reading(self, event: Input.Changed) -> None:
        echo = self.query_one("#echo", Words)
        echo.remove_class("objection")
        width = max(20, self.content_size.width - 1)
        echo.say("\n".join(formula_preview(event.value, self._names, width, self._glyphs)))

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
