"""How sums, products, quotients and powers are written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from quiz_app.maths.expression.tree import Binary, Index, Indicator, Name, Number, Tree
from quiz_app.maths.layout.conventions import (
    COMMON_FRACTIONS,
    AdditionSign,
    factors,
    half_form,
    is_ratio,
    mean_form,
    terms,
    without_leading_minus,
)
from quiz_app.maths.layout.piece import Binding, Piece, T, deepest

if TYPE_CHECKING:
    from quiz_app.maths.layout.notation import Notation


def negative(notation: Notation[T], operand: Tree, *, closed: bool) -> Piece[T]:
    """``−x``."""
    piece = notation.operand(operand, Binding.PRODUCT, closed=closed)
    return Piece(
        notation.setter.negated(piece.body),
        Binding.PRODUCT,
        signed=True,
        plain=piece.plain,
        nesting=piece.nesting,
    )


def binary(notation: Notation[T], tree: Binary, *, closed: bool) -> Piece[T]:
    """Two operands and the sign between them."""
    match tree.op:
        case "+" | "-":
            return addition(notation, tree)
        case "*":
            return product(notation, tree, closed=closed)
        case "/":
            return quotient(notation, tree, closed=closed)
        case "^":
            return power(notation, tree.left, tree.right)


def addends(notation: Notation[T], tree: Tree) -> list[tuple[AdditionSign, Piece[T]]]:
    """The terms of a sum with their signs; only the first may begin with a minus."""
    return [
        (sign, notation.operand(term, Binding.PRODUCT, signed=position == 0))
        for position, (sign, term) in enumerate(terms(tree))
    ]


def addition(notation: Notation[T], tree: Tree) -> Piece[T]:
    """A sum of any number of terms, ``a + b − c``."""
    (_, first), *others = addends(notation, tree)
    parts = [first.body]
    for sign, piece in others:
        parts += [notation.setter.sign(sign), piece.body]
    pieces = [first, *(piece for _, piece in others)]
    return Piece(
        notation.setter.row(*parts),
        Binding.SUM,
        signed=first.signed,
        plain=all(piece.plain for piece in pieces),
        nesting=deepest(pieces),
    )


def product(notation: Notation[T], tree: Tree, *, closed: bool) -> Piece[T]:
    """Factors side by side, with a × where two numbers would meet."""
    positive = without_leading_minus(tree)
    if positive is not None:
        return negative(notation, positive, closed=closed)
    setter = notation.setter
    parts = factors(
        tree, means=not setter.as_written, halves=not (setter.slashed or setter.as_written)
    )
    last = len(parts) - 1
    pieces = [
        _factor(notation, part, first=position == 0, closed=closed or position < last)
        for position, part in enumerate(parts)
    ]
    row = [pieces[0].body]
    for (left, right), part in zip(pairwise(pieces), parts[1:], strict=True):
        times = right.numeric or (left.numeric and isinstance(part, Indicator))
        row += [setter.sign("times") if times else setter.gap(), right.body]
    return Piece(
        setter.row(*row),
        Binding.PRODUCT,
        signed=pieces[0].signed,
        plain=all(piece.plain for piece in pieces),
        nesting=deepest(pieces),
    )


def quotient(notation: Notation[T], tree: Binary, *, closed: bool) -> Piece[T]:
    """A fraction; ``1/n Σ …`` for a sum over n and ``½ x`` for a half of something simple."""
    positive = without_leading_minus(tree)
    if positive is not None:
        return negative(notation, positive, closed=closed)
    setter = notation.setter
    rewritten = None
    if not setter.as_written:
        rewritten = mean_form(tree) or (None if setter.slashed else half_form(tree))
    if rewritten is not None:
        return product(notation, rewritten, closed=closed)
    numeric = isinstance(tree.left, Number) and isinstance(tree.right, Number)
    common = _common_fraction(tree)
    if common is not None:
        return Piece(setter.common_fraction(*common), Binding.PRODUCT, numeric=True)
    if not setter.slashed:
        body = setter.fraction(notation.piece(tree.left).body, notation.piece(tree.right).body)
        return Piece(body, Binding.FRACTION, numeric=numeric)
    over = notation.operand(tree.left, Binding.PRODUCT, signed=True, closed=True)
    if isinstance(tree.left, Binary) and tree.left.op == "/":
        over = notation.grouped(over)
    under = notation.operand(tree.right, Binding.APPLICATION, closed=True)
    return Piece(
        setter.fraction(over.body, under.body),
        Binding.PRODUCT,
        signed=over.signed,
        numeric=numeric,
        nesting=deepest((over, under)),
    )


def power(notation: Notation[T], base: Tree, exponent: Tree) -> Piece[T]:
    """``xⁿ``; the exponent of an indexed name stands above its index."""
    upper = notation.small().piece(exponent)
    if isinstance(base, Name | Index):
        return notation.scripted(base, upper)
    # (r/δ)² in one row is easier on the eye than a stack in tall brackets.
    within = notation.small() if is_ratio(base) else notation
    core = within.operand(base, Binding.ATOM)
    return Piece(
        notation.setter.scripts(core.body, None, upper),
        Binding.POWER,
        numeric=core.numeric,
        nesting=core.nesting,
    )


def _factor(notation: Notation[T], tree: Tree, *, first: bool, closed: bool) -> Piece[T]:
    """One factor of a product; only the first may begin with a minus."""
    piece = notation.piece(tree, closed=closed)
    if piece.binding >= Binding.FRACTION and not piece.signed:
        return piece
    if piece.numeric or (first and piece.signed and piece.binding == Binding.PRODUCT):
        return piece
    return notation.grouped(piece)


def _common_fraction(tree: Binary) -> tuple[str, str] | None:
    match tree:
        case Binary(_, Number(over), Number(under)) if (over, under) in COMMON_FRACTIONS:
            return over, under
        case _:
            return None
