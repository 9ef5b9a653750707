"""Where everything on a plot stands: title, axes with their ticks, labels, the area for curves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from quiz_app.maths.plot.glyphs import Glyphs
from quiz_app.maths.plot.sheet import Sheet
from quiz_app.maths.plot.ticks import Axis, axis

# Cells kept free between two tick labels of the x axis.
_BETWEEN = 2
_FEWEST_TICKS = 3
# Ticks of the y axis this many rows apart look even although the gaps differ by a row.
_LOOSE = 3
# Rows the curves keep before a title, or a label with a row of its own, may take one.
_FEWEST_FOR_TITLE = 3
_FEWEST_FOR_LABEL = 4


@dataclass(frozen=True)
class Range:
    """The values an axis has to show; a range that was asked for is kept exactly."""

    low: float
    high: float
    asked: bool


@dataclass(frozen=True)
class Captions:
    """The texts around a plot, ready for the sheet; an empty one is not there."""

    title: str
    x_label: str
    y_label: str


@dataclass(frozen=True)
class Frame:
    """The rows of the texts, the area for the curves, and its axes.

    ``top`` and ``left`` are the upper left cell of the area; row and column of the axes
    themselves are just below and left of it.
    """

    title_row: int | None
    y_label_row: int | None
    legend_row: int | None
    x_label_row: int | None
    top: int
    left: int
    rows: int
    columns: int
    x: Axis
    y: Axis


def arranged(
    captions: Captions,
    ranges: tuple[Range, Range],
    size: tuple[int, int],
    glyphs: Glyphs,
    *,
    legend_row: bool,
) -> Frame:
    """The frame of a plot of ``size`` (width, height) that shows the ranges of x and y.

    A short plot gives up the y label first, then the x label, then the title.
    """
    width, height = size
    rows = height - 2 - legend_row
    title = bool(captions.title) and rows > _FEWEST_FOR_TITLE
    rows -= title
    x_label = bool(captions.x_label) and rows > _FEWEST_FOR_LABEL
    rows -= x_label
    beside_title = title and len(captions.y_label) + 2 + len(captions.title) <= width
    y_label = bool(captions.y_label) and (beside_title or rows > _FEWEST_FOR_LABEL)
    rows -= y_label and not beside_title
    top = height - 2 - x_label - rows
    y = _y_axis(ranges[1], rows, glyphs)
    left = max(len(label) for label in y.labels) + 2
    columns = width - left
    return Frame(
        title_row=0 if title else None,
        y_label_row=(0 if beside_title else top - 1) if y_label else None,
        legend_row=int(title) if legend_row else None,
        x_label_row=height - 1 if x_label else None,
        top=top,
        left=left,
        rows=rows,
        columns=columns,
        x=_x_axis(ranges[0], left, columns, glyphs),
        y=y,
    )


def _y_axis(shown: Range, rows: int, glyphs: Glyphs) -> Axis:
    """The most ticks that stand at even distances; on a low plot as many as there is room for."""
    fullest = y = _axis(shown, (rows + 3) // 2, glyphs)
    while len(y.ticks) >= _FEWEST_TICKS:
        gaps = np.abs(np.diff(_tick_rows(y, rows)))
        if gaps.min() == gaps.max() or gaps.min() >= _LOOSE:
            return y
        y = _axis(shown, len(y.ticks) - 1, glyphs)
    return fullest


def _x_axis(shown: Range, left: int, columns: int, glyphs: Glyphs) -> Axis:
    """The most ticks that have room for their labels."""
    x = _axis(shown, max(columns // 7, _FEWEST_TICKS), glyphs)
    while len(x.ticks) >= _FEWEST_TICKS and len(_placed_labels(x, left, columns)) < len(x.ticks):
        x = _axis(shown, len(x.ticks) - 1, glyphs)
    return x


def _axis(shown: Range, most: int, glyphs: Glyphs) -> Axis:
    return axis(shown.low, shown.high, most=most, minus=glyphs.minus, snap=not shown.asked)


def _tick_rows(y: Axis, rows: int) -> list[int]:
    """The rows of the ticks, counted from the top of the area of the curves."""
    dots = np.floor(y.dots(np.array(y.ticks), 4 * rows) + 0.5)
    return [rows - 1 - int(dot) // 4 for dot in np.clip(dots, 0, 4 * rows - 1)]


def _tick_columns(x: Axis, columns: int) -> list[int]:
    """The columns of the ticks, counted from the left of the area of the curves."""
    dots = np.floor(x.dots(np.array(x.ticks), 2 * columns) + 0.5)
    return [int(dot) // 2 for dot in np.clip(dots, 0, 2 * columns - 1)]


def _placed_labels(x: Axis, left: int, columns: int) -> list[tuple[int, str]]:
    """The labels that are not too near to another, and the columns where they begin.

    They are centred below their ticks as far as the edges of the sheet allow.
    """
    placed: list[tuple[int, str]] = []
    free = -left
    for column, label in zip(_tick_columns(x, columns), x.labels, strict=True):
        start = min(max(column - len(label) // 2, -left), columns - len(label))
        if start >= free:
            placed.append((start, label))
            free = start + len(label) + _BETWEEN
    return placed


def write_axes(sheet: Sheet, frame: Frame, glyphs: Glyphs) -> None:
    """Both axes with ticks and tick labels."""
    sheet.write_down(frame.top, frame.left - 1, glyphs.vertical, frame.rows)
    for row, label in zip(_tick_rows(frame.y, frame.rows), frame.y.labels, strict=True):
        sheet.write(frame.top + row, frame.left - 2 - len(label), label)
        sheet.write(frame.top + row, frame.left - 1, glyphs.left_tick)
    bottom = frame.top + frame.rows
    sheet.write(bottom, frame.left - 1, glyphs.corner + glyphs.horizontal * frame.columns)
    for column in _tick_columns(frame.x, frame.columns):
        sheet.write(bottom, frame.left + column, glyphs.bottom_tick)
    for start, label in _placed_labels(frame.x, frame.left, frame.columns):
        sheet.write(bottom + 1, frame.left + start, label)


def write_captions(sheet: Sheet, frame: Frame, captions: Captions) -> None:
    """Title and x label centred on the area of the curves, the y label above its axis."""
    if frame.y_label_row is not None:
        sheet.write(frame.y_label_row, 0, captions.y_label)
    if frame.title_row is not None:
        beside = frame.y_label_row == frame.title_row
        _write_centred(
            sheet,
            frame.title_row,
            captions.title,
            frame,
            after=len(captions.y_label) + 2 if beside else 0,
        )
    if frame.x_label_row is not None:
        _write_centred(sheet, frame.x_label_row, captions.x_label, frame, after=0)


def _write_centred(sheet: Sheet, row: int, text: str, frame: Frame, *, after: int) -> None:
    centred = frame.left + (frame.columns - len(text)) // 2
    sheet.write(row, min(max(centred, after), sheet.width - len(text)), text)
