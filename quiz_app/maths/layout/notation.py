"""How a tree is written: which brackets, signs and forms, the same for every way of setting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Conditional,
    Index,
    Indicator,
    Name,
    Negative,
    Number,
    Tree,
    Vector,
)
from quiz_app.maths.layout import arithmetic, functions
from quiz_app.maths.layout.names import is_letter, split_subscript
from quiz_app.maths.layout.numbers import scientific_parts
from quiz_app.maths.layout.piece import Binding, Piece, T, deepest
from quiz_app.maths.layout.setter import Setter


class Notation(Generic[T]):
    """Sets trees through a setter, keeping the author's order and using the fewest brackets."""

    def __init__(self, setter: Setter[T]) -> None:
        self.setter = setter

    def small(self) -> Notation[T]:
        """The notation for indices, exponents and limits."""
        return Notation(self.setter.small())

    def piece(self, tree: Tree, *, closed: bool = False) -> Piece[T]:
        """The tree, set. ``closed``: another factor follows and must not seem to belong to it."""
        match tree:
            case Number(digits):
                return self._number(digits)
            case Name() | Index():
                return self.scripted(tree, None)
            case Negative(operand):
                return arithmetic.negative(self, operand, closed=closed)
            case Binary():
                return arithmetic.binary(self, tree, closed=closed)
            case Compare():
                return self._relation(tree)
            case Conditional():
                return self._cases(tree)
            case Indicator(condition):
                inner = self.piece(condition)
                return Piece(self.setter.indicator(inner.body), nesting=inner.nesting)
            case Vector(items):
                return self._vector(items)
            case Call():
                return functions.call(self, tree, closed=closed)

    def grouped(self, piece: Piece[T]) -> Piece[T]:
        """The piece in brackets."""
        body = self.setter.grouped(piece.body, piece.nesting)
        return Piece(body, nesting=piece.nesting + 1)

    def operand(
        self, tree: Tree, least: Binding, *, signed: bool = False, closed: bool = False
    ) -> Piece[T]:
        """The tree, in brackets if it binds less than ``least`` or has a minus it must not have."""
        piece = self.piece(tree, closed=closed)
        if piece.binding < least or (piece.signed and not signed):
            return self.grouped(piece)
        return piece

    def joined(self, pieces: Sequence[Piece[T]], separator: T) -> T:
        """The bodies in a row with the separator between them."""
        parts: list[T] = []
        for piece in pieces:
            parts += [separator, piece.body] if parts else [piece.body]
        return self.setter.row(*parts) if parts else self.setter.text("")

    def scripted(self, tree: Name | Index, upper: Piece[T] | None) -> Piece[T]:
        """A name or an element with its subscripts, and with a superscript if one is given."""
        base, indices = _indexed(tree)
        if isinstance(base, Name):
            stem, subscript = split_subscript(base.name)
            core = Piece(self.setter.letter(stem), plain=is_letter(stem))
        else:
            subscript = ""
            core = self.operand(base, Binding.ATOM)
        lower = self._subscript(subscript, indices)
        if lower is None and upper is None:
            return core
        return Piece(
            self.setter.scripts(core.body, lower, upper),
            Binding.ATOM if upper is None else Binding.POWER,
            nesting=core.nesting,
        )

    def _subscript(self, own: str, indices: Sequence[Tree]) -> Piece[T] | None:
        """What stands below: single letters and digits without commas, as in ``pᵢₖ``."""
        small = self.small()
        parts = [small.piece(index) for index in indices]
        if own:
            text = small.setter.letter(own) if is_letter(own) else small.setter.text(own)
            parts.insert(0, Piece(text, plain=True))
        if len(parts) < 2:
            return parts[0] if parts else None
        tight = all(map(_is_single, indices)) and len(own) < 2
        separator = self.setter.text("" if tight else ",")
        return Piece(self.joined(parts, separator), plain=tight)

    def _number(self, digits: str) -> Piece[T]:
        _, power = scientific_parts(digits)
        binding = Binding.PRODUCT if power else Binding.ATOM
        return Piece(self.setter.number(digits), binding, numeric=True, plain=not power)

    def _relation(self, tree: Compare) -> Piece[T]:
        sides = [self._side(side, tree) for side in (tree.left, tree.right)]
        return Piece(
            self.joined(sides, self.setter.sign(tree.op)),
            Binding.RELATION,
            signed=sides[0].signed,
            nesting=deepest(sides),
        )

    def _side(self, side: Tree, relation: Compare) -> Piece[T]:
        """One side of a relation; in an equation further equations and cases need no brackets."""
        if relation.op == "==":
            chained = isinstance(side, Compare) and side.op == "=="
            final = isinstance(side, Conditional) and side is relation.right
            if chained or final:
                return self.piece(side)
        return self.operand(side, Binding.SUM, signed=True)

    def _cases(self, tree: Conditional) -> Piece[T]:
        rows: list[tuple[T, T]] = []
        rest: Tree = tree
        while isinstance(rest, Conditional):
            value = self.operand(rest.value, Binding.RELATION, signed=True)
            rows.append((value.body, self.piece(rest.condition).body))
            rest = rest.otherwise
        return Piece(self.setter.cases(rows, self.piece(rest).body), Binding.CASES)

    def _vector(self, items: Sequence[Tree]) -> Piece[T]:
        rows = [item.items for item in items if isinstance(item, Vector)]
        widths = {len(row) for row in rows}
        if rows and len(rows) == len(items) and len(widths) == 1 and rows[0]:
            numbers = all(_is_number(entry) for row in rows for entry in row)
            entries = [[self.piece(entry).body for entry in row] for row in rows]
            return Piece(self.setter.matrix(entries, numbers))
        pieces = [self.piece(item) for item in items]
        inner = self.joined(pieces, self.setter.text(", "))
        return Piece(self.setter.fenced("square", inner), nesting=deepest(pieces))


def _indexed(tree: Name | Index) -> tuple[Tree, tuple[Tree, ...]]:
    """What is indexed, and all its indices: ``z[i][k]`` is ``z[i, k]``."""
    if isinstance(tree, Name):
        return tree, ()
    base, indices = tree.base, tree.indices
    while isinstance(base, Index):
        indices = base.indices + indices
        base = base.base
    return base, indices


def _is_single(tree: Tree) -> bool:
    match tree:
        case Name(text) | Number(text):
            return len(text) == 1
        case _:
            return False


def _is_number(tree: Tree) -> bool:
    return isinstance(tree, Number) or (
        isinstance(tree, Negative) and isinstance(tree.operand, Number)
    )
