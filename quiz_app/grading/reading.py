"""A typed number, read: what it says, typeset, and what it is worth."""

from __future__ import annotations

from msgspec import Struct

from quiz_app.errors import QuizError
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import ExpressionError, Negative, Number, Tree, parse

_EXAMPLES = "Type one number, such as 0.25, 1/4 or -ln(0.7)."


class Reading(Struct, frozen=True):
    """A learner's number: the expression as typed and its value."""

    tree: Tree
    value: float


def read_number(text: str) -> Reading:
    """Read a decimal, a fraction or an expression of numbers.

    Raises QuizError saying what cannot be read, or what has no value.
    """
    if not text.strip():
        raise QuizError("There is no answer yet.", _EXAMPLES)
    tree = parse(text, names=())
    value = evaluate(tree)
    if not isinstance(value, float):
        raise QuizError("This is not one number.", _EXAMPLES)
    return Reading(tree, value)


def objection(text: str, error: QuizError) -> str:
    """What is wrong with a typed text, beginning with the place where that helps to find it."""
    if isinstance(error, ExpressionError) and 0 < error.offset < len(text):
        return f"At character {error.offset + 1}: {error}"
    return str(error)


def is_plain(tree: Tree) -> bool:
    """Whether an expression is a number and no more, so that its value need not be added."""
    return isinstance(tree.operand if isinstance(tree, Negative) else tree, Number)
