"""Forms in which the field writes what a tree says in another shape; nothing changes its value."""

from __future__ import annotations

from itertools import islice
from typing import Literal, TypeAlias

from quiz_app.maths.expression.tree import Binary, Call, Index, Name, Negative, Number, Tree, walk
from quiz_app.maths.layout.glyphs import UNICODE

AdditionSign: TypeAlias = Literal["+", "-"]

COMMON_FRACTIONS = frozenset(UNICODE.fractions)

_MOST_PARTS = 8


def terms(tree: Tree) -> list[tuple[AdditionSign, Tree]]:
    """The terms of a sum in their order; ``a + (b − c)`` has three."""
    found: list[tuple[AdditionSign, Tree]] = []
    waiting: list[tuple[AdditionSign, Tree]] = [("+", tree)]
    while waiting:
        sign, part = waiting.pop()
        match part:
            case Binary("+" | "-" as op, left, right) if sign == "+":
                waiting += [(op, right), ("+", left)]
            case _:
                found.append((sign, part))
    return found


def factors(tree: Tree, *, means: bool = True, halves: bool = False) -> list[Tree]:
    """The factors of a product in their order.

    With ``means`` a mean counts as ``1/n`` times its sum, with ``halves`` a leading ``x/2`` as
    ``½`` times x.
    """
    found: list[Tree] = []
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        mean = mean_form(part) if means else None
        part = mean or (half_form(part) if halves and not found else None) or part
        match part:
            case Binary("*", left, right):
                waiting += [right, left]
            case _:
                found.append(part)
    return found


def without_leading_minus(tree: Tree) -> Tree | None:
    """What ``−a b/c`` is the negative of; None unless the first factor has a minus."""
    match tree:
        case Binary("*" | "/" as op, Negative(operand), right):
            return Binary(op, operand, right)
        case Binary("*" | "/" as op, Binary() as left, right):
            rest = without_leading_minus(left)
            return None if rest is None else Binary(op, rest, right)
        case _:
            return None


def mean_form(tree: Tree) -> Tree | None:
    """``(1/n) Σ …`` for ``(Σ …)/n``, also with a coefficient before the sum; else None."""
    if not (isinstance(tree, Binary) and tree.op == "/" and _is_count(tree.right)):
        return None
    *coefficients, last = factors(tree.left)
    if not (isinstance(last, Call) and last.function == "sum"):
        return None
    return Binary("*", Binary("/", _product(coefficients), tree.right), last)


def half_form(tree: Tree) -> Tree | None:
    """``½ x`` for ``x/2``, likewise thirds and quarters; None where a stack is clearer."""
    match tree:
        case Binary("/", over, Number(digits) as under) if ("1", digits) in COMMON_FRACTIONS:
            first = factors(over)[0]
            if isinstance(first, Name | Index | Call) or _is_power(first):
                return Binary("*", Binary("/", Number("1"), under), over)
    return None


def is_ratio(tree: Tree) -> bool:
    """Whether it is a fraction of two names, elements or numbers."""
    match tree:
        case Binary("/", Name() | Index() | Number(), Name() | Index() | Number()):
            return True
        case _:
            return False


def is_short(exponent: Tree) -> bool:
    """Whether it has few enough parts to stand above e."""
    return len(list(islice(walk(exponent), _MOST_PARTS + 1))) <= _MOST_PARTS


def _is_count(tree: Tree) -> bool:
    """Whether a sum over it is a mean: names and numbers, multiplied."""
    return all(
        isinstance(part, Name | Number) or (isinstance(part, Binary) and part.op == "*")
        for part in walk(tree)
    )


def _is_power(tree: Tree) -> bool:
    return isinstance(tree, Binary) and tree.op == "^" and not isinstance(tree.left, Number)


def _product(parts: list[Tree]) -> Tree:
    if not parts:
        return Number("1")
    product, *others = parts
    for part in others:
        product = Binary("*", product, part)
    return product
