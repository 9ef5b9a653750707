"""The minimising constant where a target has one of two values, such as −1 and 1."""

from __future__ import annotations

from fractions import Fraction

from quiz_app.formulas.constants import mean_target
from quiz_app.formulas.kinks import ZERO, branchings
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
    if problem.slope(cost, C, times=2) == ZERO:
        return _at_a_kink(problem, cost)
    root = problem.only_root(problem.slope(cost, C), C, *_SHARES)
    if root is None:
        return None
    minimum = problem.simplified(_by_mean(problem, problem.simplified(root, *_SHARES)))
    return Minimum((Equation(C, minimum),), (mean_target(problem),))


def _by_mean(problem: Problem, tree: Tree) -> Tree:
    """The tree with the shares of the labels written with their mean."""
    low, high = map(_written, problem.labels)
    mean, width = problem.mean_target, Binary("-", high, low)
    shares: dict[str, Tree] = {
        _OF_LOW.name: Binary("/", Binary("-", high, mean), width),
        _OF_HIGH.name: Binary("/", Binary("-", mean, low), width),
    }
    return substitute(tree, shares)


def _at_a_kink(problem: Problem, cost: Tree) -> Minimum | None:
    """A cost made of straight lines is least at one of its kinks; two can be compared."""
    match _corners(problem):
        case [corner]:
            return Minimum((Equation(C, corner),))
        case [one, other]:
            return _cheaper(problem, cost, one, other)
        case _:
            return None


def _cheaper(problem: Problem, cost: Tree, one: Tree, other: Tree) -> Minimum | None:
    """One of two places where the cost may be least, depending on the mean label."""
    costs = (substitute(cost, {C.name: place}) for place in (one, other))
    difference = _by_mean(problem, Binary("-", *costs))
    line = problem.algebra.affine(difference, problem.mean_target).result()
    if line is None:
        return None
    rise, start = line
    above, below = (one, other) if isinstance(rise, Negative) else (other, one)
    balance = problem.simplified(Negative(Binary("/", start, rise)))
    choice = Conditional(above, Compare(">", problem.mean_target, balance), below)
    tie = Remark(
        "at {} every value between {} and {} costs the same",
        (Compare("==", problem.mean_target, balance), one, other),
    )
    return Minimum((Equation(C, choice),), (mean_target(problem),), (tie,))


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
