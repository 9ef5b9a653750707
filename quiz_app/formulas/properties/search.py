"""The largest value of a measure that a search finds, from drawn points, corners and hard labels.

What is found is a lower bound of the largest value, never a proof that there is no larger one.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from quiz_app.formulas.properties.points import CLASSES, COUNT
from quiz_app.formulas.properties.subject import Subject, span
from quiz_app.losses import Domain, FloatArray

Measure: TypeAlias = Callable[[FloatArray, FloatArray, FloatArray], FloatArray]

Kind = TypeVar("Kind", bound=np.generic)

HOW = "searched for from drawn points towards corners and hard labels"

_CLIMBERS = 60
_ROUNDS = 60
_SEED = 21
_HALF = 0.5
_CLOSE = 1e-3  # difference quotients over less than that are rounding


def largest_slope(subject: Subject) -> float:
    """The largest entry of the gradient."""

    def measure(targets: FloatArray, predictions: FloatArray, _: FloatArray) -> FloatArray:
        slopes = np.abs(subject.slopes(predictions, targets))
        return slopes if slopes.ndim == 1 else np.asarray(slopes.max(axis=-1))

    return _highest(subject, measure)


def largest_quotient(subject: Subject) -> float:
    """The largest change of the gradient over the distance between two predictions."""

    def measure(targets: FloatArray, one: FloatArray, other: FloatArray) -> FloatArray:
        change = subject.slopes(one, targets) - subject.slopes(other, targets)
        apart = sizes(one - other)
        return np.where(apart > _CLOSE, sizes(change) / np.maximum(apart, _CLOSE), 0.0)

    return _highest(subject, measure)


def sizes(rows: FloatArray) -> FloatArray:
    """The absolute values, or the lengths of rows."""
    return np.abs(rows) if rows.ndim == 1 else np.asarray(np.linalg.norm(rows, axis=-1))


def _highest(subject: Subject, measure: Measure) -> float:
    """Random steps from the best points towards corners or one another; only rises are kept."""
    chance = np.random.default_rng(_SEED)
    loss, points = subject.loss, subject.points
    domains = (loss.y_true, loss.y_pred, loss.y_pred)
    drawn = (points.targets, points.first, points.second)
    corners = tuple(_corners(domain, part) for domain, part in zip(domains, drawn, strict=True))
    state = tuple(
        np.concatenate((part, chance.choice(ends, COUNT)))
        for part, ends in zip(drawn, corners, strict=True)
    )
    heights = np.nan_to_num(measure(*state), posinf=0.0)
    best = np.argsort(heights)[-_CLIMBERS:]
    state, heights = tuple(part[best] for part in state), heights[best]
    for _ in range(_ROUNDS):
        moved = tuple(
            _moved(part, domain, ends, chance)
            for part, domain, ends in zip(state, domains, corners, strict=True)
        )
        there = np.nan_to_num(measure(*moved), posinf=0.0)
        higher = there > heights
        heights = np.where(higher, there, heights)
        state = tuple(
            np.where(_along(higher, old), new, old) for new, old in zip(moved, state, strict=True)
        )
    return float(heights.max())


def _moved(
    part: FloatArray, domain: Domain, corners: FloatArray, chance: np.random.Generator
) -> FloatArray:
    """Each some of the way to a corner or to another one, all of it, or left where it is."""
    count = len(part)
    to_corner = _along(chance.random(count) < _HALF, part)
    goals = np.where(to_corner, chance.choice(corners, count), chance.permutation(part))
    shares = np.clip(2 * chance.random(count) - _HALF, 0, 1)
    if domain.members or domain.whole:
        shares = np.round(shares)
    return part + _along(shares, part) * (goals - part)


def _corners(domain: Domain, drawn: FloatArray) -> FloatArray:
    """The members of a domain, its ends and zero, or rows of these that belong to it."""
    if domain.members:
        return np.array(domain.members)
    if domain.whole:
        return np.unique(drawn)
    ends = (*(end for end in span(domain) if np.isfinite(end)), drawn.min(), 0.0, 1.0)
    numbers = np.unique(ends)
    if drawn.ndim == 1:
        return _inside(domain, numbers)
    few = np.unique(np.clip((-1.0, 0.0, 1.0), *span(domain)))
    return _inside(domain, np.array(list(product(few, repeat=CLASSES))))


def _inside(domain: Domain, candidates: FloatArray) -> FloatArray:
    return np.array([each for each in candidates if domain.first_violation(each) is None])


def _along(flags: NDArray[Kind], part: FloatArray) -> NDArray[Kind]:
    """Something for each sample in the shape that fits rows, too."""
    return flags if part.ndim == 1 else flags[:, np.newaxis]
