"""What a half-typed number, or several, says so far, typeset."""

from __future__ import annotations

from textwrap import wrap

from quiz_app.errors import QuizError
from quiz_app.grading.echo import in_a_box
from quiz_app.grading.reading import is_plain
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import ExpressionError, complete, parse
from quiz_app.maths.layout import Glyphs
from quiz_app.variants.answer import answer_text
from quiz_app.variants.computing import as_answer


def preview(text: str, width: int, glyphs: Glyphs, wanted: tuple[int, ...] = ()) -> tuple[str, ...]:
    """The lines that show how a text is read and what it is worth.

    ``wanted`` is the shape of the answer, () for one number. An unfinished text is shown as far
    as it goes, its brackets closed; there are no lines before there is something to show. What
    cannot be read or has no value is said below it.
    """
    begun = complete(text)
    if not begun.strip():
        return ()
    try:
        tree = parse(begun, names=(), listed=bool(wanted))
    except ExpressionError as error:
        return _objection(error, width)
    box = in_a_box(begun, tree, width, glyphs)
    if is_plain(tree):
        return box.lines
    try:
        value = evaluate(tree)
    except QuizError as error:
        return (*box.lines, *_objection(error, width))
    worth = f" = {answer_text(as_answer(value), 6, glyphs)}"
    if box.width + len(worth) > width:
        return (*box.lines, *wrap(worth.strip(), width))
    return tuple(
        line + worth if row == box.baseline else line for row, line in enumerate(box.lines)
    )


def _objection(error: QuizError, width: int) -> tuple[str, ...]:
    return tuple(wrap(f"? {error.problem}", width))
