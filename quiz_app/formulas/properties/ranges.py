"""Interval arithmetic: between which numbers a tree stays when its names stay in theirs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from math import inf
from typing import NamedTuple, TypeAlias

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
    Relation,
    Tree,
)


class Range(NamedTuple):
    """The closed interval from ``low`` to ``high``; either may be infinite."""

    low: float
    high: float

    def meet(self, other: Range) -> Range:
        """What lies in both; an empty range if they are apart, where nothing is to be said."""
        return Range(max(self.low, other.low), min(self.high, other.high))

    def hull(self, other: Range) -> Range:
        """The shortest range around both; an empty one counts for nothing."""
        ranges = [each for each in (self, other) if each.low <= each.high]
        if not ranges:
            return self
        return Range(min(each.low for each in ranges), max(each.high for each in ranges))

    @property
    def size(self) -> float:
        """The largest absolute value in it."""
        return max(abs(self.low), abs(self.high))


Ranges: TypeAlias = Mapping[Tree, Range]

EVERYTHING = Range(-inf, inf)
_SHARE = Range(0.0, 1.0)
_CONSTANTS = {"e": math.e, "pi": math.pi}
_OPPOSITE: Mapping[Relation, Relation] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_MIRRORED: Mapping[Relation, Relation] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


def range_of(tree: Tree, ranges: Ranges) -> Range:
    """A range that holds every value of the tree, though perhaps not the tightest one.

    ``ranges`` gives those of names and of any other part; an entry of an array has the range of
    the array. The signs of the ends are exact, the ends themselves right to float64. What is
    not known in ``ranges`` may be anything.
    """
    found = _of_node(tree, ranges)
    if math.isnan(found.low) or math.isnan(found.high):  # ∞ − ∞ says nothing
        found = EVERYTHING
    return found.meet(ranges[tree]) if tree in ranges else found


def _of_node(tree: Tree, ranges: Ranges) -> Range:
    match tree:
        case Number():
            return Range(float(tree.value), float(tree.value))
        case Name(name) if name in _CONSTANTS:
            return Range(_CONSTANTS[name], _CONSTANTS[name])
        case Index(Call("softmax"), _) | Indicator():
            return _SHARE
        case Index(base, _):
            return range_of(base, ranges)
        case Negative(operand):
            low, high = range_of(operand, ranges)
            return Range(-high, -low)
        case Binary(op, left, right):
            return _of_binary(op, left, right, ranges)
        case Call("sum", (body, _, _)):
            return _of_sum(range_of(body, ranges))
        case Call(function, arguments, ()) if arguments:
            return _of_call(function, [range_of(argument, ranges) for argument in arguments])
        case Conditional(value, Compare() as condition, otherwise):
            return range_of(value, _where(condition, True, ranges)).hull(
                range_of(otherwise, _where(condition, False, ranges))
            )
        case _:
            return EVERYTHING


def _of_binary(op: str, left: Tree, right: Tree, ranges: Ranges) -> Range:
    one, other = range_of(left, ranges), range_of(right, ranges)
    match op:
        case "+":
            return Range(one.low + other.low, one.high + other.high)
        case "-":
            return Range(one.low - other.high, one.high - other.low)
        case "*" if left == right:
            return _power(one, 2)
        case "*" if right == Binary("-", Number("1"), left):
            return _times_complement(one)
        case "*":
            return _product(one, other)
        case "/":
            return _product(one, _reciprocal(other))
        case _:
            return _power(one, other.low) if other.low == other.high else EVERYTHING


def _product(one: Range, other: Range) -> Range:
    ends = [_times(first, second) for first in one for second in other]
    return Range(min(ends), max(ends))


def _times(first: float, second: float) -> float:
    return 0.0 if first == 0 or second == 0 else first * second


def _times_complement(share: Range) -> Range:
    """t (1 − t), which is largest at ½."""
    ends = [_times(end, 1 - end) for end in share]
    return Range(min(ends), 0.25 if share.low <= 0.5 <= share.high else max(ends))


def _reciprocal(of: Range) -> Range:
    if of.low >= 0:
        return Range(1 / of.high if of.high else inf, 1 / of.low if of.low else inf)
    if of.high <= 0:
        return Range(1 / of.high if of.high else -inf, 1 / of.low)
    return EVERYTHING


def _power(base: Range, exponent: float) -> Range:
    if exponent < 0:
        return _reciprocal(_power(base, -exponent))
    if exponent % 2 == 0:
        nearest = 0.0 if base.low <= 0 <= base.high else min(map(abs, base))
        return Range(_raised(nearest, exponent), _raised(base.size, exponent))
    if exponent % 1 == 0 or base.low >= 0:
        return Range(_raised(base.low, exponent), _raised(base.high, exponent))
    return EVERYTHING


def _raised(base: float, exponent: float) -> float:
    return _saturating(lambda number: math.pow(number, exponent))(base)


def _of_sum(term: Range) -> Range:
    """One or more terms added up."""
    return Range(
        term.low if term.low >= 0 else -inf,
        term.high if term.high <= 0 else inf,
    )


def _of_call(function: str, arguments: list[Range]) -> Range:
    first = arguments[0]
    match function:
        case "abs":
            return _absolute(first)
        case "cosh":
            sizes = _absolute(first)
            return Range(*map(_saturating(math.cosh), sizes))
        case "max":
            return Range(max(each.low for each in arguments), max(each.high for each in arguments))
        case "min":
            return Range(min(each.low for each in arguments), min(each.high for each in arguments))
        case _ if function in _RISING:
            rising, values = _RISING[function]
            return Range(rising(first.low), rising(first.high)).meet(values)
        case _:
            return EVERYTHING


def _absolute(of: Range) -> Range:
    return Range(0.0 if of.low <= 0 <= of.high else min(map(abs, of)), of.size)


def _saturating(function: Callable[[float], float]) -> Callable[[float], float]:
    """The function, infinite where its value is beyond all floats."""

    def value(number: float) -> float:
        try:
            return function(number)
        except OverflowError:
            return math.copysign(inf, number)

    return value


def _logarithm(number: float) -> float:
    return math.log(number) if number > 0 else -inf


def _sigmoid(number: float) -> float:
    return (1 + math.tanh(number / 2)) / 2


def _softplus(number: float) -> float:
    return max(number, 0.0) + math.log1p(math.exp(-abs(number)))


def _root(number: float) -> float:
    return math.sqrt(max(number, 0.0))


def _sign(number: float) -> float:
    return float((number > 0) - (number < 0))


_POSITIVE = Range(0.0, inf)
# The functions that never fall, and the range of all their values.
_RISING: Mapping[str, tuple[Callable[[float], float], Range]] = {
    "exp": (_saturating(math.exp), _POSITIVE),
    "log": (_logarithm, EVERYTHING),
    "relu": (lambda number: max(number, 0.0), _POSITIVE),
    "sigmoid": (_sigmoid, _SHARE),
    "sign": (_sign, Range(-1.0, 1.0)),
    "sinh": (_saturating(math.sinh), EVERYTHING),
    "softplus": (_softplus, _POSITIVE),
    "sqrt": (_root, _POSITIVE),
    "tanh": (math.tanh, Range(-1.0, 1.0)),
}


def _where(condition: Compare, holds: bool, ranges: Ranges) -> Ranges:
    """The ranges where a condition holds, or where it does not."""
    relation = condition.op if holds else _OPPOSITE.get(condition.op)
    if relation is None:
        return ranges
    narrowed = dict(ranges)
    left, right = range_of(condition.left, ranges), range_of(condition.right, ranges)
    _narrow(narrowed, condition.left, _beside(relation, right))
    _narrow(narrowed, condition.right, _beside(_MIRRORED[relation], left))
    return narrowed


def _beside(relation: Relation, other: Range) -> Range:
    match relation:
        case "<" | "<=":
            return Range(-inf, other.high)
        case ">" | ">=":
            return Range(other.low, inf)
        case "==":
            return other


def _narrow(ranges: dict[Tree, Range], tree: Tree, to: Range) -> None:
    ranges[tree] = to.meet(ranges.get(tree, EVERYTHING))
    match tree:
        case Call("abs", (inside,)):
            _narrow(ranges, inside, Range(-to.high, to.high))
        case _:
            pass
