"""Drawing until the right answer and every recognised mistake are told apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from quiz_app.bank.model import Computed, Fixed, NumberQuestion, Numbers
from quiz_app.errors import QuizError
from quiz_app.variants.answer import Answer, each, entries, shape
from quiz_app.variants.author_expression import author_expression
from quiz_app.variants.computing import (
    Value,
    as_answer,
    as_value,
    compute,
    known_mistakes,
    mistaken,
)
from quiz_app.variants.filling import filled
from quiz_app.variants.given import given_values
from quiz_app.variants.recognised import Recognised
from quiz_app.variants.tolerance import right_entries
from quiz_app.variants.units import unit_mistake

# Draws that are tried before a question is given up; one of the first few is the rule.
_TRIALS = 200

# A mistake that gives the right number in each of so many draws is none on this question:
# the mean of a single sample is also its sum.
_PROBES = 24

# How far apart two ways to compute the same may come out, where it is near zero.
_NOISE = 1e-15

# A matrix has two axes; more nobody types.
_MOST_AXES = 2


class Draw(Struct, frozen=True):
    """The values of one trial, the right answer on them and what the mistakes give."""

    values: dict[str, Numbers]
    answer: Answer
    mistakes: tuple[Recognised, ...]


def accepted_draw(item: NumberQuestion, seed: int) -> Draw:
    """The first draw on which no recognised mistake lies within twice the tolerance.

    Of several numbers one must lie further off. A mistake of a loss that gives nothing but the
    right answer here is not recognised. Raises
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
        self._unit = unit_mistake(self._answer)
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
        possible = tuple(
            Recognised(name, value, say)
            for name, value, say in self._mistakes(given.numbers, answer)
            if value is not None and shape(value) == shape(answer)
        )
        return Draw(given.exact, answer, possible)

    def too_close(self, draw: Draw) -> frozenset[str]:
        """The mistakes that a marker with this tolerance could take for the right answer."""
        return frozenset(
            mistake.name
            for mistake in draw.mistakes
            if all(right_entries(self._item.tolerance, draw.answer, mistake.value, times=2))
        )

    @cached_property
    def never_wrong(self) -> frozenset[str]:
        """The mistakes of the losses that give the right number in one draw after another."""
        names = frozenset(self._known)
        unit = frozenset({self._unit.name} if self._unit else ())
        for seed in range(_PROBES if self.differs else 1):
            numbers = given_values(self._item, seed).numbers
            right = self._right(numbers)
            names = frozenset(name for name in names if _is_same(self._wrong(name, numbers), right))
        return names | unit

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

    def _mistakes(
        self, numbers: Mapping[str, Value], answer: Answer
    ) -> Iterator[tuple[str, Answer | None, str]]:
        """The name of each mistake, what it gives if it can be made, and what to say."""
        for name, say in self._known.items():
            yield name, self._wrong(name, numbers), say
        if self._unit is not None and not self._names_unit:
            factor = self._unit.factor
            yield self._unit.name, each(lambda number: factor * number, answer), self._unit.say
        with_answer = {**numbers, "answer": as_value(answer)}
        for mistake in self._item.mistakes:
            value = mistaken(author_expression(mistake.answer), with_answer)
            yield mistake.name, value, mistake.say

    @cached_property
    def _names_unit(self) -> bool:
        """Whether the losses or the author know the mistake of the other unit themselves."""
        return "log2" in self._known or (
            self._unit is not None and self._unit.name in self._authors
        )

    def _right(self, numbers: Mapping[str, Value]) -> Answer:
        answer = as_answer(compute(self._answer, numbers))
        if len(shape(answer)) > _MOST_AXES:
            raise QuizError(
                f"The answer of {self._item.id} is an array of shape {shape(answer)}.",
                "Ask for a number, a list or a matrix, such as its row [0].",
            )
        return answer

    def _wrong(self, mistake: str, numbers: Mapping[str, Value]) -> Answer | None:
        return mistaken(self._answer, numbers, frozenset({mistake}))


@lru_cache(maxsize=64)
def _drawing(item: NumberQuestion) -> _Drawing:
    return _Drawing(item)


def _is_same(answer: Answer | None, right: Answer) -> bool:
    """Whether two answers are equal but for rounding."""
    if answer is None or shape(answer) != shape(right):
        return False
    pairs = zip(entries(answer), entries(right), strict=True)
    return all(math.isclose(mine, wanted, abs_tol=_NOISE) for mine, wanted in pairs)
