"""The minimising constant where a target has one of two values, such as −1 and 1."""

from __future__ import annotations

from fractions import Fraction

from quiz_app.formulas.constants import mean_target
from quiz_app.formulas.kinks import ZERO, branchings, replaced
from quiz_app.formulas.model import Equation, Remark
from quiz_app.formulas.problem import C, Minimum, Problem
from quiz_app.maths.expression.tree import (
    Binary,
    Compare,
    Conditional,
    Name,
    Negative,
    Number,
    Tree,
    substitute,
)

_OF_LOW, _OF_HIGH = Name("q_0"), Name("q_1")
_SHARES = (_OF_LOW.name, _OF_HIGH.name)


def by_labels(problem: Problem) -> Minimum | None:
    """Two labels make the cost a function of the mean label alone."""
    if len(problem.labels) != 2:
        return None
    low, high = (_loss_of(problem, _written(label)) for label in problem.labels)
    cost = Binary("+", Binary("*", _OF_LOW, low), Binary("*", _OF_HIGH, high))
    if problem.slope(cost, C) == ZERO:
        return _on_a_side(problem, cost)
    if problem.slope(cost, C, times=2) == ZERO:
        return _at_a_kink(problem, cost)
    minimum = _where_flat(problem, cost) or _where_clipping_ends(problem, cost)
    if minimum is None:
        return None
    return Minimum((Equation(C, minimum),), (mean_target(problem),))


def _where_flat(problem: Problem, cost: Tree) -> Tree | None:
    """The one constant at which the slope of the cost is zero, written with the mean label."""
    root = problem.only_root(problem.slope(cost, C), C, *_SHARES)
    return root and problem.simplified(_by_mean(problem, problem.simplified(root, *_SHARES)))


def _where_clipping_ends(problem: Problem, cost: Tree) -> Tree | None:
    """As if nothing were clipped at zero, if nothing is at the constant that comes out so.

    What is clipped must be a line in the mean label, which then need be seen at its ends only.
    """
    clipped = [branching for branching in branchings(cost) if branching.one == ZERO]
    unclipped = cost
    for branching in clipped:
        unclipped = replaced(unclipped, branching.part, branching.other)
    minimum = _where_flat(problem, unclipped) if clipped else None
    if minimum is None:
        return None
    differences = [
        problem.simplified(substitute(branching.difference, {C.name: minimum}))
        for branching in clipped
    ]
    return minimum if all(_never_positive(problem, it) for it in differences) else None


def _never_positive(problem: Problem, difference: Tree) -> bool:
    if problem.algebra.affine(difference, problem.mean_target).result() is None:
        return False
    ends = (
        problem.simplified(substitute(difference, {problem.mean_target.name: _written(label)}))
        for label in problem.labels
    )
    return all(end == ZERO or isinstance(end, Negative) for end in ends)


def _by_mean(problem: Problem, tree: Tree) -> Tree:
    """The tree with the shares of the labels written with their mean."""
    low, high = map(_written, problem.labels)
    mean, width = problem.mean_target, Binary("-", high, low)
    shares: dict[str, Tree] = {
        _OF_LOW.name: Binary("/", Binary("-", high, mean), width),
        _OF_HIGH.name: Binary("/", Binary("-", mean, low), width),
    }
    return substitute(tree, shares)


def _on_a_side(problem: Problem, cost: Tree) -> Minimum | None:
    """A cost made of steps is least on the side of one of the labels: that of the majority."""
    low, high = map(_written, problem.labels)
    side = Remark("any other number on the same side costs as little")
    return _cheaper(problem, cost, high, low, side)


def _at_a_kink(problem: Problem, cost: Tree) -> Minimum | None:
    """A cost made of straight lines is least at one of its kinks; two can be compared."""
    match _corners(problem):
        case [corner]:
            return Minimum((Equation(C, corner),))
        case [one, other]:
            between = "at {} every value between {} and {} costs the same"
            return _cheaper(problem, cost, one, other, Remark(between, (one, other)))
        case _:
            return None


def _cheaper(
    problem: Problem, cost: Tree, one: Tree, other: Tree, remark: Remark
) -> Minimum | None:
    """One of two places where the cost may be least, depending on the mean label.

    ``remark`` begins with the mean at which both cost the same, if it has any terms.
    """
    costs = (substitute(cost, {C.name: place}) for place in (one, other))
    difference = _by_mean(problem, Binary("-", *costs))
    line = problem.algebra.affine(difference, problem.mean_target).result()
    if line is None:
        return None
    rise, start = line
    above, below = (one, other) if isinstance(rise, Negative) else (other, one)
    balance = problem.simplified(Negative(Binary("/", start, rise)))
    choice = Conditional(above, Compare(">", problem.mean_target, balance), below)
    tie = (Compare("==", problem.mean_target, balance),) if remark.terms else ()
    remarks = (Remark(remark.words, (*tie, *remark.terms)),)
    return Minimum((Equation(C, choice),), (mean_target(problem),), remarks)


def _corners(problem: Problem) -> list[Tree]:
    """The constants at which the loss of one of the labels has a kink."""
    places = (
        place
        for label in problem.labels
        for branching in branchings(_loss_of(problem, _written(label)))
        for place in problem.algebra.solve(branching.difference, C).result()
    )
    return list(dict.fromkeys(places))


def _loss_of(problem: Problem, label: Tree) -> Tree:
    return substitute(problem.of_constant, {problem.target.name: label})


def _written(label: float) -> Tree:
    exact = Fraction(label)
    size = Number(str(abs(exact)))
    return Negative(size) if exact < 0 else size
