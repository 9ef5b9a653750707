"""From a line through points to the dots of a grid: clipped, gapless and one dot thin."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quiz_app.maths.plot.curve import FloatArray

IntArray: TypeAlias = NDArray[np.intp]

# Points further away than this many dots are as good as infinitely far.
_FAR = 1e9


def line_dots(points: FloatArray, columns: int, rows: int) -> IntArray:
    """The dots that a line visits, in the order of the line.

    ``points`` of shape (2, n) are the columns and the rows in dots, where dot 0 reaches from
    -0.5 to 0.5; a point that is nan breaks the line. The answer of shape (2, m) lies inside
    the grid. Each dot touches its predecessor by a side or a corner, except where the line was
    broken or had left the grid.
    """
    edge = np.array([[columns], [rows]]) - 0.5
    start, end = _clipped(*_segments(points), edge)
    steps = np.ceil(2 * np.abs(end - start).max(axis=0)).astype(np.intp)
    segment = np.repeat(np.arange(len(steps)), steps + 1)
    first = np.cumsum(steps + 1) - (steps + 1)
    along = (np.arange(len(segment)) - first[segment]) / np.maximum(steps, 1)[segment]
    places = start[:, segment] + along * (end - start)[:, segment]
    dots = np.clip(np.floor(places + 0.5), 0, edge - 0.5).astype(np.intp)
    return _thinned(_without_repeats(dots))


def _segments(points: FloatArray) -> tuple[FloatArray, FloatArray]:
    """From every point to the next; the last point before a break is a segment of itself."""
    start = np.clip(points, -_FAR, _FAR)
    known = np.isfinite(start[0]) & np.isfinite(start[1])
    end = start.copy()
    joined = np.flatnonzero(known[:-1] & known[1:])
    end[:, joined] = start[:, joined + 1]
    return start[:, known], end[:, known]


def _clipped(start: FloatArray, end: FloatArray, edge: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The parts of the segments from -0.5 to the edge (Liang and Barsky, 1984)."""
    if (start >= -0.5).all() and (start <= edge).all():
        return start, end
    delta = end - start
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        to_low = (-0.5 - start) / delta
        to_high = (edge - start) / delta
    still = delta == 0
    inside = (start >= -0.5) & (start <= edge)
    enter = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(to_low, to_high))
    leave = np.where(still, np.inf, np.maximum(to_low, to_high))
    first = np.maximum(enter.max(axis=0), 0.0)
    last = np.minimum(leave.min(axis=0), 1.0)
    seen = first <= last
    start, delta = start[:, seen], delta[:, seen]
    return start + first[seen] * delta, start + last[seen] * delta


def _without_repeats(dots: IntArray) -> IntArray:
    new = np.ones(dots.shape[1], dtype=bool)
    new[1:] = (dots[:, 1:] != dots[:, :-1]).any(axis=0)
    return dots[:, new]


def _thinned(dots: IntArray) -> IntArray:
    """Stairs made into diagonals: of successive right-angled corners every other one goes."""
    step = np.diff(dots)
    straight = np.abs(step).sum(axis=0) == 1
    turning = (step[:, :-1] * step[:, 1:]).sum(axis=0) == 0
    place = np.arange(dots.shape[1])
    corner = np.zeros(len(place), dtype=bool)
    corner[1:-1] = straight[:-1] & straight[1:] & turning
    before_run = np.maximum.accumulate(np.where(corner, 0, place))
    return dots[:, ~(corner & ((place - before_run) % 2 == 1))]
