"""A typed number, or several: what the text says and what it is worth."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from quiz_app.errors import QuizError
from quiz_app.grading.sentences import in_words
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import ExpressionError, Negative, Number, Tree, Vector, parse
from quiz_app.variants.answer import Answer, shape

_Worth = TypeVar("_Worth", float, Answer)

_ONE = "Type one number, such as 0.25, 1/4 or -ln(0.7)."
_LIST = "Type them with commas between, such as 0.1, 1/2."
_MATRIX = "Type its rows with semicolons between, such as 1, 2; 3, 4."
_POINTS = "Commas part the numbers; write decimals with a point, such as 0.1."

_COMMA_IN_DIGITS = re.compile(r"[0-9],[0-9]")


class Reading(Struct, Generic[_Worth], frozen=True):
    """A learner's answer: the expression as typed and its value."""

    tree: Tree
    value: _Worth


def read_number(text: str) -> Reading[float]:
    """Read a decimal, a fraction or an expression of numbers.

    Raises QuizError saying what cannot be read, or what has no value.
    """
    reading = read_answer(text, ())
    assert isinstance(reading.value, float)
    return Reading(reading.tree, reading.value)


def read_answer(text: str, wanted: tuple[int, ...]) -> Reading[Answer]:
    """Read as many numbers as the shape has: ``[1, 2]`` or ``1, 2``, rows as ``1, 2; 3, 4``.

    Raises QuizError saying what cannot be read, has no value, or is not of the shape.
    """
    if not text.strip():
        raise QuizError("There is no answer yet.", _remedy(wanted))
    tree = parse(text, names=(), listed=bool(wanted))
    value = _plain(np.asarray(evaluate(tree)))
    if shape(value) == wanted:
        return Reading(tree, value)
    problem = f"{_asked(wanted)} asked for, you gave {_described(shape(value))}."
    if wanted and _COMMA_IN_DIGITS.search(text):
        raise QuizError(problem, _POINTS)
    raise QuizError(problem, _remedy(wanted))


def objection(text: str, error: QuizError) -> str:
    """What is wrong with a typed text, beginning with the place where that helps to find it."""
    if isinstance(error, ExpressionError) and 0 < error.offset < len(text):
        return f"At character {error.offset + 1}: {error}"
    return str(error)


def is_plain(tree: Tree) -> bool:
    """Whether an expression is made of numbers and no more, so that no value need be added."""
    return all(
        isinstance(part.operand if isinstance(part, Negative) else part, Number)
        for part in parts(tree)
    )


def parts(tree: Tree) -> tuple[Tree, ...]:
    """The expressions in a list or matrix one after another; any other is alone."""
    if isinstance(tree, Vector):
        return tuple(part for item in tree.items for part in parts(item))
    return (tree,)


def _plain(array: NDArray[np.float64]) -> Answer:
    return tuple(map(_plain, array)) if array.ndim else float(array)


def _asked(wanted: tuple[int, ...]) -> str:
    described = _described(wanted)
    verb = "is" if len(wanted) != 1 else "are"
    return f"{described[0].upper()}{described[1:]} {verb}"


def _described(of: tuple[int, ...]) -> str:
    match of:
        case () | (1,):
            return "one number"
        case (count,):
            return f"{in_words(count)} numbers"
        case (rows, columns):
            lines = f"{in_words(rows)} row{'s' * (rows > 1)}"
            return f"a matrix of {lines} and {in_words(columns)} column{'s' * (columns > 1)}"
        case _:
            return "an array of more axes than a matrix"


def _remedy(wanted: tuple[int, ...]) -> str:
    return (_ONE, _LIST, _MATRIX)[len(wanted)]
