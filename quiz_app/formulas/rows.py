"""The minimising constant row of a loss over classes, entry by entry."""

from __future__ import annotations

from quiz_app.formulas.kinks import replaced
from quiz_app.formulas.model import Equation, Remark
from quiz_app.formulas.notation import CLASS, entry, mean
from quiz_app.formulas.problem import C, Minimum, Problem
from quiz_app.losses import Domain
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Index,
    Indicator,
    Name,
    Number,
    Tree,
    substitute,
)

_CLASSES = Name("K")
_MULTIPLIER = Name("lambda")
_SHIFT = Name("a")


def by_class(problem: Problem) -> Minimum | None:
    """A slope that is a line in the target of its class averages to the slope at the share."""
    share = _share(problem)
    slope = problem.slope(problem.of_constant, problem.unknown)
    average = replaced(slope, _of_class(problem), share)
    if problem.target.name in names_in(average):
        return None
    if problem.algebra.affine(average, share).result() is None:
        return None
    if problem.loss.y_pred == Domain.probabilities():
        return _on_simplex(problem, average, share)
    return _free(problem, average, share)


def _on_simplex(problem: Problem, slope: Tree, share: Index) -> Minimum | None:
    """Lagrange: the slopes of all classes are equal, and the entries add up to one."""
    row = problem.only_root(Binary("+", slope, _MULTIPLIER), problem.unknown)
    line = problem.algebra.affine(row, share).result() if row else None
    if row is None or line is None:
        return None
    rise, start = line  # the shares add up to one, and so the entries to rise + K start
    surplus = Binary("-", Binary("+", rise, Binary("*", _CLASSES, start)), Number("1"))
    multiplier = problem.only_root(surplus, _MULTIPLIER)
    if multiplier is None:
        return None
    minimum = problem.simplified(substitute(row, {_MULTIPLIER.name: multiplier}))
    return Minimum((Equation(problem.unknown, minimum),), (_meaning(problem, share),))


def _free(problem: Problem, slope: Tree, share: Index) -> Minimum | None:
    """A softmax does not feel a shift of all logits, so they are found up to a number."""
    root = problem.only_root(slope, problem.unknown)
    if root is None:
        return None
    minimum = replaced(root, Call("logsumexp", (C,)), _SHIFT)
    shifted = Remark("for any number {}: a shift of all logits changes nothing", (_SHIFT,))
    return Minimum(
        (Equation(problem.unknown, minimum),),
        (_meaning(problem, share),),
        (shifted,) if minimum != root else (),
    )


def _of_class(problem: Problem) -> Tree:
    """What the target says of class k: its entry, or whether it is the label."""
    if problem.loss.y_true.whole:
        return Indicator(Compare("==", CLASS, problem.target))
    return entry(problem.target, CLASS)


def _share(problem: Problem) -> Index:
    """The symbol of the share of class k in the data."""
    return entry(Name("q") if problem.loss.y_true.whole else problem.mean_target, CLASS)


def _meaning(problem: Problem, share: Index) -> Equation:
    return Equation(share, mean(problem.notation.of_sample(_of_class(problem))))
