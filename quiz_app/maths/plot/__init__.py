"""Curves with axes, ticks and a legend: in braille dots, in plain ASCII, and as SVG."""

from __future__ import annotations

from quiz_app.maths.plot.curve import Curve, Guide, Mark, Point, reading_at
from quiz_app.maths.plot.glyphs import GlyphSet
from quiz_app.maths.plot.plot import plot
from quiz_app.maths.plot.sheet import Plot, Run
from quiz_app.maths.plot.svg import svg

__all__ = [
    "Curve",
    "GlyphSet",
    "Guide",
    "Mark",
    "Plot",
    "Point",
    "Run",
    "plot",
    "reading_at",
    "svg",
]
