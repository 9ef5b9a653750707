"""Equal expressions that are shorter, or nearer to what a textbook prints."""

from __future__ import annotations

from functools import lru_cache

import sympy

_BLOAT = 1.5
"""How much longer an expression may become by being factored."""


def tidy(expression: sympy.Expr) -> sympy.Expr:
    """One fraction, factored, unless that makes it much longer; in cases, each of them so."""
    if expression.has(sympy.Piecewise):
        expression = sympy.piecewise_fold(expression)
    if isinstance(expression, sympy.Piecewise):
        return sympy.Piecewise(*((tidy(value), holds) for value, holds in expression.args))
    if expression.has(sympy.cosh):
        return sympy.trigsimp(expression)
    factored = _deeply_factored(sympy.together(expression, deep=True))
    if factored.count_ops() > _BLOAT * expression.count_ops():
        factored = expression
    return _one_index(sympy.powsimp(factored, combine="exp"))


def _deeply_factored(expression: sympy.Expr) -> sympy.Expr:
    """Every part in factors, from the inside out, and again what that multiplied out.

    SymPy's own deep factoring does the same, and factors each part that comes twice twice.
    """
    inside_out = sympy.core.traversal.bottom_up(expression, _factored)
    parts = ((part, _factored(part)) for part in inside_out.atoms(sympy.Add, sympy.Mul))
    return inside_out.xreplace({part: factors for part, factors in parts if factors != part})


@lru_cache(maxsize=10_000)
def _factored(expression: sympy.Expr) -> sympy.Expr:
    """The expression as a product or power; itself if it is neither or has no sum to factor."""
    if not expression.has(sympy.Add):
        return expression
    factors = sympy.factor(expression)
    return factors if factors.is_Mul or factors.is_Pow else expression


def _one_index(expression: sympy.Expr) -> sympy.Expr:
    """Behind 1[j = k] the two letters mean the same; everywhere else the first is written."""

    def unified(*factors: sympy.Expr) -> sympy.Expr:
        product = sympy.Mul(*factors)
        for same in (factor for factor in factors if isinstance(factor, sympy.KroneckerDelta)):
            first, second = same.args
            product = same * (product / same).subs(second, first)
        return product

    return expression.replace(sympy.Mul, unified)
