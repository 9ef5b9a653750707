"""What can be done with trees: each operation reads them, works with SymPy, and writes trees."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

import sympy

from quiz_app.maths.algebra.faults import AlgebraError
from quiz_app.maths.algebra.sympy_side.functions import Holds, Sigmoid, SoftmaxEntry, Softplus
from quiz_app.maths.algebra.sympy_side.reader import Reader
from quiz_app.maths.algebra.sympy_side.slopes import total_derivative
from quiz_app.maths.algebra.sympy_side.tidying import tidy
from quiz_app.maths.algebra.sympy_side.writer import Writer, written
from quiz_app.maths.expression.tree import Compare, Index, Name, Tree

_SPOILED = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min, sympy.Piecewise, Holds)
"""What SymPy's own simplification turns into something nobody would write."""


def differentiate(
    tree: Tree,
    variable: Name | Index,
    times: int = 1,
    where: Iterable[tuple[str, Tree]] = (),
    positive: Collection[str] = (),
) -> Tree:
    """The derivative of ``tree`` in ``variable``, taken ``times`` times.

    ``where`` says what the abbreviations in ``tree`` stand for: they are differentiated by the
    chain rule and stay in the result. At a kink the derivative is that of one side; the second
    derivative leaves kinks out.
    """
    reader = Reader(positive)
    expression = reader.expression(tree)
    abbreviations = {
        reader.expression(Name(name)): reader.expression(meaning) for name, meaning in where
    }
    for _ in range(times):
        expression = total_derivative(expression, reader.expression(variable), abbreviations)
    return written(tidy(expression))


def simplify(tree: Tree, positive: Collection[str] = ()) -> Tree:
    """An equal expression with as few operations as can be found."""
    expression = Reader(positive).expression(tree)
    candidates = [expression, tidy(expression)]
    if not expression.has(*_SPOILED):
        candidates.append(sympy.simplify(expression))
    return written(min(candidates, key=sympy.count_ops))


def solve(tree: Tree, unknown: Name | Index, positive: Collection[str] = ()) -> tuple[Tree, ...]:
    """Where ``tree`` is zero, as values of ``unknown``; empty if no closed form is found.

    For an entry of a softmax the log-sum-exp of the whole array is left in the solution.
    """
    reader = Reader(positive)
    equation = reader.expression(tree).replace(SoftmaxEntry, _exponentials)
    symbol = sympy.Dummy("unknown", real=True)
    equation = equation.xreplace({reader.expression(unknown): symbol})
    if _is_transcendental(equation, symbol):
        return ()
    try:
        solutions = sympy.solve(equation, symbol, simplify=False)
        return tuple(written(sympy.expand_log(tidy(solution))) for solution in solutions)
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
    reader = Reader(positive)
    symbol = sympy.Dummy("variable", real=True)
    expression = reader.expression(tree).xreplace({reader.expression(variable): symbol})
    line = sympy.expand(expression).as_poly(symbol)
    if line is None or line.degree() > 1:
        return None
    slope, intercept = line.coeff_monomial(symbol), line.coeff_monomial(1)
    return written(tidy(slope)), written(tidy(intercept))


def limit(
    tree: Tree, variable: Name | Index, rising: bool, positive: Collection[str] = ()
) -> Tree | float | None:
    """What ``tree`` tends to as ``variable`` rises, or falls, for ever; None if it is not found.

    A limit that is infinite is the float of that name.
    """
    reader = Reader(positive)
    symbol = sympy.Dummy("variable", real=True)
    expression = reader.expression(tree).xreplace({reader.expression(variable): symbol})
    end = sympy.oo if rising else -sympy.oo
    try:
        found = sympy.limit(expression.rewrite([Sigmoid, Softplus], sympy.exp), symbol, end)
    except (NotImplementedError, ValueError):
        return None
    if found in (sympy.oo, -sympy.oo):
        return float(found)
    if found.has(symbol, sympy.Limit, sympy.AccumBounds):
        return None
    return written(tidy(found))


def prove_equal(left: Tree, right: Tree, positive: Collection[str] = ()) -> Literal[True] | None:
    """True if the two are equal for all real names; None if no proof is found."""
    reader = Reader(positive)
    difference = (reader.expression(left) - reader.expression(right)).rewrite(
        [Sigmoid, Softplus, SoftmaxEntry], sympy.exp
    )
    return True if sympy.simplify(difference) == 0 else None


def arrange(relation: Compare) -> Compare:
    """The relation with nothing subtracted on either side: ``1 - y z > 0`` becomes ``y z < 1``."""
    reader = Reader(())
    difference = reader.expression(relation.left) - reader.expression(relation.right)
    _, difference = sympy.expand(difference).as_content_primitive()
    return Writer(difference).balanced(relation.op, difference)


def _exponentials(*softmax: sympy.Expr) -> sympy.Expr:
    return SoftmaxEntry(*softmax).rewrite(sympy.exp)
