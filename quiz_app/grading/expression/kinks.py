"""Where a formula changes its case: the zeros of what its cases, bars and signs hang on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from quiz_app.errors import QuizError
from quiz_app.grading.expression.domain import Domain, Floats, Points, Range, at, joined, size
from quiz_app.grading.expression.formula import Formula
from quiz_app.grading.expression.zeros import zeros_between
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import Binary, Call, Compare, Tree, names_in, walk

# Each range is searched along so many lines, in so many steps.
_LINES = 4
_STEPS = 33

# The sides of a kink that are looked at, as a share of the range.
_ASIDE = 1e-3

# Together the conditions that are followed have at most so many parts; nobody writes more.
_MOST_NODES = 200


def differences(formula: Formula) -> frozenset[Tree]:
    """What is zero where the formula changes from one case to another."""
    found: set[Tree] = set()
    nodes = 0
    for tree in formula.trees:
        for difference in _differences(tree):
            nodes += sum(1 for _ in walk(difference))
            if nodes <= _MOST_NODES:
                found.add(difference)
    return frozenset(found)


def points_at_kinks(found: frozenset[Tree], domain: Domain, base: Points) -> Points | None:
    """Points at the kinks, at both their sides, and between one kink and the next.

    The lines on which they are searched go through the first of the ``base`` points. None if
    there are no kinks.
    """
    blocks = [block for bounds in domain.ranges for block in _along(bounds, found, domain, base)]
    return domain.completed(joined(*blocks)) if blocks else None


def _along(bounds: Range, found: frozenset[Tree], domain: Domain, base: Points) -> Iterator[Points]:
    lines = at(base, slice(0, _LINES))
    count = size(lines)
    zeros: list[list[float]] = [[] for _ in range(count)]
    for difference in found:
        if not names_in(difference) & {bounds.name, *domain.computed}:
            continue
        for line, zero in _zeros(difference, bounds, domain, lines):
            zeros[line].append(zero)
    for line, places in enumerate(zeros):
        if places:
            values = _looked_at(sorted(set(places)), bounds)
            block = {name: np.full(len(values), column[line]) for name, column in lines.items()}
            yield {**block, bounds.name: values}


def _looked_at(places: list[float], bounds: Range) -> Floats:
    aside = _ASIDE * bounds.span
    between = [(a + b) / 2 for a, b in pairwise([bounds.low, *places, bounds.high])]
    sides = [place + step for place in places for step in (-aside, 0.0, aside)]
    values = np.array([*between, *sides])
    return values[bounds.holds(values)]


def _zeros(
    difference: Tree, bounds: Range, domain: Domain, lines: Points
) -> list[tuple[int, float]]:
    """The zeros along each line, as the number of the line and the place."""
    count = size(lines)
    grid = np.linspace(bounds.low, bounds.high, _STEPS)

    def values(places: Floats, line: NDArray[np.intp]) -> Floats:
        points = domain.completed({**at(lines, line), bounds.name: places})
        return np.broadcast_to(np.asarray(evaluate(difference, points, strict=False)), line.shape)

    line = np.repeat(np.arange(count), _STEPS)
    try:
        heights = values(np.tile(grid, count), line).reshape(count, _STEPS)
    except QuizError:
        return []
    signs = np.sign(heights)
    rows, columns = np.nonzero(signs[:, :-1] * signs[:, 1:] < 0)
    found = [(int(row), float(grid[column])) for row, column in np.argwhere(signs == 0)]
    if len(found) > count * 2:  # zero on a whole stretch: its cases are the same there
        found = []
    if rows.size:
        ends = grid[columns], grid[columns + 1]
        places = zeros_between(lambda x: values(x, rows), *ends)
        found += zip(rows.tolist(), places.tolist(), strict=True)
    return found


def _differences(tree: Tree) -> Iterator[Tree]:
    for part in walk(tree):
        match part:
            case Call("abs" | "sign" | "relu", (inside,)):
                yield inside
            case Call("max" | "min", arguments):
                yield from (Binary("-", one, other) for one, other in pairwise(arguments))
            case Compare(_, left, right):
                yield Binary("-", left, right)
            case _:
                pass
