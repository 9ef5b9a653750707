"""Drawing until the right answer and every recognised mistake are told apart."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property, lru_cache

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from quiz_app.bank.model import Computed, Fixed, NumberQuestion, Numbers
from quiz_app.errors import QuizError
from quiz_app.variants.author_expression import AuthorExpression, author_expression
from quiz_app.variants.computing import Value, compute, known_mistakes
from quiz_app.variants.filling import filled
from quiz_app.variants.given import given_values
from quiz_app.variants.recognised import Recognised
from quiz_app.variants.tolerance import allowance

# Draws that are tried before a question is given up; one of the first few is the rule.
_TRIALS = 200

# A mistake that gives the right number in each of so many draws is none on this question:
# the mean of a single sample is also its sum.
_PROBES = 24

# What float64 may leave of an exact zero where numbers near one are subtracted.
_NOISE = 1e-15


class Draw(Struct, frozen=True):
    """The values of one trial, the right answer on them and what the mistakes give."""

    values: dict[str, Numbers]
    answer: float
    mistakes: tuple[Recognised, ...]


def accepted_draw(item: NumberQuestion, seed: int) -> Draw:
    """The first draw on which no recognised mistake lies within twice the tolerance.

    A mistake of a loss that gives nothing but the right number here is not recognised. Raises
    QuizError when the answer cannot be computed, and when there is no such draw.
    """
    drawing = _drawing(item)
    passing: list[frozenset[str]] = []
    for trial in range(_TRIALS if drawing.differs else 1):
        draw = drawing.draw(seed, trial)
        close = drawing.too_close(draw)
        wrong = close - drawing.never_wrong if close else close
        if not wrong:
            return drawing.worded(draw, without=close)
        passing.append(wrong)
    names = frozenset.intersection(*passing) or passing[-1]
    raise QuizError(
        f"No draw of {item.id} tells every mistake from the right answer: "
        f"{', '.join(sorted(names))} would pass.",
        "Widen what is drawn under 'given' or make the tolerance smaller.",
    )


class _Drawing:
    """How one number question is drawn, its expressions read once."""

    def __init__(self, item: NumberQuestion) -> None:
        self._item = item
        self._answer = author_expression(item.answer)
        self._authors = frozenset(mistake.name for mistake in item.mistakes)
        # A mistake that the author describes takes the place of the loss's own of that name.
        self._known = {
            name: say
            for name, say in known_mistakes(self._answer).items()
            if name not in self._authors
        }

    @property
    def differs(self) -> bool:
        """Whether one draw is not like the other."""
        return not all(isinstance(draw, Fixed | Computed) for _, draw in self._item.given)

    def draw(self, seed: int, trial: int) -> Draw:
        """The values, the right answer and the mistakes of one trial."""
        given = given_values(self._item, seed, trial)
        answer = self._right(given.numbers)
        with_answer = {**given.numbers, "answer": answer}
        of_loss = [
            Recognised(name, self._wrong(name, given.numbers), say)
            for name, say in self._known.items()
        ]
        of_author = [
            Recognised(
                mistake.name, _number(author_expression(mistake.answer), with_answer), mistake.say
            )
            for mistake in self._item.mistakes
        ]
        possible = tuple(m for m in (*of_loss, *of_author) if math.isfinite(m.value))
        return Draw(given.exact, answer, possible)

    def too_close(self, draw: Draw) -> frozenset[str]:
        """The mistakes that a marker with this tolerance could take for the right answer."""
        apart = 2 * allowance(self._item.tolerance, draw.answer)
        return frozenset(m.name for m in draw.mistakes if abs(m.value - draw.answer) <= apart)

    @cached_property
    def never_wrong(self) -> frozenset[str]:
        """The mistakes of the losses that give the right number in one draw after another."""
        names = frozenset(self._known)
        for seed in range(_PROBES if self.differs else 1):
            numbers = given_values(self._item, seed).numbers
            right = self._right(numbers)
            names = frozenset(
                name
                for name in names
                if math.isclose(self._wrong(name, numbers), right, abs_tol=_NOISE)
            )
        return names

    def worded(self, draw: Draw, without: frozenset[str]) -> Draw:
        """The draw without some of its mistakes, the sentences of the author filled in."""
        mistakes = tuple(
            replace(mistake, say=filled(mistake.say, self._item, draw.values, draw.answer))
            if mistake.name in self._authors
            else mistake
            for mistake in draw.mistakes
            if mistake.name not in without
        )
        return replace(draw, mistakes=mistakes)

    def _right(self, numbers: Mapping[str, Value]) -> float:
        value = compute(self._answer, numbers)
        if np.size(value) != 1:
            raise QuizError(
                f"The answer of {self._item.id} is an array of shape {np.shape(value)}.",
                "Take one element of it, such as [0], or ask for its sum or mean.",
            )
        return _single(value)

    def _wrong(self, mistake: str, numbers: Mapping[str, Value]) -> float:
        return _number(self._answer, numbers, frozenset({mistake}))


@lru_cache(maxsize=64)
def _drawing(item: NumberQuestion) -> _Drawing:
    return _Drawing(item)


def _number(
    expression: AuthorExpression,
    numbers: Mapping[str, Value],
    mistakes: frozenset[str] = frozenset(),
) -> float:
    """What a mistake gives, or nan where it gives no number on these values."""
    try:
        value = compute(expression, numbers, mistakes)
    except QuizError:
        return math.nan
    return _single(value) if np.size(value) == 1 else math.nan


def _single(value: Value) -> float:
    """The one number of a float or an array; zero where only rounding is left of it."""
    number = float(np.asarray(value).reshape(()))
    return 0.0 if abs(number) < _NOISE else number
