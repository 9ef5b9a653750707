"""How a half-typed formula is read, typeset."""

from __future__ import annotations

from collections.abc import Collection
from textwrap import wrap

from quiz_app.errors import QuizError
from quiz_app.grading.expression.reading import read_formula
from quiz_app.maths.expression import complete
from quiz_app.maths.layout import Glyphs, fit


def formula_preview(
    text: str, names: Collection[str], width: int, glyphs: Glyphs
) -> tuple[str, ...]:
    """The lines that show how a formula in these names is read, as far as it goes.

    There are none before there is something to show; what cannot be read is said instead.
    """
    begun = complete(text)
    if not begun.strip():
        return ()
    try:
        tree = read_formula(begun, names)
    except QuizError as error:
        return tuple(wrap(f"? {error.problem}", width))
    return fit(tree, width, glyphs).lines
