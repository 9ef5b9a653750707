"""Numbers for a question, drawn from its id, a seed and a trial, alike on every machine."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from random import Random
from typing import TypeVar

from quiz_app.bank.model import (
    Computed,
    Draw,
    Fixed,
    Item,
    Labels,
    Numbers,
    OneHot,
    Pick,
    Probabilities,
    Uniform,
)

_Thing = TypeVar("_Thing")


class Chance:
    """A source of choices that is the same for the same key on every machine and Python.

    It uses nothing of ``random.Random`` but ``random()``, the one method whose sequence the
    standard library promises never to change.
    """

    def __init__(self, key: str) -> None:
        self._random = Random(key)  # noqa: S311 - numbers for exercises, not for secrets

    def below(self, bound: int) -> int:
        """A whole number from 0 to ``bound`` − 1."""
        return int(self._random.random() * bound)

    def shuffled(self, things: tuple[_Thing, ...]) -> tuple[_Thing, ...]:
        """The things in a random order (Fisher and Yates)."""
        deck = list(things)
        for last in range(len(deck) - 1, 0, -1):
            other = self.below(last + 1)
            deck[last], deck[other] = deck[other], deck[last]
        return tuple(deck)


def drawn_values(item: Item, seed: int, trial: int) -> dict[str, Numbers]:
    """The given values of a question as exact decimal text; computed ones are left out."""
    chance = Chance(f"{item.id}\n{seed}\n{trial}")
    return {
        name: _drawn(draw, chance) for name, draw in item.given if not isinstance(draw, Computed)
    }


def _drawn(draw: Draw, chance: Chance) -> Numbers:
    match draw:
        case Uniform(low, high, step, shape):
            return _filled(shape, lambda: _multiple(low, high, step, chance))
        case Pick(values, shape):
            return _filled(shape, lambda: values[chance.below(len(values))])
        case Labels(classes, shape):
            return _filled(shape, lambda: str(chance.below(classes)))
        case Probabilities(classes, step, rows):
            return _rows(rows, lambda: _composition(classes, step, chance))
        case OneHot(classes, rows):
            return _rows(rows, lambda: _one_hot(classes, chance))
        case Fixed(value):
            return value
        case Computed():
            raise AssertionError("a computed value is not drawn")


def _filled(shape: tuple[int, ...], entry: Callable[[], str]) -> Numbers:
    if not shape:
        return entry()
    return tuple(_filled(shape[1:], entry) for _ in range(shape[0]))


def _rows(rows: int | None, row: Callable[[], tuple[str, ...]]) -> Numbers:
    return row() if rows is None else tuple(row() for _ in range(rows))


def _multiple(low: str, high: str, step: str, chance: Chance) -> str:
    steps = int((Decimal(high) - Decimal(low)) / Decimal(step))
    return plain_decimal(Decimal(low) + chance.below(steps + 1) * Decimal(step))


def _composition(classes: int, step: str, chance: Chance) -> tuple[str, ...]:
    """Positive multiples of ``step`` that add up to one: the gaps between random cuts."""
    units = int(1 / Decimal(step))
    cuts: set[int] = set()
    while len(cuts) < classes - 1:
        cuts.add(1 + chance.below(units - 1))
    edges = (0, *sorted(cuts), units)
    return tuple(plain_decimal((right - left) * Decimal(step)) for left, right in pairwise(edges))


def _one_hot(classes: int, chance: Chance) -> tuple[str, ...]:
    hot = chance.below(classes)
    return tuple("1" if position == hot else "0" for position in range(classes))


def plain_decimal(number: Decimal) -> str:
    """A decimal without exponent and without idle zeros: ``-0.5``, ``3``."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
