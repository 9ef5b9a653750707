"""Whether two formulas are equal, point by point and where it is close to 50 digits."""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from quiz_app.grading.expression.domain import Domain, Floats, Points, at, joined, size, typical
from quiz_app.grading.expression.formula import Formula

Freedom: TypeAlias = Literal["", "constant", "factor"]
Mask: TypeAlias = NDArray[np.bool_]

# Relative distances of values that float64 may have left behind: more is looked at to 50 digits.
_CLOSE = 1e-9
_NOISE = 1e-12

# A constant found in float64 is not known better.
_CLOSE_WHEN_SCALED = 1e-7

# A step aside from a point, as a share of the range.
_ASIDE = 1e-6

# Isolated points are few: where the formulas differ on a larger share, they differ.
_MOST_ISOLATED = 0.9

# A relative distance that is no rounding where it is the rule.
_PLAIN = 1e-3

# Nodes computed to 50 digits in one comparison; each takes some microseconds.
_MOST_WORK = 4000


class Scale(Struct, frozen=True):
    """What the freedom left by the author makes of a value: ``factor * value + offset``."""

    factor: float = 1.0
    offset: float = 0.0

    def of(self, values: Floats) -> Floats:
        """The values, scaled."""
        with np.errstate(all="ignore"):
            return values * self.factor + self.offset


UNSCALED = Scale()


class Comparison(Struct, frozen=True):
    """Both formulas' values at some points, and where they differ."""

    points: Points
    right: Floats
    given: Floats
    differs: Mask

    @property
    def equal(self) -> bool:
        """Whether they differ nowhere."""
        return not self.differs.any()


def scale_to(right: Floats, given: Floats, freedom: Freedom) -> Scale:
    """The constant or the positive factor that brings ``given`` to ``right``, if one does."""
    if not freedom:
        return UNSCALED
    with np.errstate(all="ignore"):
        amounts = right - given if freedom == "constant" else right / given
    amounts = amounts[np.isfinite(amounts)]
    if not amounts.size:
        return UNSCALED
    amount = typical(amounts)
    if freedom == "constant":
        return Scale(offset=amount)
    return Scale(factor=amount) if amount > 0 else UNSCALED


def agree(right: Floats, given: Floats, close: float = _CLOSE) -> Mask:
    """Where two rows of values are the same but for the rounding of float64.

    Infinities of one sign are; where the right value does not exist, anything is.
    """
    noise = _NOISE * min(1.0, typical(np.abs(right[np.isfinite(right)])))
    with np.errstate(all="ignore"):
        near = np.abs(right - given) <= close * np.abs(right) + noise
        near &= np.isfinite(given)
    return np.asarray(near | (right == given) | np.isnan(right))


class Pair(Struct, frozen=True):
    """The right formula and another one, to be held against each other."""

    right: Formula
    given: Formula
    domain: Domain
    scale: Scale = UNSCALED

    def compare(self, points: Points, right_values: Floats | None = None) -> Comparison:
        """Hold the two against each other at some points of the domain.

        An isolated point at which the given formula has no value, or one between those that
        the right formula has on both its sides (its subgradient), is no difference.
        Raises QuizError when a formula cannot be computed at all.
        """
        right = self.right.values(points) if right_values is None else right_values
        given = self.scale.of(self.given.values(points))
        differs = ~agree(right, given)
        if 0 < np.count_nonzero(differs) < _MOST_ISOLATED * differs.size:
            places = np.flatnonzero(differs)
            differs[places] = ~self._stands_alone(at(points, places), given[places])
        comparison = Comparison(points, right, given, differs)
        if differs.any():
            self._look_closer(comparison)
        return comparison

    def _stands_alone(self, points: Points, given: Floats) -> Mask:
        """Which of the points are isolated: beside each of them the two formulas agree."""
        beside, inside = self._beside(points)
        if not len(inside):
            return np.zeros(given.shape, dtype=np.bool_)
        right = self.right.values(beside)
        found = self.scale.of(self.given.values(beside))
        same = (agree(right, found) & np.isfinite(found)).reshape(inside.shape) | ~inside
        right = right.reshape(inside.shape)
        low = np.where(inside, right, np.inf).min(axis=0)
        high = np.where(inside, right, -np.inf).max(axis=0)
        with np.errstate(all="ignore"):
            slack = _ASIDE * np.maximum(1.0, np.abs(given))
            between = (given >= low - slack) & (given <= high + slack)
        # Where the formula is continuous, what lies between its neighbours is no news.
        jumps = high - low > 10 * slack
        alone = same.all(axis=0) & inside.any(axis=0)
        return np.asarray(alone & (np.isnan(given) | (between & jumps)))

    def _beside(self, points: Points) -> tuple[Points, Mask]:
        """A step to both sides along each range, and which of these stay in the domain."""
        around: list[Points] = []
        inside: list[Mask] = []
        for bounds in self.domain.ranges:
            for step in (-_ASIDE * bounds.span, _ASIDE * bounds.span):
                moved = points[bounds.name] + step
                within = bounds.holds(moved)
                inside.append(within)
                there = np.where(within, moved, points[bounds.name])
                around.append(self.domain.completed({**points, bounds.name: there}))
        if not around:
            return points, np.zeros((0, size(points)), dtype=np.bool_)
        return joined(*around), np.stack(inside)

    def _look_closer(self, comparison: Comparison) -> None:
        """Take back what was only rounding: where the values to 50 digits are the same.

        The place where the two lie furthest apart comes first; where they differ there, they do.
        """
        right, given, differs = comparison.right, comparison.given, comparison.differs
        with np.errstate(all="ignore"):
            apart = np.abs(right - given) / (np.abs(right) + np.abs(given))
        if np.count_nonzero(apart > _PLAIN) > differs.size / 2:
            return  # rounding is not everywhere and not so large
        # Without a value in float64 there may still be one: exp(z)/(1 + exp(z)) for a large z.
        apart[np.isnan(apart)] = -1.0
        places = np.flatnonzero(differs)
        order = places[np.argsort(-apart[places], kind="stable")]
        looked_at = max(8, _MOST_WORK // self.given.nodes)
        for place in order[:looked_at]:
            if not self._same_exactly(at(comparison.points, place), float(right[place])):
                return
        differs[order] = False

    def _same_exactly(self, point: Points, right_value: float) -> bool:
        numbers = {name: float(value) for name, value in point.items()}
        found = self.given.exact(numbers)
        if found is None or not np.isfinite(right_value):
            return False
        wanted = self.right.exact(numbers)
        if wanted is None:
            wanted = right_value + 0 * found
        close = _CLOSE if self.scale == UNSCALED else _CLOSE_WHEN_SCALED
        there = found * self.scale.factor + self.scale.offset
        allowed = close * abs(wanted) + _CLOSE_WHEN_SCALED * abs(self.scale.offset)
        return bool(abs(there - wanted) <= allowed)
