"""Gradient and Hessian of a loss in its prediction, and where they jump."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from quiz_app.formulas.kinks import ZERO, kinks, replaced
from quiz_app.formulas.model import Equation, Formula, Remark
from quiz_app.formulas.notation import ELL, OTHER_CLASS, Notation, entry, written
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Name,
    Negative,
    Number,
    Tree,
    rebuild,
    substitute,
    walk,
)

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra


_ONE = Number("1")
_PART = Name("a")
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
    remarks += tuple(
        Remark("and the slope in {} is {}", (name, _slope_in(name, notation, algebra)))
        for name in notation.listed
    )
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
        twice = _derivative(notation, algebra, times=2)
        curvature = _of_labels(loss, twice, algebra)
        left = Call("derivative", (ELL, notation.variable, Number("2")))
    remarks = tuple(
        Remark("except at {}, where the slope jumps", (kink.place,))
        for kink in kinks(notation, algebra)
    )
    return Formula(
        loss.name, "hessian", (Equation(left, curvature),), notation.meanings(curvature), remarks
    )


def _slope_in(parameter: Name, notation: Notation, algebra: Algebra) -> Tree:
    """The derivative in a parameter; what the prediction is in stays together."""
    body = notation.expanded
    data = {notation.target.name, notation.prediction.name}
    part = next(
        part
        for part in walk(body)
        if data <= names_in(part) and parameter.name not in names_in(part)
    )
    slope = algebra.differentiate(
        replaced(body, part, _PART), parameter, 1, None, notation.positive
    ).result()
    return replaced(slope, _PART, part)


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
    return min(known, shorter, *_by_cases(known, notation, labels, algebra), key=_length)


def _by_cases(
    tree: Tree, notation: Notation, labels: tuple[float, ...], algebra: Algebra
) -> Iterator[Tree]:
    """For labels 0 and 1: y times what it is for 1, and 1 − y times what it is for 0."""
    if labels != (0, 1):
        return
    cases = (
        algebra.simplify(
            substitute(tree, {notation.target.name: written(label)}), notation.positive
        ).result()
        for label in labels
    )
    (sign, size, zero), (_, factor, one) = map(_parts, cases)
    if size == factor and isinstance(tree, Binary):
        of_one = _times(notation.target, one)
        of_zero = _times(Binary("-", _ONE, notation.target), zero)
        yield _times(size, Binary(sign, of_one, of_zero))


def _parts(tree: Tree) -> tuple[Literal["+", "-"], Tree, Tree]:
    """The sign, the number in front, and the rest."""
    match tree:
        case Negative(inside):
            _, number, rest = _parts(inside)
            return "-", number, rest
        case Binary("*", Number() as number, rest):
            return "+", number, rest
        case Number():
            return "+", tree, _ONE
        case _:
            return "+", _ONE, tree


def _times(one: Tree, other: Tree) -> Tree:
    """Their product, without a factor of 1."""
    if _ONE in (one, other):
        return other if one == _ONE else one
    return Binary("*", one, other)


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
