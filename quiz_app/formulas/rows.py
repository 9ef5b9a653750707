"""The minimising constant row of a loss over classes, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quiz_app.formulas.kinks import replaced
from quiz_app.formulas.model import Equation, Remark
from quiz_app.formulas.notation import CLASS, OTHER_CLASS, entry, mean
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
    walk,
)

_CLASSES = Name("K")
_MULTIPLIER = Name("lambda")
_SHIFT = Name("a")
_LETTERS = "qs"
_TOTAL = "logsumexp"


def by_class(problem: Problem) -> Minimum | None:
    """A slope that is a line in a statistic of its class averages to the slope at the mean of it.

    Such a statistic is the target of the class; it may be a softmax of the targets.
    """
    share = _share(problem)
    slope = problem.slope(problem.of_constant, problem.unknown)
    for statistic in _statistics(problem, slope):
        average = replaced(slope, statistic, share)
        if problem.target.name not in names_in(average):
            minimum = _at_the_share(problem, average, share)
            meaning = Equation(share, mean(problem.notation.of_sample(statistic)))
            return minimum and replace(minimum, where=(meaning,))
    return None


def _at_the_share(problem: Problem, slope: Tree, share: Index) -> Minimum | None:
    if problem.algebra.affine(slope, share).result() is None:
        return None
    if problem.loss.y_pred == Domain.probabilities():
        return _on_simplex(problem, slope, share)
    return _free(problem, slope, share)


def _on_simplex(problem: Problem, slope: Tree, share: Index) -> Minimum | None:
    """Lagrange: the slopes of all classes are equal, and the entries add up to one."""
    names = (C.name, _MULTIPLIER.name, *names_in(share) - {CLASS.name})
    row = problem.only_root(Binary("+", slope, _MULTIPLIER), problem.unknown, *names)
    if row is None:
        return None
    line = problem.algebra.affine(row, share).result()
    if line is None:
        return _in_proportion(problem, row, share)
    rise, start = line  # the shares add up to one, and so the entries to rise + K start
    surplus = Binary("-", Binary("+", rise, Binary("*", _CLASSES, start)), Number("1"))
    multiplier = problem.only_root(surplus, _MULTIPLIER)
    if multiplier is None:
        return None
    minimum = problem.simplified(substitute(row, {_MULTIPLIER.name: multiplier}))
    return Minimum((Equation(problem.unknown, minimum),))


def _in_proportion(problem: Problem, row: Tree, share: Index) -> Minimum | None:
    """If the multiplier only scales the row, dividing by the sum makes the entries add up."""
    names = names_in(share) - {CLASS.name}
    unscaled = problem.simplified(substitute(row, {_MULTIPLIER.name: Number("1")}), *names)
    scale = problem.simplified(Binary("/", row, unscaled), _MULTIPLIER.name, *names)
    if names & names_in(scale):
        return None
    other = substitute(unscaled, {CLASS.name: OTHER_CLASS})
    minimum = Binary("/", unscaled, Call("sum", (other, OTHER_CLASS, _CLASSES)))
    return Minimum((Equation(problem.unknown, minimum),))


def _free(problem: Problem, slope: Tree, share: Index) -> Minimum | None:
    """A softmax does not feel a shift of all logits, so they are found up to a number."""
    root = problem.only_root(slope, problem.unknown)
    if root is None:
        return None
    totals = (part for part in walk(root) if isinstance(part, Call) and part.function == _TOTAL)
    minimum = root
    for total in dict.fromkeys(totals):
        minimum = replaced(minimum, total, _SHIFT)
    shifted = Remark("for any number {}: a shift of all logits changes nothing", (_SHIFT,))
    remarks = (shifted,) if minimum != root else ()
    return Minimum((Equation(problem.unknown, minimum),), remarks=remarks)


def _statistics(problem: Problem, slope: Tree) -> Iterator[Tree]:
    """What the target may say of class k: its entry, whether it is the label, its softmax."""
    if problem.loss.y_true.whole:
        yield Indicator(Compare("==", CLASS, problem.target))
    else:
        yield entry(problem.target, CLASS)
    for part in dict.fromkeys(walk(slope)):
        match part:
            case Index(Call(), (place,)) if place == CLASS and C.name not in names_in(part):
                yield part


def _share(problem: Problem) -> Index:
    """The symbol of the share of class k in the data."""
    taken = names_in(problem.of_constant)
    letter = next(letter for letter in _LETTERS if letter not in taken)
    return entry(Name(letter) if problem.loss.y_true.whole else problem.mean_target, CLASS)
