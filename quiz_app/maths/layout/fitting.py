"""Breaking formulas that are wider than the room there is."""

from __future__ import annotations

from quiz_app.maths.expression.tree import Binary, Compare, Tree
from quiz_app.maths.layout.arithmetic import addends
from quiz_app.maths.layout.box import Box, beside, separated
from quiz_app.maths.layout.glyphs import UNICODE, Glyphs
from quiz_app.maths.layout.notation import Notation
from quiz_app.maths.layout.piece import Binding, Piece, deepest
from quiz_app.maths.layout.stacked import Stacked

# The longest row of a sum, as a share of the room: outer sums are longer and break first.
_SHARES = (1.0, 0.75, 0.5, 0.35, 0.25, 0.15, 0.0)


def fit(tree: Tree, width: int, glyphs: Glyphs = UNICODE, *, as_written: bool = False) -> Box:
    """The tree set as on paper, in rows if it is wider than ``width`` cells.

    ``as_written`` keeps a half and a mean where they stand: ``x y/2`` and not ``½ x y``.

    An equation is broken before its equals signs and a sum before its terms, the outermost
    first. A formula that stays too wide however it is broken is broken outermost only.
    """
    setter = Stacked(glyphs, as_written=as_written)
    whole = Notation(setter).piece(tree).body
    if whole.width <= width:
        return whole
    narrowest = min(_attempts(setter, tree, width, _SHARES[-1]), key=_width)
    if narrowest.width > width:
        return min([whole, *_attempts(setter, tree, width, _SHARES[0])], key=_width)
    for share in _SHARES:
        for attempt in _attempts(setter, tree, width, share):
            if attempt.width <= width:
                return attempt
    return narrowest


class _InRows(Notation[Box]):
    """Sets sums in rows, none of them wider than ``limit`` where it can be helped."""

    def __init__(self, setter: Stacked, limit: int) -> None:
        super().__init__(setter)
        self._stacked = setter
        self._limit = limit

    def piece(self, tree: Tree, *, closed: bool = False) -> Piece[Box]:
        """The tree, set; a sum that is too wide in rows that begin with a sign."""
        if not _is_sum(tree):
            return super().piece(tree, closed=closed)
        (_, first), *others = addends(self, tree)
        rows = [first.body]
        for sign, term in others:
            longer = beside(rows[-1], self.setter.sign(sign), term.body)
            if longer.width <= self._limit:
                rows[-1] = longer
            else:
                rows.append(beside(self._stacked.prefix(sign), term.body))
        nesting = deepest([first, *(term for _, term in others)])
        return Piece(separated(rows), Binding.SUM, signed=first.signed, nesting=nesting)


def _attempts(setter: Stacked, tree: Tree, width: int, share: float) -> list[Box]:
    """The tree in rows: an equation aligned at its signs, then with its left side above."""
    left, *sides = _sides(tree)
    head = _rows(setter, left, width, share)
    if not sides:
        return [head]
    equals, prefix = setter.sign("=="), setter.prefix("==")
    room = width - head.width - equals.width
    heads = [head, *[Box((" " * head.width,))] * (len(sides) - 1)]
    aligned = [
        beside(start, equals, _rows(setter, side, room, share))
        for start, side in zip(heads, sides, strict=True)
    ]
    room = width - prefix.width
    below = [beside(prefix, _rows(setter, side, room, share)) for side in sides]
    return [separated(aligned), separated([head, *below])]


def _rows(setter: Stacked, tree: Tree, room: int, share: float) -> Box:
    """The tree, its sums in rows of at most that share of the room if it is wider."""
    whole = Notation(setter).piece(tree).body
    return whole if whole.width <= room else _InRows(setter, int(room * share)).piece(tree).body


def _sides(tree: Tree) -> list[Tree]:
    """The sides of an equation or of a chain of them; anything else is a side by itself."""
    if isinstance(tree, Compare) and tree.op == "==":
        return [*_sides(tree.left), *_sides(tree.right)]
    return [tree]


def _is_sum(tree: Tree) -> bool:
    return isinstance(tree, Binary) and tree.op in ("+", "-")


def _width(box: Box) -> int:
    return box.width
