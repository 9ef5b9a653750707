"""Derivatives by the chain rule, and what they are where a function has a kink or a jump."""

from __future__ import annotations

from collections.abc import Mapping

import sympy

from quiz_app.maths.algebra.sympy_side.functions import Holds


def total_derivative(
    expression: sympy.Expr,
    variable: sympy.Expr,
    abbreviations: Mapping[sympy.Symbol, sympy.Expr],
) -> sympy.Expr:
    """The total derivative: directly, and through each abbreviation."""
    slope = expression.diff(variable)
    for name, meaning in abbreviations.items():
        if expression.has(name):
            slope += expression.diff(name) * total_derivative(meaning, variable, abbreviations)
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
