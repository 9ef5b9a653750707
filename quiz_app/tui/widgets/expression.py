"""Typing a formula."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work

from quiz_app.bank.model import ExpressionQuestion
from quiz_app.grading.expression.preview import formula_preview
from quiz_app.maths.layout import Glyphs
from quiz_app.tui.widgets.typed import TypedAnswer
from quiz_app.variants import Variant


class ExpressionAnswer(TypedAnswer):
    """A line for a formula in the variables of the question."""

    def __init__(self, variant: Variant, item: ExpressionQuestion, glyphs: Glyphs) -> None:
        super().__init__(variant, glyphs, "a formula, such as ½(p − y)² or sigmoid(z)")
        self._names = (*(variable.name for variable in item.variables), *variant.values)
        self._item = item

    def reading(self, text: str, width: int) -> Sequence[str]:
        """The formula as far as it was typed."""
        return formula_preview(text, self._names, width, self._glyphs)

    def begin(self) -> None:
        """Put the cursor into the line."""
        super().begin()
        self._prepare()

    @work(thread=True, exit_on_error=False)
    def _prepare(self) -> None:
        # NumPy is loaded and the right values are computed while the question is read.
        from quiz_app.grading.expression.judge import prepare

        prepare(self.variant, self._item)
