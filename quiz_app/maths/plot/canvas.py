"""The area where curves are drawn: layers of dots, one a curve, united into characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quiz_app.maths.plot.curve import FloatArray
from quiz_app.maths.plot.glyphs import Glyphs
from quiz_app.maths.plot.line import IntArray, line_dots

BoolArray: TypeAlias = NDArray[np.bool_]
Codes: TypeAlias = NDArray[np.uint32]

BLANK = ord(" ")
NO_CURVE = -1

_BRAILLE = 0x2800
# The bit of each dot of a braille character, four rows of two.
_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]], dtype=np.uint32)

# From this many dots on, a stretch shared with an earlier curve is drawn beside it.
_SHARED = 10


@dataclass(frozen=True, eq=False)
class Cells:
    """Character codes and the index of the curve in front, both of shape (rows, columns)."""

    codes: Codes
    curves: IntArray

    @property
    def inked(self) -> BoolArray:
        """Where there is a character."""
        return np.not_equal(self.codes, BLANK)


class BrailleCanvas:
    """Two by four dots a cell; dots of several curves in one cell are all kept."""

    dots_across = 2
    dots_down = 4

    def __init__(self, rows: int, columns: int, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._bits: Codes = np.zeros((rows, columns), dtype=np.uint32)
        self._curves = np.full((rows, columns), NO_CURVE)
        self._drawn = 0
        # Where lines run, the gaps of their patterns included.
        self._taken = np.zeros((rows * self.dots_down, columns * self.dots_across), dtype=bool)

    def draw(self, points: FloatArray) -> None:
        """Add the next curve, a line through columns and rows in dots, of shape (2, n)."""
        rows, columns = self._taken.shape
        dots = line_dots(points, columns, rows)
        for _ in range(self._drawn):
            dots = _beside(dots, self._taken)
        self._taken[dots[1], dots[0]] = True
        pattern = np.array(self._glyphs.stroke(self._drawn).pattern)
        column, row = dots[:, np.resize(pattern, dots.shape[1])]
        cell = (row // self.dots_down, column // self.dots_across)
        np.bitwise_or.at(self._bits, cell, _BITS[row % self.dots_down, column % self.dots_across])
        self._curves[cell] = self._drawn
        self._drawn += 1

    def cells(self) -> Cells:
        """The dots as braille characters."""
        codes = np.where(self._bits > 0, self._bits + _BRAILLE, BLANK).astype(np.uint32)
        return Cells(codes, self._curves)


class LetterCanvas:
    """One dot a cell, drawn as the letter of its curve; where curves meet, letters alternate."""

    dots_across = 1
    dots_down = 1

    def __init__(self, rows: int, columns: int, glyphs: Glyphs) -> None:
        self._shape = (rows, columns)
        self._glyphs = glyphs
        self._layers: list[BoolArray] = []

    def draw(self, points: FloatArray) -> None:
        """Add the next curve, a line through columns and rows in cells, of shape (2, n)."""
        rows, columns = self._shape
        dots = line_dots(points, columns, rows)
        layer = np.zeros(self._shape, dtype=bool)
        layer[dots[1], dots[0]] = True
        self._layers.append(layer)

    def cells(self) -> Cells:
        """The dots as letters."""
        codes = np.full(self._shape, BLANK, dtype=np.uint32)
        curves = np.full(self._shape, NO_CURVE)
        row, column = np.indices(self._shape)
        meeting = np.zeros(self._shape, dtype=np.intp)
        for layer in self._layers:
            meeting += layer
        turn = (row + column) % np.maximum(meeting, 1)
        passed = np.zeros(self._shape, dtype=np.intp)
        for index, layer in enumerate(self._layers):
            chosen = layer & (passed == turn)
            codes[chosen] = ord(self._glyphs.stroke(index).sample)
            curves[chosen] = index
            passed += layer
        return Cells(codes, curves)


Canvas: TypeAlias = BrailleCanvas | LetterCanvas


def _beside(dots: IntArray, taken: BoolArray) -> IntArray:
    """The line with its long shared stretches moved one dot aside, so that both can be seen.

    A flat stretch moves up (down at the upper edge), a steep one to the right (left at the
    right edge).
    """
    shared = _long_runs(taken[dots[1], dots[0]])
    if not shared.any():
        return dots
    place = np.arange(dots.shape[1])
    around = dots[:, np.minimum(place + 2, place[-1])] - dots[:, np.maximum(place - 2, 0)]
    steep = np.abs(around[1]) > np.abs(around[0])
    right = np.where(dots[0] + 1 < taken.shape[1], 1, -1)
    up = np.where(dots[1] > 0, -1, 1)
    return dots + shared * np.where(steep, [right, 0 * right], [0 * up, up])


def _long_runs(flags: BoolArray) -> BoolArray:
    """The flags without the runs of True that are too short to be a shared stretch."""
    kept = np.zeros_like(flags)
    if np.count_nonzero(flags) >= _SHARED:
        edges = np.flatnonzero(np.diff(flags, prepend=False, append=False))
        for start, end in edges.reshape(-1, 2):
            kept[start:end] = end - start >= _SHARED
    return kept
