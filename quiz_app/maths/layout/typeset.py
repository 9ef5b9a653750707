"""Trees as pictures of text: in a box, in one line, and within a given width."""

from __future__ import annotations

from quiz_app.maths.expression.tree import Compare, Tree
from quiz_app.maths.layout.box import Box
from quiz_app.maths.layout.flat import Flat
from quiz_app.maths.layout.glyphs import UNICODE, Glyphs
from quiz_app.maths.layout.notation import Notation
from quiz_app.maths.layout.stacked import Stacked


def layout(tree: Tree, glyphs: Glyphs = UNICODE) -> Box:
    """The tree set as on paper."""
    return Notation(Stacked(glyphs)).piece(tree).body


def one_line(tree: Tree, glyphs: Glyphs = UNICODE, *, as_written: bool = False) -> str:
    """The tree set in one line, for running text: ``(y − p)/n``.

    ``as_written`` keeps the order of a mean, too: ``Σ x/n`` and not ``1/n Σ x``.
    """
    return Notation(Flat(glyphs, as_written=as_written)).piece(tree).body


def equation(left: Tree, right: Tree, glyphs: Glyphs = UNICODE) -> Box:
    """``left = right``, both on one baseline."""
    return layout(Compare("==", left, right), glyphs)
