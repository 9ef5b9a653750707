"""The tree that mathematics is read into: small immutable nodes, and how to walk them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias

from msgspec import Struct

Operator: TypeAlias = Literal["+", "-", "*", "/", "^"]
Relation: TypeAlias = Literal["<", "<=", ">", ">=", "=="]


class Number(Struct, frozen=True, tag="number"):
    """A non-negative decimal as it was written: ``2``, ``0.25``, ``2e-3``."""

    text: str

    @property
    def value(self) -> Fraction:
        """The exact rational that the digits say."""
        return Fraction(self.text)


class Name(Struct, frozen=True, tag="name"):
    """A variable or constant in canonical spelling: ``lambda`` for λ, ``yhat`` for ŷ, ``p_1``."""

    name: str


class Index(Struct, frozen=True, tag="index"):
    """An element of an array: ``z[k]``, ``p[i, k]``; positions count from zero when evaluated."""

    base: Tree
    indices: tuple[Tree, ...]


class Negative(Struct, frozen=True, tag="negative"):
    """Minus a term."""

    operand: Tree


class Binary(Struct, frozen=True, tag="binary"):
    """Two operands and one of ``+ - * / ^``."""

    op: Operator
    left: Tree
    right: Tree


class Call(Struct, frozen=True, tag="call"):
    """A function of its arguments and named options.

    ``|x|`` is ``abs``. ``sum(body, k, K)`` adds ``body`` over the K values of ``k``.
    ``derivative(l, x)`` and ``derivative(l, x, 2)`` are only ever displayed.
    """

    function: str
    arguments: tuple[Tree, ...]
    options: tuple[tuple[str, Tree], ...] = ()


class Compare(Struct, frozen=True, tag="compare"):
    """A relation between two terms; ``==`` also joins the sides of a displayed equation."""

    op: Relation
    left: Tree
    right: Tree


class Conditional(Struct, frozen=True, tag="conditional"):
    """``value if condition else otherwise``; a chain in ``otherwise`` makes more cases."""

    value: Tree
    condition: Tree
    otherwise: Tree


class Indicator(Struct, frozen=True, tag="indicator"):
    """``1[condition]``: one where it holds, else zero."""

    condition: Tree


class Vector(Struct, frozen=True, tag="vector"):
    """``[a, b, c]``; a vector of vectors is a matrix."""

    items: tuple[Tree, ...]


Tree: TypeAlias = (
    Number | Name | Index | Negative | Binary | Call | Compare | Conditional | Indicator | Vector
)


def children(tree: Tree) -> tuple[Tree, ...]:
    """The direct parts of a node, left to right."""
    match tree:
        case Number() | Name():
            return ()
        case Index(base, indices):
            return (base, *indices)
        case Negative(operand):
            return (operand,)
        case Binary(_, left, right) | Compare(_, left, right):
            return (left, right)
        case Call(_, arguments, options):
            return (*arguments, *(value for _, value in options))
        case Conditional(value, condition, otherwise):
            return (value, condition, otherwise)
        case Indicator(condition):
            return (condition,)
        case Vector(items):
            return items


def walk(tree: Tree) -> Iterator[Tree]:
    """The node and all below it, parents first."""
    yield tree
    for child in children(tree):
        yield from walk(child)


def map_children(tree: Tree, change: Callable[[Tree], Tree]) -> Tree:
    """The same node with ``change`` applied to each of its direct parts."""
    match tree:
        case Number() | Name():
            return tree
        case Index(base, indices):
            return Index(change(base), tuple(map(change, indices)))
        case Negative(operand):
            return Negative(change(operand))
        case Binary(op, left, right):
            return Binary(op, change(left), change(right))
        case Compare(relation, left, right):
            return Compare(relation, change(left), change(right))
        case Call(function, arguments, options):
            named = tuple((name, change(value)) for name, value in options)
            return Call(function, tuple(map(change, arguments)), named)
        case Conditional(value, condition, otherwise):
            return Conditional(change(value), change(condition), change(otherwise))
        case Indicator(condition):
            return Indicator(change(condition))
        case Vector(items):
            return Vector(tuple(map(change, items)))


def rebuild(tree: Tree, change: Callable[[Tree], Tree]) -> Tree:
    """The tree with ``change`` applied to every node, children before parents."""
    return change(map_children(tree, lambda part: rebuild(part, change)))


def substitute(tree: Tree, values: Mapping[str, Tree]) -> Tree:
    """The tree with each name in ``values`` replaced."""

    def change(part: Tree) -> Tree:
        return values.get(part.name, part) if isinstance(part, Name) else part

    return rebuild(tree, change)
