"""A plot of curves on a sheet of characters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quiz_app.errors import QuizError
from quiz_app.maths.plot import legend
from quiz_app.maths.plot.canvas import BrailleCanvas, Canvas, Cells, LetterCanvas
from quiz_app.maths.plot.curve import Curve, Guide, Mark, Point
from quiz_app.maths.plot.frame import (
    Captions,
    Frame,
    arranged,
    write_axes,
    write_captions,
)
from quiz_app.maths.plot.glyphs import Glyphs, GlyphSet, glyphs_of
from quiz_app.maths.plot.ranges import shown_ranges
from quiz_app.maths.plot.sheet import Plot, Sheet

SMALLEST_WIDTH = 24
SMALLEST_HEIGHT = 6


def plot(
    curves: Sequence[Curve],
    *,
    width: int,
    height: int,
    title: str = "",
    x_label: str = "",
    y_label: str = "",
    x_range: tuple[float, float] | None = None,
    y_range: tuple[float, float] | None = None,
    marks: Sequence[Mark] = (),
    glyphs: GlyphSet = "unicode",
) -> Plot:
    """The curves drawn in exactly ``height`` rows of ``width`` cells, everything included.

    Later curves lie in front. A range that is not given is that of the finite samples. A
    plot with few rows leaves out labels. Raises QuizError when there is no room for a plot
    or a given range is not finite and increasing.
    """
    if width < SMALLEST_WIDTH or height < SMALLEST_HEIGHT:
        raise QuizError(
            f"There is no room for a plot in {width} columns and {height} rows.",
            f"Give it at least {SMALLEST_WIDTH} columns and {SMALLEST_HEIGHT} rows.",
        )
    chosen = glyphs_of(glyphs)
    canvas = BrailleCanvas if glyphs == "unicode" else LetterCanvas
    captions = Captions(*(chosen.text(text, width) for text in (title, x_label, y_label)))
    ranges = shown_ranges(curves, x_range, y_range)
    entries = legend.entries(curves, chosen, width // 2)

    frame = arranged(captions, ranges, (width, height), chosen, legend_row=False)
    cells = _drawn(curves, frame, canvas(frame.rows, frame.columns, chosen))
    place = legend.free_place(entries, cells.inked) if entries else None
    if entries and place is None:
        frame = arranged(captions, ranges, (width, height), chosen, legend_row=True)
        cells = _drawn(curves, frame, canvas(frame.rows, frame.columns, chosen))

    sheet = Sheet(width, height)
    write_captions(sheet, frame, captions)
    write_axes(sheet, frame, chosen)
    _write_zero(sheet, frame, chosen)
    _write_guides(sheet, frame, marks, chosen)
    sheet.paste(frame.top, frame.left, cells)
    _write_points(sheet, frame, marks, chosen)
    if place is not None:
        legend.write_block(sheet, frame.top + place[0], frame.left + place[1], entries)
    if frame.legend_row is not None:
        legend.write_row(sheet, frame.legend_row, frame.left, entries)
    return Plot(sheet.rows(), (frame.x.low, frame.x.high), (frame.y.low, frame.y.high))


def _drawn(curves: Sequence[Curve], frame: Frame, canvas: Canvas) -> Cells:
    """The area of the curves."""
    across = frame.columns * canvas.dots_across
    down = frame.rows * canvas.dots_down
    for curve in curves:
        known = np.isfinite(curve.x) & np.isfinite(curve.y)
        with np.errstate(over="ignore", invalid="ignore"):
            points = np.array(
                [frame.x.dots(curve.x, across), down - 1 - frame.y.dots(curve.y, down)]
            )
        points[:, ~known] = np.nan
        canvas.draw(points)
    return canvas.cells()


def _cell(frame: Frame, x: float, y: float) -> tuple[int, int] | None:
    """The (row, column) on the sheet of a value, if it is in sight."""
    across = frame.x.dots(np.array([x]), 2 * frame.columns)[0]
    up = frame.y.dots(np.array([y]), 4 * frame.rows)[0]
    if not (-0.5 <= across < 2 * frame.columns - 0.5 and -0.5 <= up < 4 * frame.rows - 0.5):
        return None
    row = frame.top + frame.rows - 1 - int(up + 0.5) // 4
    return row, frame.left + int(across + 0.5) // 2


def _write_zero(sheet: Sheet, frame: Frame, glyphs: Glyphs) -> None:
    if frame.y.low < 0 < frame.y.high and (cell := _cell(frame, frame.x.low, 0.0)):
        sheet.write(cell[0], frame.left, glyphs.zero * frame.columns)


def _write_guides(sheet: Sheet, frame: Frame, marks: Sequence[Mark], glyphs: Glyphs) -> None:
    for mark in marks:
        if isinstance(mark, Guide) and (cell := _cell(frame, mark.x, frame.y.low)):
            sheet.write_down(frame.top, cell[1], glyphs.guide, frame.rows)


def _write_points(sheet: Sheet, frame: Frame, marks: Sequence[Mark], glyphs: Glyphs) -> None:
    for mark in marks:
        if isinstance(mark, Point) and (cell := _cell(frame, mark.x, mark.y)):
            sheet.write(*cell, glyphs.point, mark.curve)
