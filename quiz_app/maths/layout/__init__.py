"""Mathematics as text: trees set in boxes, in one line and as LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.lazily import exports

if TYPE_CHECKING:
    from quiz_app.maths.layout.box import Box
    from quiz_app.maths.layout.fitting import fit
    from quiz_app.maths.layout.glyphs import ASCII, UNICODE, Glyphs
    from quiz_app.maths.layout.numbers import number_text
    from quiz_app.maths.layout.tex import latex
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

__getattr__ = exports(
    __name__,
    {
        "box": ("Box",),
        "fitting": ("fit",),
        "glyphs": ("ASCII", "UNICODE", "Glyphs"),
        "tex": ("latex",),
        "numbers": ("number_text",),
        "text": ("cell_width",),
        "typeset": ("equation", "layout", "one_line"),
    },
)
