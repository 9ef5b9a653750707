"""Sums and relations in textbook form: what comes first, and on which side."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from typing import TypeAlias

from quiz_app.maths.expression.tree import (
    Binary,
    Compare,
    Name,
    Negative,
    Number,
    Relation,
    Tree,
    walk,
)

SignedTerm: TypeAlias = tuple[bool, Tree]
"""A term of a sum: whether it is subtracted, and the term without its sign."""

_MIRRORED: dict[Relation, Relation] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


def rational(value: Fraction) -> Tree:
    """A rational number that is not negative: ``2``, ``1/3``."""
    numerator = Number(str(value.numerator))
    if value.denominator == 1:
        return numerator
    return Binary("/", numerator, Number(str(value.denominator)))


def is_number(tree: Tree) -> bool:
    """Whether nothing but digits and signs is in the tree."""
    return all(isinstance(part, Number | Negative | Binary) for part in walk(tree))


def total(terms: Sequence[SignedTerm]) -> Tree:
    """The sum of the terms: added ones first, numbers, then short ones before long ones.

    No terms add up to zero.
    """
    if not terms:
        return Number("0")
    (negative, first), *others = sorted(terms, key=_place)
    return reduce(
        lambda so_far, term: Binary("-" if term[0] else "+", so_far, term[1]),
        others,
        Negative(first) if negative else first,
    )


def relation(op: Relation, terms: Sequence[SignedTerm]) -> Compare:
    """``sum of the terms  op  0``, arranged: ``1 - y z > 0`` becomes ``y z < 1``.

    Numbers stand on the right and nothing but them is ever negative.
    """
    numbers = [(negative, term) for negative, term in terms if is_number(term)]
    others = [(negative, term) for negative, term in terms if not is_number(term)]
    signs = {negative for negative, _ in others}
    if len(signs) == 1:
        (sign,) = signs
        left = total([(False, term) for _, term in others])
        right = total([(negative == sign, term) for negative, term in numbers])
        return Compare(_MIRRORED[op] if sign else op, left, right)
    left = total([(False, term) for negative, term in terms if not negative])
    right = total([(False, term) for negative, term in terms if negative])
    if _weight(left) < _weight(right) or _are_reversed(left, right):
        return Compare(_MIRRORED[op], right, left)
    return Compare(op, left, right)


def _place(term: SignedTerm) -> tuple[bool, bool, int, str]:
    negative, tree = term
    return negative, not is_number(tree), sum(1 for _ in walk(tree)), repr(tree)


def _weight(side: Tree) -> int:
    """Numbers weigh less than names, names less than anything composed: the heaviest is left."""
    if is_number(side):
        return 0
    return 1 if isinstance(side, Name) else 2


def _are_reversed(left: Tree, right: Tree) -> bool:
    """Whether these are two names that are not in the order of the alphabet."""
    return isinstance(left, Name) and isinstance(right, Name) and left.name > right.name
