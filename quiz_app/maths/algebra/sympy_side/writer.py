"""From SymPy to trees, in textbook order."""

from __future__ import annotations

from fractions import Fraction

import sympy

from quiz_app.maths.algebra import factors, order
from quiz_app.maths.algebra.faults import AlgebraError
from quiz_app.maths.algebra.sympy_side.functions import Holds, LogSumExp, SoftmaxEntry, Total
from quiz_app.maths.algebra.sympy_side.vocabulary import CONSTANTS, FUNCTIONS, RELATIONS
from quiz_app.maths.expression.tree import (
    Call,
    Compare,
    Conditional,
    Index,
    Indicator,
    Name,
    Relation,
    Tree,
)

_NOT_REAL = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo, sympy.I)

_NAMES = {function: name for name, function in FUNCTIONS.items() if name != "sqrt"}
_CONSTANT_NAMES = {constant: name for name, constant in CONSTANTS.items()}
_OPERATORS = {function: op for op, function in RELATIONS.items()}
_ODD = frozenset({sympy.sign, sympy.tanh, sympy.sinh})
_INDICES = "kjlmhstuvw"


def written(expression: sympy.Expr) -> Tree:
    """The expression as a tree; AlgebraError if it is no real number or has no name here."""
    if expression.has(*_NOT_REAL):
        raise AlgebraError(
            "This expression has no value that is a real number.",
            "Check it for a division by zero or a root of a negative number.",
        )
    return Writer(expression).tree(expression)


class Writer:
    """Writes one SymPy expression as a tree in textbook order."""

    def __init__(self, expression: sympy.Expr) -> None:
        symbols = expression.atoms(sympy.Symbol)
        self._taken = {str(symbol) for symbol in symbols if not symbol.is_integer}
        self._indices: dict[sympy.Symbol, str] = {}

    def tree(self, expression: sympy.Expr) -> Tree:
        """A whole expression, with its sign."""
        return order.total([self.signed(expression)])

    def signed(self, expression: sympy.Expr) -> order.SignedTerm:
        """An expression as a term of a sum, its sign apart."""
        match expression:
            case sympy.Rational():
                value = Fraction(expression.p, expression.q)
                return value < 0, order.rational(abs(value))
            case sympy.Add():
                content, _ = expression.primitive()
                if content.is_Integer and content > 1:
                    return self._product(expression)
                return False, order.total(self._terms(expression))
            case sympy.Mul() | sympy.Pow():
                return self._product(expression)
            case _:
                return False, self._atom(expression)

    def _product(self, expression: sympy.Expr) -> order.SignedTerm:
        """A product taken apart: the coefficient, and powers above and below the fraction bar."""
        number, powers = expression.as_coeff_mul()
        above, below = [], []
        for power in powers:
            base, exponent = power.args if isinstance(power, sympy.Pow) else (power, sympy.S.One)
            if isinstance(base, sympy.Add) and exponent.is_Integer:
                content, base = base.primitive()
                number *= content**exponent
            if exponent.is_Rational and exponent < 0:
                below.append(self._factor(base, -exponent))
            else:
                above.append(self._factor(base, exponent))
        return factors.quotient(Fraction(number.p, number.q), above, below)

    def _factor(self, base: sympy.Expr, exponent: sympy.Expr) -> factors.Factor:
        is_odd = exponent.is_odd if exponent.is_Integer else None
        if base.func in _ODD:
            terms, function = self._terms(base.args[0]), _NAMES[base.func]
        else:
            terms, function = self._terms(base), ""
        return factors.Factor(terms, self.tree(exponent), is_odd, function)

    def _terms(self, expression: sympy.Expr) -> tuple[order.SignedTerm, ...]:
        if isinstance(expression, sympy.Add):
            return tuple(map(self.signed, expression.args))
        return (self.signed(expression),)

    def _atom(self, expression: sympy.Expr) -> Tree:
        match expression:
            case sympy.Symbol():
                return Name(self._indices.get(expression, expression.name))
            case sympy.Indexed():
                indices = tuple(map(self.tree, expression.indices))
                return Index(Name(str(expression.base.label)), indices)
            case LogSumExp() | SoftmaxEntry():
                return self._of_logits(expression)
            case sympy.KroneckerDelta(args=(left, right)):
                return Indicator(Compare("==", self.tree(left), self.tree(right)))
            case Holds(args=(condition,)):
                return Indicator(self.relation(condition))
            case Total(args=(body, index, count)):
                return self._total(body, index, count)
            case sympy.Piecewise():
                return self._cases(expression)
            case _ if expression in _CONSTANT_NAMES:
                return Name(_CONSTANT_NAMES[expression])
            case _ if expression.func in _NAMES:
                return Call(_NAMES[expression.func], tuple(map(self.tree, expression.args)))
            case _:
                raise AlgebraError(
                    f"The answer needs {expression.func.__name__}, which has no name here.",
                    "Ask for something simpler.",
                )

    def _of_logits(self, expression: sympy.Expr) -> Tree:
        array, temperature, *position = expression.args
        tempered = (self.tree(array / temperature),)
        if not position:
            return Call("logsumexp", tempered)
        return Index(Call("softmax", tempered), tuple(map(self.tree, position)))

    def _total(self, body: sympy.Expr, index: sympy.Symbol, count: sympy.Expr) -> Tree:
        """The index gets a letter that nothing else in the expression has."""
        free = (letter for letter in (index.name, *_INDICES) if letter not in self._taken)
        self._indices[index] = next(free)
        return Call("sum", (self.tree(body), self.tree(index), self.tree(count)))

    def _cases(self, cases: sympy.Piecewise) -> Tree:
        *parts, (otherwise, last) = cases.args
        if last != sympy.true:
            raise AlgebraError("These cases leave a gap.", "Say what holds otherwise.")
        tree = self.tree(otherwise)
        for value, condition in reversed(parts):
            tree = Conditional(self.tree(value), self.relation(condition), tree)
        return tree

    def relation(self, condition: sympy.Basic) -> Compare:
        """One comparison, with nothing subtracted on either side."""
        if condition.func not in _OPERATORS:
            raise AlgebraError(
                "These cases overlap in a way that has no short form.",
                "Ask for one of them at a time.",
            )
        return self.balanced(_OPERATORS[condition.func], condition.lhs - condition.rhs)

    def balanced(self, op: Relation, difference: sympy.Expr) -> Compare:
        """``difference op 0`` with nothing subtracted."""
        return order.relation(op, [self.signed(term) for term in sympy.Add.make_args(difference)])
