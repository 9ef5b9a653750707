"""The right answer of a question, or what a mistake makes of it: one number or several."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from quiz_app.maths.layout import Glyphs

# A number, a list of numbers, or the rows of a matrix.
Answer: TypeAlias = float | tuple["Answer", ...]


def entries(answer: Answer) -> tuple[float, ...]:
    """The numbers one after another, a matrix row by row."""
    if isinstance(answer, tuple):
        return tuple(number for part in answer for number in entries(part))
    return (answer,)


def shape(answer: Answer) -> tuple[int, ...]:
    """How many numbers there are along each axis; () for a single number."""
    return (len(answer), *shape(answer[0])) if isinstance(answer, tuple) else ()


def each(change: Callable[[float], float], answer: Answer) -> Answer:
    """The same with every number changed."""
    if isinstance(answer, tuple):
        return tuple(each(change, part) for part in answer)
    return change(answer)


def answer_text(answer: Answer, digits: int, glyphs: Glyphs | None = None) -> str:
    """The numbers to so many significant digits, a list in square brackets."""
    from quiz_app.maths.layout import UNICODE, number_text

    if isinstance(answer, tuple):
        return f"[{', '.join(answer_text(part, digits, glyphs) for part in answer)}]"
    return number_text(answer, digits, glyphs or UNICODE)
