"""The legend: a stroke sample and a name for each curve, where it hides no curve."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quiz_app.maths.plot.canvas import BoolArray
from quiz_app.maths.plot.curve import Curve
from quiz_app.maths.plot.glyphs import Glyphs
from quiz_app.maths.plot.line import IntArray
from quiz_app.maths.plot.sheet import Sheet

_BETWEEN = 3


@dataclass(frozen=True)
class Entry:
    """One line of a legend."""

    sample: str
    name: str
    curve: int

    @property
    def width(self) -> int:
        """Cells of the sample, a blank and the name."""
        return len(self.sample) + 1 + len(self.name)


def entries(curves: Sequence[Curve], glyphs: Glyphs, width: int) -> tuple[Entry, ...]:
    """An entry for every named curve, none wider than ``width``."""
    return tuple(
        Entry(sample, glyphs.text(curve.name, width - len(sample) - 1), index)
        for index, curve in enumerate(curves)
        if curve.name
        for sample in [glyphs.stroke(index).sample]
    )


def free_place(legend: Sequence[Entry], ink: BoolArray) -> tuple[int, int] | None:
    """The (row, column) of the upper left corner where the legend stands freest.

    That is where it keeps the greatest distance from inked cells, at least one cell; among
    such places the middle one of the highest. None when there is no place.
    """
    rows, columns = ink.shape
    height, width = len(legend), max(entry.width for entry in legend)
    # A blank column stays between the legend and either side.
    top, left = np.arange(rows - height + 1), np.arange(1, columns - width)
    if not (top.size and left.size):
        return None
    before: IntArray = np.zeros((rows + 1, columns + 1), dtype=np.intp)
    before[1:, 1:] = ink.cumsum(axis=0).cumsum(axis=1)

    def free(distance: int) -> BoolArray:
        """Where block and surroundings hold no ink; cells are twice as high as wide."""
        across = 2 * distance - 1
        above, below = np.maximum(top - distance, 0), np.minimum(top + height + distance, rows)
        first, end = np.maximum(left - across, 0), np.minimum(left + width + across, columns)
        wide: IntArray = before[:, end] - before[:, first]
        unmarked: BoolArray = wide[below] == wide[above]
        return unmarked

    distances = range(1, max(rows, columns // 2) + 1)
    distance = bisect_left(distances, True, key=lambda distance: not free(distance).any())
    if distance == 0:
        return None
    freest = free(distance)
    row = int(freest.any(axis=1).argmax())
    among = left[freest[row]]
    return row, int(among[len(among) // 2])


def write_block(sheet: Sheet, row: int, column: int, legend: Sequence[Entry]) -> None:
    """The entries below one another, with a blank column on either side."""
    blank = " " * (max(entry.width for entry in legend) + 2)
    for offset, entry in enumerate(legend):
        sheet.write(row + offset, column - 1, blank)
        _write(sheet, row + offset, column, entry)


def write_row(sheet: Sheet, row: int, left: int, legend: Sequence[Entry]) -> None:
    """The entries side by side, centred right of ``left``; those that do not fit are left out."""
    room = sheet.width - left
    shown: list[Entry] = []
    needed = -_BETWEEN
    for entry in legend:
        if needed + _BETWEEN + entry.width > room:
            break
        needed += _BETWEEN + entry.width
        shown.append(entry)
    column = left + max(room - needed, 0) // 2
    for entry in shown:
        _write(sheet, row, column, entry)
        column += entry.width + _BETWEEN


def _write(sheet: Sheet, row: int, column: int, entry: Entry) -> None:
    sheet.write(row, column, entry.sample, entry.curve)
    sheet.write(row, column + len(entry.sample) + 1, entry.name)
