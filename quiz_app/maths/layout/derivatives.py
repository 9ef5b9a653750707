"""How derivatives are written: ∂ℓ over ∂x, of first or higher order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz_app.maths.expression.tree import Call, Index, Name, Number, Tree
from quiz_app.maths.layout.piece import Binding, Piece, T

if TYPE_CHECKING:
    from quiz_app.maths.layout.notation import Notation

_ORDER = re.compile(r"[1-9][0-9]?")


def is_derivative(tree: Call) -> bool:
    """Whether it is a function, a variable and perhaps an order, to be drawn with ∂."""
    return _differentiation(tree) is not None


def derivative(notation: Notation[T], tree: Call) -> Piece[T]:
    """∂ℓ over ∂x, or ∂ over ∂x before brackets; nested derivatives become one of higher order."""
    setter = notation.setter
    target, orders = _differentiated(tree)
    below = [_differential(notation, variable, order) for variable, order in orders.items()]
    under = notation.joined(below, setter.gap())
    if setter.slashed and len(below) > 1:
        under = setter.fenced("round", under)
    over = setter.differential(_order(notation, sum(orders.values())))
    function = notation.piece(target)
    binding = Binding.PRODUCT if setter.slashed else Binding.FRACTION
    if function.binding == Binding.ATOM:
        return Piece(setter.fraction(setter.row(over, function.body), under), binding)
    operator = setter.fraction(over, under)
    operand = notation.grouped(function)
    row = setter.row(operator, setter.gap(), operand.body)
    return Piece(row, binding, nesting=operand.nesting)


def _differential(notation: Notation[T], variable: Tree, order: int) -> Piece[T]:
    """``∂x²``: the variable and how many times it is differentiated by."""
    upper = _order(notation, order)
    if isinstance(variable, Name | Index):
        body = notation.scripted(variable, upper).body
    else:
        body = notation.operand(variable, Binding.ATOM).body
        body = body if upper is None else notation.setter.scripts(body, None, upper)
    return Piece(notation.setter.row(notation.setter.differential(None), body))


def _differentiated(tree: Call) -> tuple[Tree, dict[Tree, int]]:
    """What is differentiated, and how many times by each variable, the outermost first."""
    orders: dict[Tree, int] = {}
    target: Tree = tree
    while isinstance(target, Call) and (step := _differentiation(target)) is not None:
        target, variable, order = step
        orders[variable] = orders.get(variable, 0) + order
    return target, orders


def _differentiation(tree: Call) -> tuple[Tree, Tree, int] | None:
    """Function, variable and order of one derivative; None if it is not written as one."""
    match tree:
        case Call("derivative", (target, variable), ()):
            return target, variable, 1
        case Call("derivative", (target, variable, Number(order)), ()) if _ORDER.fullmatch(order):
            return target, variable, int(order)
        case _:
            return None


def _order(notation: Notation[T], order: int) -> Piece[T] | None:
    if order == 1:
        return None
    return Piece(notation.setter.text(str(order)), numeric=True, plain=True)
