"""Where the variables of a formula live, in numbers."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from quiz_app.bank.model import Variable
from quiz_app.errors import QuizError
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import Tree, parse

Floats: TypeAlias = NDArray[np.float64]

# The same number of values for each name: one value of each is a point.
Points: TypeAlias = dict[str, Floats]

_MOST_COMBINATIONS = 512
_NOTHING: Mapping[str, float] = MappingProxyType({})


class Range(Struct, frozen=True):
    """A variable that takes every value between two ends, or with ``open`` ends, the ends not."""

    name: str
    low: float
    high: float
    open: bool

    @property
    def span(self) -> float:
        """The distance of the ends."""
        return self.high - self.low

    def holds(self, values: Floats) -> NDArray[np.bool_]:
        """Which values belong to it."""
        if self.open:
            return (values > self.low) & (values < self.high)
        return (values >= self.low) & (values <= self.high)


class Domain:
    """The ranges, the combinations of the values picked from lists, and what follows from them.

    ``constants`` are names with one value. Raises QuizError for a range that is empty.
    """

    def __init__(
        self, variables: tuple[Variable, ...], constants: Mapping[str, float] = _NOTHING
    ) -> None:
        picked = {v.name: [_number(value) for value in v.values] for v in variables if v.values}
        self.constants = dict(constants)
        self.names = (*(variable.name for variable in variables), *constants)
        self.ranges = tuple(
            Range(v.name, _number(v.low), _number(v.high), v.open)
            for v in variables
            if v.low and v.high
        )
        self.computed: dict[str, Tree] = {
            v.name: parse(v.expression) for v in variables if v.expression
        }
        self.combinations: tuple[Mapping[str, float], ...] = tuple(
            dict(zip(picked, values, strict=True))
            for values in itertools.islice(itertools.product(*picked.values()), _MOST_COMBINATIONS)
        )
        for bounds in self.ranges:
            if not bounds.low < bounds.high:
                raise QuizError(
                    f"The range of {bounds.name} is empty.", "Write [low, high] with low < high."
                )

    def mirror(self, name: str) -> float | None:
        """What a variable and its mirror image add up to: 0 for −x, 1 for 1 − p; None without."""
        bounds = next((bounds for bounds in self.ranges if bounds.name == name), None)
        values = sorted({picked[name] for picked in self.combinations if name in picked})
        if bounds is not None:
            total = bounds.low + bounds.high
        elif values and [values[0] + values[-1] - value for value in reversed(values)] == values:
            total = values[0] + values[-1]
        else:
            return None
        return total if total in (0.0, 1.0) else None

    def completed(self, points: Points) -> Points:
        """The points with the constants and the computed variables."""
        whole, shape = dict(points), (size(points),)
        for name, value in self.constants.items():
            whole[name] = np.full(shape, value)
        for name, tree in self.computed.items():
            whole[name] = np.broadcast_to(np.asarray(evaluate(tree, whole, strict=False)), shape)
        return whole


def size(points: Points) -> int:
    """How many points there are."""
    return len(next(iter(points.values()), ()))


def joined(*several: Points) -> Points:
    """All points after one another."""
    return {name: np.concatenate([points[name] for points in several]) for name in several[0]}


def at(points: Points, places: NDArray[np.intp] | slice) -> Points:
    """Some of the points."""
    return {name: values[places] for name, values in points.items()}


def typical(values: Floats) -> float:
    """The middle one of some values; zero where there are none."""
    return float(np.partition(values, values.size // 2)[values.size // 2]) if values.size else 0.0


@lru_cache(maxsize=512)
def _number(text: str) -> float:
    value = evaluate(parse(text, names=()))
    if isinstance(value, float):
        return value
    raise QuizError(f"{text} is not one number.", "Write one such as 0.5 or -pi.")
