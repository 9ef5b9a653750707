"""Nats and bits: whether an answer counts information, and what it is in the other unit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from quiz_app.maths.expression import (
    Binary,
    Call,
    Conditional,
    Index,
    Name,
    Negative,
    Tree,
    Vector,
    parse,
)
from quiz_app.variants.author_expression import AuthorExpression, LossCall

Unit: TypeAlias = Literal["nats", "bits"]

_UNITS: dict[str, Unit] = {"log": "nats", "logsumexp": "nats", "softplus": "nats", "log2": "bits"}


class UnitMistake(Struct, frozen=True):
    """The other unit: the factor to it, and what to tell who used it."""

    name: str
    factor: float
    say: str


_OTHER = {
    "nats": UnitMistake(
        "bits",
        1 / math.log(2),
        "Yours is in bits, from base-2 logarithms; "
        "nats, from the natural logarithm, are asked for.",
    ),
    "bits": UnitMistake(
        "nats",
        math.log(2),
        "Yours is in nats, from the natural logarithm; "
        "bits, from base-2 logarithms, are asked for.",
    ),
}


def unit_mistake(expression: AuthorExpression) -> UnitMistake | None:
    """The mistake of answering in the other unit; None where an answer has neither."""
    units = {name: _unit_of_loss(call) for name, call in expression.losses}
    unit = _unit(expression.tree, units)
    return None if unit is None else _OTHER[unit]


def _unit_of_loss(call: LossCall) -> Unit | None:
    if call.form == "gradient":
        return None
    # On logits it is the same quantity, only written in another way.
    loss = call.loss
    units: dict[str, Unit | None] = {}
    for name, meaning in loss.where.items():
        units[name] = _unit(parse(meaning), units)
    return _unit(parse(loss.definition), units)


def _unit(tree: Tree, known: Mapping[str, Unit | None]) -> Unit | None:
    """The unit of a value; terms must agree on it, and of two factors one alone may have it."""
    match tree:
        case Name(name):
            return known.get(name)
        case Call(function, _) if function in _UNITS:
            return _UNITS[function]
        case Call("sum" | "mean", (operand, *_)) | Negative(operand) | Index(operand):
            return _unit(operand, known)
        case Binary("+" | "-", left, right) | Conditional(left, _, right):
            return _common((left, right), known)
        case Binary("*", left, right):
            units = {_unit(left, known), _unit(right, known)}
            return (units - {None}).pop() if len(units) == 2 and None in units else None
        case Binary("/", over, under):
            return _unit(over, known) if _unit(under, known) is None else None
        case Vector(items):
            return _common(items, known)
        case _:
            return None


def _common(terms: Iterable[Tree], known: Mapping[str, Unit | None]) -> Unit | None:
    units = {_unit(term, known) for term in terms}
    return units.pop() if len(units) == 1 else None
