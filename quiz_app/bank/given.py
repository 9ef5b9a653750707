"""The numbers that a question is given, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from quiz_app.bank.expressions import Scope, clauses
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.model import (
    Computed,
    Draw,
    Fixed,
    Labels,
    OneHot,
    Pick,
    Probabilities,
    Uniform,
)
from quiz_app.bank.nodes import ListNode, MappingNode, Node, TextNode
from quiz_app.bank.reading import integer, is_number, list_of, read_number, shown
from quiz_app.bank.wording import quoted, suggestion
from quiz_app.maths.expression import CONSTANTS, ExpressionError, Name, parse

_RESERVED = CONSTANTS | {"answer", "true", "false"}
_MOST_NAMES = 50
_MOST_STEPS = 1_000_000

_read_length = integer(1, 100)
_read_classes = integer(2, 20)
_read_numbers = list_of(read_number, "numbers")


def read_given(node: Node, faults: Faults) -> tuple[tuple[str, Draw], ...]:
    """The draws of a question by name; a computed one may use the names above it."""
    if not isinstance(node, MappingNode):
        faults.add(
            node.place,
            f"names with their values are expected here, not {shown(node)}",
            "write 'name: value'",
        )
        return ()
    if len(node.entries) > _MOST_NAMES:
        faults.add(node.place, f"over {_MOST_NAMES} values are given", "give fewer")
    draws: dict[str, Draw] = {}
    for key, value in node.entries[:_MOST_NAMES]:
        name = read_name(key, faults)
        if name in draws:
            faults.add(key.place, f"{quoted(name)} is given twice", "keep one of the two")
        draws[name] = _read_draw(value, Scope(tuple(draws)), faults)
    return tuple(draws.items())


def read_name(key: TextNode, faults: Faults) -> str:
    """A name in the spelling of the grammar: ``lambda`` for λ."""
    try:
        tree = parse(key.text)
    except ExpressionError as error:
        faults.add(key.place_at(error.offset), *clauses(error))
        return key.text
    if isinstance(tree, Name) and tree.name not in _RESERVED:
        return tree.name
    faults.add(
        key.place,
        f"{quoted(key.text)} cannot be the name of a value",
        "use a word such as y_true that means nothing else",
    )
    return key.text


def _read_draw(node: Node, scope: Scope, faults: Faults) -> Draw:
    match node:
        case MappingNode():
            return _read_distribution(node, faults)
        case ListNode():
            return Fixed(_read_array(node, faults))
        case TextNode() if is_number(node):
            return Fixed(read_number(node, faults))
        case TextNode():
            return Computed(scope.expression(node, faults))


def _read_array(node: ListNode, faults: Faults) -> tuple[str | tuple[str, ...], ...]:
    """A list of numbers, or a matrix: a list of lists of one length."""
    rows = [item for item in node.items if isinstance(item, ListNode)]
    if not rows:
        return _read_numbers(node, faults)
    width = len(rows[0].items)
    for item in node.items:
        if not isinstance(item, ListNode) or len(item.items) != width:
            faults.add(
                item.place,
                f"a row of {width} numbers is expected here, like the first",
                "make all rows equally long",
            )
    return tuple(_read_numbers(row, faults) for row in rows)


def _read_distribution(node: MappingNode, faults: Faults) -> Draw:
    kind = next((key.text for key, _ in node.entries if key.text in _DISTRIBUTIONS), None)
    if kind is not None:
        options, read = _DISTRIBUTIONS[kind]
        return read(Fields(node, faults, f"a draw with '{kind}'", (kind, *options)))
    keys = [key for key, _ in node.entries]
    meant = next((key for key in keys if key.text not in _OPTIONS), None)
    faults.add(
        meant.place if meant else node.place,
        f"{quoted(meant.text)} is no way to draw a value"
        if meant
        else "this does not say how to draw a value",
        suggestion(meant.text if meant else "", _DISTRIBUTIONS, "the ways"),
    )
    return Fixed("0")


def _read_uniform(fields: Fields) -> Uniform:
    before = len(fields.faults)
    low, high = fields.required("uniform", _read_bounds, ("0", "1"))
    step = fields.optional("step", read_number, "0.1")
    if len(fields.faults) == before:
        _check_range(low, high, step, fields)
    return Uniform(low, high, step, _read_shape(fields))


def _read_bounds(node: Node, faults: Faults) -> tuple[str, str]:
    numbers = _read_numbers(node, faults)
    if len(numbers) == 2:
        return numbers[0], numbers[1]
    if numbers:
        problem = f"two bounds are expected here, not {len(numbers)}"
        faults.add(node.place, problem, "write [low, high]")
    return "0", "1"


def _check_range(low: str, high: str, step: str, fields: Fields) -> None:
    if Fraction(low) >= Fraction(high):
        fields.faults.add(
            fields.place_of("uniform"),
            f"the lower bound {low} is not below the upper bound {high}",
            "write [low, high]",
        )
    elif Fraction(step) <= 0:
        fields.faults.add(fields.place_of("step"), f"the step {step} is not positive", "raise it")
    else:
        steps = (Fraction(high) - Fraction(low)) / Fraction(step)
        if steps.denominator != 1 or steps > _MOST_STEPS:
            fields.faults.add(
                fields.place_of("step"),
                f"from {low} to {high} is not a whole number of steps of {step} (up to a million)",
                "change the step or a bound",
            )


def _read_pick(fields: Fields) -> Pick:
    return Pick(fields.required("choice", _read_numbers, ()), _read_shape(fields))


def _read_probabilities(fields: Fields) -> Probabilities:
    before = len(fields.faults)
    classes = fields.required("probabilities", _read_classes, 2)
    step = fields.optional("step", read_number, "0.05")
    if len(fields.faults) == before:
        share = Fraction(step)
        if share <= 0 or (1 / share).denominator != 1 or classes * share > 1:
            fields.faults.add(
                fields.place_of("step"),
                f"{classes} positive multiples of {step} cannot add up to one in every draw",
                f"use a step such as 0.05 that divides one and is at most 1/{classes}",
            )
    return Probabilities(classes, step, _read_rows(fields))


def _read_one_hot(fields: Fields) -> OneHot:
    return OneHot(fields.required("one_hot", _read_classes, 2), _read_rows(fields))


def _read_labels(fields: Fields) -> Labels:
    return Labels(fields.required("labels", _read_classes, 2), _read_shape(fields))


def _read_rows(fields: Fields) -> int | None:
    return fields.optional("rows", _read_length, None)


def _read_shape(fields: Fields) -> tuple[int, ...]:
    return fields.optional("size", _read_size, ())


def _read_size(node: Node, faults: Faults) -> tuple[int, ...]:
    if not isinstance(node, ListNode):
        return (_read_length(node, faults),)
    if not 1 <= len(node.items) <= 2:
        faults.add(
            node.place,
            f"a size of {len(node.items)} lengths is not read",
            "write a length, or [rows, columns]",
        )
    return tuple(_read_length(item, faults) for item in node.items)


_DISTRIBUTIONS: dict[str, tuple[tuple[str, ...], Callable[[Fields], Draw]]] = {
    "uniform": (("step", "size"), _read_uniform),
    "choice": (("size",), _read_pick),
    "probabilities": (("step", "rows"), _read_probabilities),
    "one_hot": (("rows",), _read_one_hot),
    "labels": (("size",), _read_labels),
}
_OPTIONS = frozenset(option for options, _ in _DISTRIBUTIONS.values() for option in options)
