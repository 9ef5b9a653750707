"""The points of a domain on which two formulas are held against each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from quiz_app.grading.expression.domain import Domain, Floats, Points, Range

_RANDOM = 64
_SEED = 20

# Values that a person can compute with, the simplest first; one of these is shown when an
# answer is wrong.
_SIMPLE = (0.5, 1.0, 2.0, -1.0, 0.25, -2.0, 3.0, 0.75, 0.0, 10.0, 0.1)
_MOST_SIMPLE = 7

# How near to an open end the points go, as a share of the range.
_NEAR = 1e-3


def sampled(domain: Domain) -> Points:
    """The simplest points of a domain first, then random ones, then its ends.

    They are the same every time.
    """
    if not domain.ranges:
        columns = [list(combination.values()) for combination in domain.combinations]
        names = list(domain.combinations[0])
        table = np.array(columns, dtype=np.float64).T
        return domain.completed(dict(zip(names, table, strict=True)))
    chance = np.random.default_rng(_SEED)
    random = [bounds.low + bounds.span * chance.random(_RANDOM) for bounds in domain.ranges]
    blocks = [*_at_once(_simple_rows(domain.ranges), domain), _paired(random, domain)]
    blocks += _at_once(_end_rows(domain.ranges), domain)
    whole = {name: np.concatenate([block[name] for block in blocks]) for name in blocks[0]}
    return domain.completed(whole)


def simple_values(bounds: Range) -> list[float]:
    """A few values in a range that are easily computed with, the simplest first."""
    inside = [value for value in _SIMPLE if bounds.low < value < bounds.high][:_MOST_SIMPLE]
    if len(inside) >= 3:
        return inside
    return [*inside, *(bounds.low + bounds.span * share for share in (0.5, 0.25, 0.75))]


def _simple_rows(ranges: tuple[Range, ...]) -> Iterator[list[float]]:
    """Every simple value of each range, the ranges out of step so that they rarely agree."""
    simple = [simple_values(bounds) for bounds in ranges]
    for row in range(max(map(len, simple))):
        yield [values[(row + shift) % len(values)] for shift, values in enumerate(simple)]
    if len(ranges) > 1:
        # Two variables may agree: that is where a residual is zero.
        yield [values[0] for values in simple]


def _end_rows(ranges: tuple[Range, ...]) -> Iterator[list[float]]:
    """Each range at its ends, or near them where they are open, the others inside."""
    middle = [simple_values(bounds)[0] for bounds in ranges]
    for place, bounds in enumerate(ranges):
        margin = _NEAR * bounds.span if bounds.open else 0.0
        for end in (bounds.low + margin, bounds.high - margin):
            yield [*middle[:place], end, *middle[place + 1 :]]


def _at_once(rows: Iterator[list[float]], domain: Domain) -> Iterator[Points]:
    """Each row of values together with every combination of the picked ones."""
    for row in rows:
        count = len(domain.combinations)
        points: Points = {
            bounds.name: np.full(count, value)
            for bounds, value in zip(domain.ranges, row, strict=True)
        }
        for name in domain.combinations[0]:
            points[name] = np.array([combination[name] for combination in domain.combinations])
        yield points


def _paired(columns: list[Floats], domain: Domain) -> Points:
    """Each random point together with one combination, in turn."""
    points: Points = {
        bounds.name: column for bounds, column in zip(domain.ranges, columns, strict=True)
    }
    for name in domain.combinations[0]:
        turns = (domain.combinations[n % len(domain.combinations)] for n in range(_RANDOM))
        points[name] = np.array([combination[name] for combination in turns])
    return points
