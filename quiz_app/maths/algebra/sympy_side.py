"""Trees as SymPy expressions and back, and the algebra that is done on them."""

# SymPy carries no types: to the type checker its classes are Any, and so are their children.
# mypy: disallow-subclassing-any=False

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Literal

import sympy

from quiz_app.maths.algebra import factors, order
from quiz_app.maths.algebra.faults import AlgebraError
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
    Vector,
)

# Functions whose derivatives stay in the words of the field.


class _RealFunction(sympy.Function):
    """A function whose values are real numbers."""

    is_real = True


class Sigmoid(_RealFunction):
    """σ(x) = 1/(1 + e⁻ˣ), with σ' = σ (1 − σ)."""

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """The derivative, which is the logistic differential equation."""
        return self * (1 - self)

    def inverse(self, argindex: int = 1) -> object:
        """The log-odds; SymPy solves through it."""
        return lambda share: sympy.log(share / (1 - share))

    def _eval_rewrite_as_exp(self, x: sympy.Expr, **hints: object) -> sympy.Expr:
        return 1 / (1 + sympy.exp(-x))


class Softplus(_RealFunction):
    """log(1 + eˣ), whose derivative is σ(x)."""

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """The derivative."""
        return Sigmoid(self.args[0])

    def _eval_rewrite_as_exp(self, x: sympy.Expr, **hints: object) -> sympy.Expr:
        return sympy.log(1 + sympy.exp(x))


class LogSumExp(_RealFunction):
    """log Σₖ exp(zₖ/τ) of an array z, whose derivative in zⱼ is softmax(z/τ)ⱼ/τ."""

    def _eval_derivative(self, variable: sympy.Expr) -> sympy.Expr:
        array, temperature = self.args
        if not _is_entry_of(array, variable):
            return sympy.S.Zero
        return SoftmaxEntry(array, temperature, *variable.indices) / temperature


class SoftmaxEntry(_RealFunction):
    """softmax(z/τ)ₖ, whose derivative in zⱼ is softmax(z/τ)ₖ (1[j = k] − softmax(z/τ)ⱼ)/τ."""

    def _eval_derivative(self, variable: sympy.Expr) -> sympy.Expr:
        array, temperature, position = self.args
        if not _is_entry_of(array, variable):
            return sympy.S.Zero
        (other,) = variable.indices
        same = sympy.KroneckerDelta(position, other)
        return self * (same - SoftmaxEntry(array, temperature, other)) / temperature

    def _eval_rewrite_as_exp(
        self,
        array: sympy.Expr,
        temperature: sympy.Expr,
        position: sympy.Expr,
        **hints: object,
    ) -> sympy.Expr:
        entry = sympy.IndexedBase(array)[position]
        return sympy.exp(entry / temperature - LogSumExp(array, temperature))


class Total(_RealFunction):
    """The sum of a body over ``count`` values of an index."""

    @classmethod
    def eval(cls, body: sympy.Expr, index: sympy.Expr, count: sympy.Expr) -> sympy.Expr | None:
        """Nothing adds up to zero."""
        return sympy.S.Zero if body.is_zero else None

    def _eval_derivative(self, variable: sympy.Expr) -> sympy.Expr:
        body, index, count = self.args
        slope = sympy.expand(body.diff(variable))
        if not isinstance(variable, sympy.Indexed):
            return Total(slope, index, count)
        # 1[index = j] picks the one term in which the entry j of the array stands.
        (entry,) = variable.indices
        here = sympy.KroneckerDelta(index, entry)
        picked = slope.coeff(here)
        others = sympy.expand(slope - picked * here)
        return picked.subs(index, entry) + Total(others, index, count)


class Holds(_RealFunction):
    """1[condition], flat on both sides of its edge."""

    @classmethod
    def eval(cls, condition: sympy.Basic) -> sympy.Expr | None:
        """A condition that is decided is one or zero."""
        if condition in (sympy.true, sympy.false):
            return sympy.Integer(bool(condition))
        return None

    def _eval_derivative(self, variable: sympy.Expr) -> sympy.Expr:
        return sympy.S.Zero

    def _eval_power(self, exponent: sympy.Expr) -> sympy.Expr | None:
        return self if exponent.is_positive else None


def _is_entry_of(array: sympy.Expr, variable: sympy.Expr) -> bool:
    return isinstance(variable, sympy.Indexed) and variable.base.label == array


# From trees to SymPy.

_FUNCTIONS: dict[str, type[sympy.Function]] = {
    "abs": sympy.Abs,
    "cosh": sympy.cosh,
    "exp": sympy.exp,
    "log": sympy.log,
    "max": sympy.Max,
    "min": sympy.Min,
    "sigmoid": Sigmoid,
    "sign": sympy.sign,
    "sinh": sympy.sinh,
    "softplus": Softplus,
    "sqrt": sympy.sqrt,
    "tanh": sympy.tanh,
}
_CONSTANTS = {"e": sympy.E, "pi": sympy.pi}
_RELATIONS: dict[Relation, type[sympy.core.relational.Relational]] = {
    "<": sympy.StrictLessThan,
    "<=": sympy.LessThan,
    ">": sympy.StrictGreaterThan,
    ">=": sympy.GreaterThan,
    "==": sympy.Equality,
}


class _Reader:
    """Builds SymPy expressions; every name is a real number, those in ``positive`` above zero."""

    def __init__(self, positive: Collection[str]) -> None:
        self._positive = frozenset(positive)
        self._bound: dict[str, sympy.Symbol] = {}

    def expression(self, tree: Tree) -> sympy.Expr:
        match tree:
            case Number():
                return sympy.Rational(tree.value.numerator, tree.value.denominator)
            case Name(name):
                return _CONSTANTS.get(name) or self._bound.get(name) or self._symbol(name)
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
            case _ if function in _FUNCTIONS:
                return _FUNCTIONS[function](*map(self.expression, arguments))
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
        return _RELATIONS[tree.op](self.expression(tree.left), self.expression(tree.right))


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


# From SymPy to trees.

_NAMES = {function: name for name, function in _FUNCTIONS.items() if name != "sqrt"}
_CONSTANT_NAMES = {constant: name for name, constant in _CONSTANTS.items()}
_OPERATORS = {function: op for op, function in _RELATIONS.items()}
_ODD = frozenset({sympy.sign, sympy.tanh, sympy.sinh})
_INDICES = "kjlmhstuvw"


class _Writer:
    """Writes one SymPy expression as a tree in textbook order."""

    def __init__(self, expression: sympy.Expr) -> None:
        symbols = expression.atoms(sympy.Symbol)
        self._taken = {str(symbol) for symbol in symbols if not symbol.is_integer}
        self._indices: dict[sympy.Symbol, str] = {}

    def tree(self, expression: sympy.Expr) -> Tree:
        return order.total([self.signed(expression)])

    def signed(self, expression: sympy.Expr) -> order.SignedTerm:
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
        if condition.func not in _OPERATORS:
            raise AlgebraError(
                "These cases overlap in a way that has no short form.",
                "Ask for one of them at a time.",
            )
        return self.balanced(_OPERATORS[condition.func], condition.lhs - condition.rhs)

    def balanced(self, op: Relation, difference: sympy.Expr) -> Compare:
        """``difference op 0`` with nothing subtracted."""
        return order.relation(op, [self.signed(term) for term in sympy.Add.make_args(difference)])


# What is done with expressions.


def differentiate(
    tree: Tree,
    variable: Name | Index,
    times: int = 1,
    where: Mapping[str, Tree] | None = None,
    positive: Collection[str] = (),
) -> Tree:
    """The derivative of ``tree`` in ``variable``, taken ``times`` times.

    ``where`` says what the abbreviations in ``tree`` stand for: they are differentiated by the
    chain rule and stay in the result. At a kink the derivative is that of one side; the second
    derivative leaves kinks out.
    """
    reader = _Reader(positive)
    expression = reader.expression(tree)
    abbreviations = {
        reader.expression(Name(name)): reader.expression(meaning)
        for name, meaning in (where or {}).items()
    }
    for _ in range(times):
        expression = _slope(expression, reader.expression(variable), abbreviations)
    return _written(_tidy(expression))


def simplify(tree: Tree, positive: Collection[str] = ()) -> Tree:
    """An equal expression with as few operations as can be found."""
    expression = _Reader(positive).expression(tree)
    candidates = [expression, _tidy(expression)]
    if not expression.has(*_SPOILED):
        candidates.append(sympy.simplify(expression))
    return _written(min(candidates, key=sympy.count_ops))


def solve(tree: Tree, unknown: Name | Index, positive: Collection[str] = ()) -> tuple[Tree, ...]:
    """Where ``tree`` is zero, as values of ``unknown``; empty if no closed form is found.

    For an entry of a softmax the log-sum-exp of the whole array is left in the solution.
    """
    reader = _Reader(positive)
    equation = reader.expression(tree).replace(SoftmaxEntry, _exponentials)
    symbol = sympy.Dummy("unknown", real=True)
    equation = equation.xreplace({reader.expression(unknown): symbol})
    if _is_transcendental(equation, symbol):
        return ()
    try:
        solutions = sympy.solve(equation, symbol)
        return tuple(_written(sympy.expand_log(_tidy(solution))) for solution in solutions)
    except (NotImplementedError, AlgebraError):
        return ()


def _is_transcendental(equation: sympy.Expr, unknown: sympy.Symbol) -> bool:
    """Whether the unknown stands in a logarithm and in a power that is not a number.

    SymPy would search long for a closed form, and there is none.
    """
    logarithms = equation.atoms(sympy.log, Softplus)
    powers = equation.atoms(sympy.Pow)
    return any(logarithm.has(unknown) for logarithm in logarithms) and any(
        power.base.has(unknown) and not power.exp.is_number for power in powers
    )


def affine(
    tree: Tree, variable: Name | Index, positive: Collection[str] = ()
) -> tuple[Tree, Tree] | None:
    """Slope and intercept of ``tree`` as a function of ``variable``; None if it is not a line."""
    reader = _Reader(positive)
    symbol = sympy.Dummy("variable", real=True)
    expression = reader.expression(tree).xreplace({reader.expression(variable): symbol})
    line = sympy.expand(expression).as_poly(symbol)
    if line is None or line.degree() > 1:
        return None
    slope, intercept = line.coeff_monomial(symbol), line.coeff_monomial(1)
    return _written(_tidy(slope)), _written(_tidy(intercept))


def prove_equal(left: Tree, right: Tree, positive: Collection[str] = ()) -> Literal[True] | None:
    """True if the two are equal for all real names; None if no proof is found."""
    reader = _Reader(positive)
    difference = (reader.expression(left) - reader.expression(right)).rewrite(
        [Sigmoid, Softplus, SoftmaxEntry], sympy.exp
    )
    return True if sympy.simplify(difference) == 0 else None


def arrange(relation: Compare) -> Compare:
    """The relation with nothing subtracted on either side: ``1 - y z > 0`` becomes ``y z < 1``."""
    reader = _Reader(())
    difference = reader.expression(relation.left) - reader.expression(relation.right)
    _, difference = sympy.expand(difference).as_content_primitive()
    return _Writer(difference).balanced(relation.op, difference)


_SPOILED = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min, sympy.Piecewise, Holds)
"""What SymPy's own simplification turns into something nobody would write."""


def _slope(
    expression: sympy.Expr,
    variable: sympy.Expr,
    abbreviations: Mapping[sympy.Symbol, sympy.Expr],
) -> sympy.Expr:
    """The total derivative: directly, and through each abbreviation."""
    slope = expression.diff(variable)
    for name, meaning in abbreviations.items():
        if expression.has(name):
            slope += expression.diff(name) * _slope(meaning, variable, abbreviations)
    return _almost_everywhere(slope)


def _almost_everywhere(expression: sympy.Expr) -> sympy.Expr:
    """Without the spikes that differentiating a jump leaves, and with indicators for steps."""
    without_spikes = expression.replace(sympy.DiracDelta, lambda *_: sympy.S.Zero)
    without_signs = without_spikes.replace(_is_squared_sign, lambda _: sympy.S.One)
    with_indicators = without_signs.replace(
        sympy.Heaviside, lambda argument, *_: Holds(argument > 0)
    )
    return with_indicators.replace(sympy.Mul, _clipped_once)


def _is_squared_sign(expression: sympy.Expr) -> bool:
    return isinstance(expression, sympy.Pow) and (
        isinstance(expression.base, sympy.sign) and expression.exp == 2
    )


def _clipped_once(*factors: sympy.Expr) -> sympy.Expr:
    """max(0, x) is zero where x is not above zero, so 1[x > 0] beside it says nothing new."""
    clipped = [factor for factor in factors if isinstance(factor, sympy.Max)]
    return sympy.Mul(
        *(
            factor
            for factor in factors
            if not (isinstance(factor, Holds) and sympy.Max(0, factor.args[0].lhs) in clipped)
        )
    )


def _tidy(expression: sympy.Expr) -> sympy.Expr:
    """One fraction, factored, unless that makes it much longer; in cases, each of them so."""
    if expression.has(sympy.Piecewise):
        expression = sympy.piecewise_fold(expression)
    if isinstance(expression, sympy.Piecewise):
        return sympy.Piecewise(*((_tidy(value), holds) for value, holds in expression.args))
    if expression.has(sympy.cosh):
        return sympy.trigsimp(expression)
    factored = sympy.factor(sympy.together(expression, deep=True), deep=True)
    if factored.count_ops() > _BLOAT * expression.count_ops():
        factored = expression
    return _one_index(sympy.powsimp(factored, combine="exp"))


_BLOAT = 1.5
"""How much longer an expression may become by being factored."""


def _one_index(expression: sympy.Expr) -> sympy.Expr:
    """Behind 1[j = k] the two letters mean the same; everywhere else the first is written."""

    def unified(*factors: sympy.Expr) -> sympy.Expr:
        product = sympy.Mul(*factors)
        for same in (factor for factor in factors if isinstance(factor, sympy.KroneckerDelta)):
            first, second = same.args
            product = same * (product / same).subs(second, first)
        return product

    return expression.replace(sympy.Mul, unified)


def _exponentials(*softmax: sympy.Expr) -> sympy.Expr:
    return SoftmaxEntry(*softmax).rewrite(sympy.exp)


def _written(expression: sympy.Expr) -> Tree:
    if expression.has(*_NOT_REAL):
        raise AlgebraError(
            "This expression has no value that is a real number.",
            "Check it for a division by zero or a root of a negative number.",
        )
    return _Writer(expression).tree(expression)


_NOT_REAL = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo, sympy.I)
