"""From a loss and the kind of formula wanted to the formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.formulas.definition import definition
from quiz_app.formulas.derivatives import gradient, hessian
from quiz_app.formulas.minimiser import minimiser
from quiz_app.formulas.model import Formula, FormulaKind

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra


def derive(loss: Loss, show: FormulaKind, algebra: Algebra) -> Formula:
    """What the definition of a loss implies; only the definition itself needs no algebra.

    Raises AlgebraError where the algebra cannot follow, AlgebraTimeout where it takes too long.
    """
    match show:
        case "definition":
            return definition(loss)
        case "gradient":
            return gradient(loss, algebra)
        case "hessian":
            return hessian(loss, algebra)
        case "minimiser":
            return minimiser(loss, algebra)
