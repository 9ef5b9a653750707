"""A figure of curves as SVG: axes with ticks, dashed strokes, a legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np

from quiz_app.maths.plot.curve import Curve, FloatArray, Guide, Mark, Point
from quiz_app.maths.plot.ranges import shown_ranges
from quiz_app.maths.plot.ticks import Axis, axis

_WIDTH, _HEIGHT = 720, 440
_LEFT, _TOP, _COLUMNS, _ROWS = 70, 60, 480, 310
_LEGEND = _LEFT + _COLUMNS + 24
_LINE = 24
_SAMPLE = 34
_MOST_TICKS = 8
_MINUS = "\N{MINUS SIGN}"

# Told apart by people with any kind of colour blindness, on white; the dashes do it in grey.
_COLOURS = ("#005F99", "#A84300", "#00664E", "#8A3A6B")
_DASHES = ("", "9 5", "2 4", "9 4 2 4")

_HEAD = f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" \
width="{_WIDTH}" height="{_HEIGHT}" font-family="Helvetica, Arial, sans-serif" font-size="14">
<rect width="100%" height="100%" fill="white"/>
<clipPath id="area"><rect x="{_LEFT}" y="{_TOP}" width="{_COLUMNS}" height="{_ROWS}"/></clipPath>"""


@dataclass(frozen=True)
class _Area:
    """The part of the picture where curves are drawn."""

    x: Axis
    y: Axis

    def across(self, values: FloatArray) -> FloatArray:
        """Horizontal places of values of x."""
        return _LEFT + self.x.dots(values, _COLUMNS + 1)

    def down(self, values: FloatArray) -> FloatArray:
        """Vertical places of values of y; those far out of sight come near to the area."""
        places = _TOP + _ROWS - self.y.dots(values, _ROWS + 1)
        return np.clip(places, -_HEIGHT, 2 * _HEIGHT)


def svg(
    curves: Sequence[Curve],
    *,
    title: str = "",
    x_label: str = "",
    y_label: str = "",
    x_range: tuple[float, float] | None = None,
    y_range: tuple[float, float] | None = None,
    marks: Sequence[Mark] = (),
) -> str:
    """The curves as an SVG document of 720 by 440 pixels on white.

    Ranges are those of ``plot``. Raises QuizError when a given range is not finite and
    increasing.
    """
    x, y = shown_ranges(curves, x_range, y_range)
    area = _Area(
        axis(x.low, x.high, most=_MOST_TICKS, minus=_MINUS, snap=not x.asked),
        axis(y.low, y.high, most=_MOST_TICKS, minus=_MINUS, snap=not y.asked),
    )
    middle = _LEFT + _COLUMNS / 2
    parts = [
        _HEAD,
        _text(middle, 28, title, 'text-anchor="middle" font-size="16" font-weight="bold"'),
        _text(middle, _HEIGHT - 20, x_label, 'text-anchor="middle"'),
        _text(_LEFT, _TOP - 12, y_label, 'text-anchor="end"'),
        *_axes(area),
        '<g clip-path="url(#area)">',
        *(_guide(area, mark) for mark in marks if isinstance(mark, Guide)),
        *(line for index, curve in enumerate(curves) for line in _lines(area, curve, index)),
        *(_point(area, mark) for mark in marks if isinstance(mark, Point)),
        "</g>",
        *_legend(curves),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axes(area: _Area) -> Iterator[str]:
    bottom = _TOP + _ROWS
    for place, label in zip(area.across(np.array(area.x.ticks)), area.x.labels, strict=True):
        yield _line(place, _TOP, place, bottom, 'stroke="#e4e4e4"')
        yield _text(place, bottom + 20, label, 'text-anchor="middle"')
    for place, label in zip(area.down(np.array(area.y.ticks)), area.y.labels, strict=True):
        yield _line(_LEFT, place, _LEFT + _COLUMNS, place, 'stroke="#e4e4e4"')
        yield _text(_LEFT - 8, place + 5, label, 'text-anchor="end"')
    corners = f"M{_LEFT} {_TOP}V{bottom}H{_LEFT + _COLUMNS}"
    yield f'<path d="{corners}" fill="none" stroke="#333"/>'


def _guide(area: _Area, guide: Guide) -> str:
    (place,) = area.across(np.array([guide.x]))
    return _line(place, _TOP, place, _TOP + _ROWS, 'stroke="#777" stroke-dasharray="3 3"')


def _point(area: _Area, point: Point) -> str:
    (across,), (down,) = area.across(np.array([point.x])), area.down(np.array([point.y]))
    colour = "#333" if point.curve is None else _colour(point.curve)
    return f'<circle cx="{across:.1f}" cy="{down:.1f}" r="5" fill="{colour}"/>'


def _lines(area: _Area, curve: Curve, index: int) -> Iterator[str]:
    """A line for every stretch of finite samples."""
    known = np.isfinite(curve.x) & np.isfinite(curve.y)
    edges = np.flatnonzero(np.diff(known, prepend=False, append=False)).reshape(-1, 2)
    for start, end in edges:
        across, down = area.across(curve.x[start:end]), area.down(curve.y[start:end])
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across, down, strict=True))
        yield f'<polyline points="{points}" fill="none" {_stroke(index)}/>'


def _legend(curves: Sequence[Curve]) -> Iterator[str]:
    named = [(index, curve.name) for index, curve in enumerate(curves) if curve.name]
    for row, (index, name) in enumerate(named):
        place = _TOP + 10 + row * _LINE
        yield _line(_LEGEND, place, _LEGEND + _SAMPLE, place, _stroke(index))
        yield _text(_LEGEND + _SAMPLE + 8, place + 5, name, "")


def _stroke(index: int) -> str:
    dashes = _DASHES[index % len(_DASHES)]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{_colour(index)}" stroke-width="2"{dashed}'


def _colour(index: int) -> str:
    return _COLOURS[index % len(_COLOURS)]


def _line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {style}/>'


def _text(x: float, y: float, text: str, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {style} fill="#222">{escape(text)}</text>'
