"""An answer shown back as it was typed: its order kept, ``ln`` where it says ``ln``."""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap

from quiz_app.maths.expression import Tree, Vector
from quiz_app.maths.layout import UNICODE, Box, Glyphs, fit, one_line


def in_one_line(text: str, tree: Tree, glyphs: Glyphs = UNICODE) -> str:
    """What was read from a text, in one line."""
    return one_line(tree, _spelled(text, glyphs), as_written=True)


def in_a_box(text: str, tree: Tree, width: int, glyphs: Glyphs) -> Box:
    """What was read from a text, set as on paper, in rows if it is too wide.

    What is too wide even so, such as a long list, is broken between its words.
    """
    line = in_one_line(text, tree, glyphs)
    # Stacked fractions make a list no less than half as wide.
    if not (isinstance(tree, Vector) and len(line) > 2 * width):
        box = fit(tree, width, _spelled(text, glyphs), as_written=True)
        if box.width <= width:
            return box
    return Box(tuple(part.ljust(width) for part in wrap(line, width)))


def _spelled(text: str, glyphs: Glyphs) -> Glyphs:
    """The glyphs, with the natural logarithm called as the text calls it."""
    return replace(glyphs, natural_logarithm="ln") if "ln" in text else glyphs
