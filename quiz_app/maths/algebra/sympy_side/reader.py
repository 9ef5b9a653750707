"""From trees to SymPy."""

from __future__ import annotations

from collections.abc import Collection

import sympy

from quiz_app.maths.algebra.faults import AlgebraError
from quiz_app.maths.algebra.sympy_side.functions import Holds, LogSumExp, SoftmaxEntry, Total
from quiz_app.maths.algebra.sympy_side.vocabulary import CONSTANTS, FUNCTIONS, RELATIONS
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


class Reader:
    """Builds SymPy expressions; every name is a real number, those in ``positive`` above zero."""

    def __init__(self, positive: Collection[str]) -> None:
        self._positive = frozenset(positive)
        self._bound: dict[str, sympy.Symbol] = {}

    def expression(self, tree: Tree) -> sympy.Expr:
        """The tree in SymPy; AlgebraError for what the algebra has no notion of."""
        match tree:
            case Number():
                return sympy.Rational(tree.value.numerator, tree.value.denominator)
            case Name(name):
                return CONSTANTS.get(name) or self._bound.get(name) or self._symbol(name)
            case Index(base, indices):
                return self._entry(base, tuple(map(self.expression, indices)))
            case Negative(operand):
                return -self.expression(operand)
            case Binary(op, left, right):
                return self._combined(op, self.expression(left), self.expression(right))
            case Conditional(value, condition, otherwise):
                return sympy.Piecewise(
                    (self.expression(value), self._condition(condition)),
                    (self.expression(otherwise), True),
                )
            case Indicator(condition):
                return self._indicator(condition)
            case Call(function, arguments, ()):
                return self._call(function, arguments)
            case _:
                raise _beyond(tree)

    def _symbol(self, name: str) -> sympy.Symbol:
        if name in self._positive:
            return sympy.Symbol(name, positive=True)
        return sympy.Symbol(name, real=True)

    def _entry(self, base: Tree, indices: tuple[sympy.Expr, ...]) -> sympy.Expr:
        match base, indices:
            case Name(name), _:
                return sympy.IndexedBase(self._symbol(name))[indices]
            case Call("softmax", (array,), ()), (position,):
                return SoftmaxEntry(*self._tempered(array), position)
            case _:
                raise _beyond(base)

    def _indicator(self, condition: Tree) -> sympy.Expr:
        match condition:
            case Compare("==", left, right):
                return sympy.KroneckerDelta(self.expression(left), self.expression(right))
            case _:
                return Holds(self._condition(condition))

    def _combined(self, op: str, left: sympy.Expr, right: sympy.Expr) -> sympy.Expr:
        match op:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return left / right
            case _:
                return left**right

    def _call(self, function: str, arguments: tuple[Tree, ...]) -> sympy.Expr:
        match function, arguments:
            case "sum", (body, Name(index), count):
                return self._total(body, index, count)
            case "logsumexp", (array,):
                return LogSumExp(*self._tempered(array))
            case "relu", (argument,):
                return sympy.Max(0, self.expression(argument))
            case "logit", (argument,):
                share = self.expression(argument)
                return sympy.log(share / (1 - share))
            case (("log2" | "log10"), (argument,)):
                base = int(function.removeprefix("log"))
                return sympy.log(self.expression(argument)) / sympy.log(base)
            case _ if function in FUNCTIONS:
                return FUNCTIONS[function](*map(self.expression, arguments))
            case _:
                raise _beyond(Call(function, arguments))

    def _tempered(self, array: Tree) -> tuple[sympy.Expr, sympy.Expr]:
        """An array and the temperature that all of it is divided by."""
        match array:
            case Name(name):
                return self._symbol(name), sympy.S.One
            case Binary("/", Name(name), temperature):
                return self._symbol(name), self.expression(temperature)
            case _:
                raise _beyond(array)

    def _total(self, body: Tree, index: str, count: Tree) -> sympy.Expr:
        """An index is an integer symbol, so it is never taken for a name outside the sum."""
        if index in self._bound:
            raise AlgebraError(
                f"Two sums, one inside the other, count with {index}.",
                "Use another letter for the index of one of them.",
            )
        number = self.expression(count)
        self._bound[index] = sympy.Symbol(index, integer=True)
        return Total(self.expression(body), self._bound.pop(index), number)

    def _condition(self, tree: Tree) -> sympy.Basic:
        if not isinstance(tree, Compare):
            raise _beyond(tree)
        return RELATIONS[tree.op](self.expression(tree.left), self.expression(tree.right))


def _beyond(tree: Tree) -> AlgebraError:
    match tree:
        case Call(function, _, _):
            what = f"the function {function} in this form"
        case Vector():
            what = "a vector in brackets"
        case _:
            what = "this notation"
    return AlgebraError(
        f"The algebra does not know {what}.", "Write the expression with entries such as z[k]."
    )
