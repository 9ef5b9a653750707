"""Gradient and Hessian of a loss in its prediction, and where they jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.formulas.kinks import ZERO, kinks
from quiz_app.formulas.model import Equation, Formula, Remark
from quiz_app.formulas.notation import ELL, OTHER_CLASS, Notation, entry
from quiz_app.maths.expression.tree import Call, Number, Tree

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra


_FLAT = Remark("the loss is flat wherever it does not jump, so no slope says where to go")


def gradient(loss: Loss, algebra: Algebra) -> Formula:
    """∂ℓ/∂ŷ, or its entry for class k; at a kink, the interval of subgradients."""
    notation = Notation.of(loss)
    variable = notation.variable
    slope = _derivative(notation, algebra)
    remarks = tuple(
        Remark("at {} every slope between {} and {} is a subgradient", (kink.place, *kink.slopes))
        for kink in kinks(notation, algebra)
    )
    if slope == ZERO:
        remarks = (_FLAT,)
    left = Call("derivative", (ELL, variable))
    return Formula(
        loss.name, "gradient", (Equation(left, slope),), notation.meanings(slope), remarks
    )


def hessian(loss: Loss, algebra: Algebra) -> Formula:
    """The second derivative, or its entry for the classes k and l, away from kinks."""
    notation = Notation.of(loss)
    if notation.classwise:
        other = entry(notation.prediction, OTHER_CLASS)
        slope = _derivative(notation, algebra)
        curvature = algebra.differentiate(
            slope, other, 1, notation.where, notation.positive
        ).result()
        left = Call("derivative", (Call("derivative", (ELL, other)), notation.variable))
    else:
        curvature = _derivative(notation, algebra, times=2)
        left = Call("derivative", (ELL, notation.variable, Number("2")))
    remarks = tuple(
        Remark("except at {}, where the slope jumps", (kink.place,))
        for kink in kinks(notation, algebra)
    )
    return Formula(
        loss.name, "hessian", (Equation(left, curvature),), notation.meanings(curvature), remarks
    )


def _derivative(notation: Notation, algebra: Algebra, times: int = 1) -> Tree:
    return algebra.differentiate(
        notation.body, notation.variable, times, notation.where, notation.positive
    ).result()
