"""Mathematics as text: trees set in boxes, in one line and as LaTeX."""

from __future__ import annotations

from quiz_app.maths.layout.box import Box
from quiz_app.maths.layout.fitting import fit
from quiz_app.maths.layout.glyphs import ASCII, UNICODE, Glyphs
from quiz_app.maths.layout.latex import latex
from quiz_app.maths.layout.numbers import number_text
from quiz_app.maths.layout.text import cell_width
from quiz_app.maths.layout.typeset import equation, layout, one_line

__all__ = [
    "ASCII",
    "UNICODE",
    "Box",
    "Glyphs",
    "cell_width",
    "equation",
    "fit",
    "latex",
    "layout",
    "number_text",
    "one_line",
]
