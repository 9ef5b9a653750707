"""A tree written as text that is read as the same tree, with no bracket too many."""

from __future__ import annotations

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

# How tightly the levels of the grammar bind.
_CONDITIONAL, _COMPARISON, _SUM, _PRODUCT, _SIGNED, _POWER, _OPERAND = range(7)

_LEVELS = {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "^": _POWER}


def write(tree: Tree) -> str:
    """The tree as text in the grammar of ``parse``, products written with ``*``."""
    match tree:
        case Number(text):
            return text
        case Name(name):
            return name
        case Index(base, indices):
            # A number before a square bracket would begin an indicator.
            level = _OPERAND + isinstance(base, Number)
            return f"{_within(base, level)}[{_listed(indices)}]"
        case Call(function, arguments, options):
            named = [f"{name}={write(value)}" for name, value in options]
            return f"{function}({', '.join([*map(write, arguments), *named])})"
        case Indicator(condition):
            return f"1[{write(condition)}]"
        case Vector(items):
            return f"[{_listed(items)}]"
        case Negative() | Binary() | Compare() | Conditional():
            return _operation(tree)


def _operation(tree: Negative | Binary | Compare | Conditional) -> str:
    match tree:
        case Negative(operand):
            return f"-{_within(operand, _SIGNED)}"
        case Binary("^", base, exponent):
            return f"{_within(base, _OPERAND)}^{_within(exponent, _SIGNED)}"
        case Binary(op, left, right):
            level = _LEVELS[op]
            sign = f" {op} " if level == _SUM else op
            return f"{_within(left, level)}{sign}{_within(right, level + 1)}"
        case Compare(relation, left, right):
            return f"{_within(left, _SUM)} {relation} {_within(right, _SUM)}"
        case Conditional(value, condition, otherwise):
            first = f"{_within(value, _COMPARISON)} if {_within(condition, _COMPARISON)}"
            return f"{first} else {write(otherwise)}"


def _listed(items: tuple[Tree, ...]) -> str:
    return ", ".join(map(write, items))


def _within(tree: Tree, level: int) -> str:
    """The tree as a part of something that binds at ``level``."""
    return write(tree) if _level(tree) >= level else f"({write(tree)})"


def _level(tree: Tree) -> int:
    match tree:
        case Conditional():
            return _CONDITIONAL
        case Compare():
            return _COMPARISON
        case Binary(op):
            return _LEVELS[op]
        case Negative():
            return _SIGNED
        case _:
            return _OPERAND
