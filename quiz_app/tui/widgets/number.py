"""Typing a number, or several."""

from __future__ import annotations

from collections.abc import Sequence

from quiz_app.grading.preview import preview
from quiz_app.maths.layout import Glyphs
from quiz_app.tui.widgets.typed import TypedAnswer
from quiz_app.variants import Variant
from quiz_app.variants.answer import shape

# What to type for one number, for a list and for a matrix.
_PLACEHOLDERS = (
    "a number, a fraction or an expression",
    "numbers with commas between: 0.1, 1/2",
    "rows with semicolons between: 1, 2; 3, 4",
)


class NumberAnswer(TypedAnswer):
    """A line for a number or for an array of the shape that is wanted."""

    def __init__(self, variant: Variant, glyphs: Glyphs) -> None:
        self._wanted = () if variant.answer is None else shape(variant.answer)
        super().__init__(variant, glyphs, _PLACEHOLDERS[len(self._wanted)])

    def reading(self, text: str, width: int) -> Sequence[str]:
        """The expression, and what it is worth."""
        return preview(text, width, self._glyphs, self._wanted)
