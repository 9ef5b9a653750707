"""The sheet of characters a plot is written on, and the finished plot."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import numpy as np

from quiz_app.maths.plot.canvas import BLANK, NO_CURVE, Cells, Codes


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a row in one colour: that of the curve with this index, or the frame's (None)."""

    text: str
    curve: int | None


@dataclass(frozen=True)
class Plot:
    """A finished picture: rows of runs, all rows equally wide, and the ranges that it shows."""

    rows: tuple[tuple[Run, ...], ...]
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows as plain text."""
        return tuple("".join(run.text for run in row) for row in self.rows)


class Sheet:
    """``height`` rows of ``width`` cells, each a character and the curve it belongs to."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._codes: Codes = np.full((height, width), BLANK, dtype=np.uint32)
        self._curves = np.full((height, width), NO_CURVE)

    def write(self, row: int, column: int, text: str, curve: int | None = None) -> None:
        """Put text, one cell a character, from that cell on; it must fit."""
        self._codes[row, column : column + len(text)] = [ord(char) for char in text]
        self._curves[row, column : column + len(text)] = NO_CURVE if curve is None else curve

    def write_down(self, row: int, column: int, char: str, count: int) -> None:
        """Put the same character in ``count`` cells below one another."""
        self._codes[row : row + count, column] = ord(char)
        self._curves[row : row + count, column] = NO_CURVE

    def paste(self, row: int, column: int, cells: Cells) -> None:
        """Put an area of cells, its upper left corner in that cell; its blanks hide nothing."""
        rows, columns = cells.codes.shape
        area = np.s_[row : row + rows, column : column + columns]
        inked = cells.inked
        np.copyto(self._codes[area], cells.codes, where=inked)
        np.copyto(self._curves[area], cells.curves, where=inked)

    def rows(self) -> tuple[tuple[Run, ...], ...]:
        """The sheet as runs of equal colour."""
        new = np.ones(self._curves.shape, dtype=bool)
        new[:, 1:] = self._curves[:, 1:] != self._curves[:, :-1]
        starts = np.flatnonzero(new).tolist()
        curves = self._curves.flat[starts].tolist()
        text = self._codes.astype("<u4").tobytes().decode("utf-32-le")
        runs = iter(
            Run(text[start:end], None if curve == NO_CURVE else curve)
            for start, end, curve in zip(starts, [*starts[1:], len(text)], curves, strict=True)
        )
        return tuple(tuple(islice(runs, count)) for count in new.sum(axis=1).tolist())
