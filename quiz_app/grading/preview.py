"""What a half-typed number says so far, typeset."""

from __future__ import annotations

from textwrap import wrap

from quiz_app.errors import QuizError
from quiz_app.grading.reading import is_plain
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import ExpressionError, complete, parse
from quiz_app.maths.layout import Glyphs, fit, number_text


def preview(text: str, width: int, glyphs: Glyphs) -> tuple[str, ...]:
    """The lines that show how a text is read and what it is worth.

    An unfinished text is shown as far as it goes, its brackets closed; there are no lines before
    there is something to show. What cannot be read or has no value is said below it.
    """
    begun = complete(text)
    if not begun.strip():
        return ()
    try:
        tree = parse(begun, names=())
    except ExpressionError as error:
        return _objection(error, width)
    box = fit(tree, width, glyphs)
    if is_plain(tree):
        return box.lines
    try:
        value = evaluate(tree)
    except QuizError as error:
        return (*box.lines, *_objection(error, width))
    if not isinstance(value, float):
        return box.lines
    worth = f" = {number_text(value, 6, glyphs)}"
    if box.width + len(worth) > width:
        return (*box.lines, worth.strip())
    return tuple(
        line + worth if row == box.baseline else line for row, line in enumerate(box.lines)
    )


def _objection(error: QuizError, width: int) -> tuple[str, ...]:
    return tuple(wrap(f"? {error.problem}", width))
