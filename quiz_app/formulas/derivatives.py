"""Gradient and Hessian of a loss in its prediction, and where they jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.formulas.kinks import ZERO, kinks
from quiz_app.formulas.model import Equation, Formula, Remark
from quiz_app.formulas.notation import ELL, OTHER_CLASS, Notation, entry
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import Binary, Call, Name, Number, Tree, rebuild, walk

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra


_FLAT = Remark("the loss is flat wherever it does not jump, so no slope says where to go")


def gradient(loss: Loss, algebra: Algebra) -> Formula:
    """∂ℓ/∂ŷ, or its entry for class k; at a kink, the interval of subgradients."""
    notation = Notation.of(loss)
    variable = notation.variable
    slope = _of_labels(loss, _derivative(notation, algebra), algebra)
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
        curvature = _of_labels(loss, _derivative(notation, algebra, times=2), algebra)
        left = Call("derivative", (ELL, notation.variable, Number("2")))
    remarks = tuple(
        Remark("except at {}, where the slope jumps", (kink.place,))
        for kink in kinks(notation, algebra)
    )
    return Formula(
        loss.name, "hessian", (Equation(left, curvature),), notation.meanings(curvature), remarks
    )


def _of_labels(loss: Loss, tree: Tree, algebra: Algebra) -> Tree:
    """The tree, made shorter where the target is a label: the square of −1 or 1 is 1."""
    labels = loss.y_true.members
    if not labels:
        return tree
    notation = Notation.of(loss)

    def change(part: Tree) -> Tree:
        return Number("1") if _is_one(part, notation.target, labels) else part

    known = rebuild(tree, change)
    shorter = algebra.simplify(known, notation.positive).result()
    return min(known, shorter, key=_length)


def _is_one(part: Tree, target: Name, labels: tuple[float, ...]) -> bool:
    """Whether this is a square that is 1 for every label, such as y² or (1 − 2 y)²."""
    match part:
        case Binary("^", base, Number("2")) if names_in(base) == {target.name}:
            return all(abs(evaluate(base, {target.name: label})) == 1 for label in labels)
        case _:
            return False


def _length(tree: Tree) -> int:
    return sum(1 for _ in walk(tree))


def _derivative(notation: Notation, algebra: Algebra, times: int = 1) -> Tree:
    return algebra.differentiate(
        notation.body, notation.variable, times, notation.where, notation.positive
    ).result()
