"""The minimising constant where a target has one of two values, such as −1 and 1."""

from __future__ import annotations

from quiz_app.formulas.constants import SOLVED, mean_target
from quiz_app.formulas.kinks import ZERO, branchings, replaced
from quiz_app.formulas.model import Equation, Remark, Step
from quiz_app.formulas.notation import written
from quiz_app.formulas.problem import AND_SLOPE, C, Minimum, Problem
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Conditional,
    Name,
    Negative,
    Tree,
    substitute,
)

_OF_LOW, _OF_HIGH = Name("q_0"), Name("q_1")
_SHARES = (_OF_LOW.name, _OF_HIGH.name)


def by_labels(problem: Problem) -> Minimum | None:
    """Two labels make the cost a function of the mean label alone."""
    if len(problem.labels) != 2:
        return None
    low, high = (problem.simplified(_loss_of(problem, written(label))) for label in problem.labels)
    cost = Binary("+", Binary("*", _OF_LOW, low), Binary("*", _OF_HIGH, high))
    if problem.slope(cost, C) == ZERO:
        return _on_a_side(problem, cost)
    if problem.slope(cost, C, times=2) == ZERO:
        return _at_a_kink(problem, cost)
    flat = _where_flat(problem, cost) or _where_clipping_ends(problem, cost)
    if flat is None:
        return None
    minimum = Equation(C, flat[-1].equation.right)
    steps = (_of_shares(problem, cost), *flat)
    return Minimum((minimum,), (mean_target(problem),), steps=steps)


def _of_shares(problem: Problem, cost: Tree) -> Step:
    """The cost as a function of how many samples have either label."""
    low, high = map(written, problem.labels)
    reason = "a share {} of the labels being {} and {} being {}, the cost of predicting {} is"
    return Step(Remark(reason, (_OF_LOW, low, _OF_HIGH, high, C)), Equation(problem.cost, cost))


def _where_flat(problem: Problem, cost: Tree) -> tuple[Step, ...] | None:
    """The steps to the one constant at which the slope of the cost is zero.

    The last of them writes it with the mean label.
    """
    slope = problem.slope(cost, C)
    root = problem.only_root(slope, C, *_SHARES)
    if root is None:
        return None
    of_shares = problem.simplified(root, *_SHARES)
    shares = _shares(problem)
    minimum = problem.simplified(substitute(of_shares, shares))
    flat = Remark(AND_SLOPE, (C,))
    known = Remark("the shares are known by the mean label:")
    return (
        Step(flat, Equation(problem.slope_of_cost, slope)),
        Step(SOLVED, Equation(C, of_shares)),
        Step(known, Equation(_OF_HIGH, problem.simplified(shares[_OF_HIGH.name]))),
        Step(Remark("and so"), Equation(C, minimum)),
    )


def _where_clipping_ends(problem: Problem, cost: Tree) -> tuple[Step, ...] | None:
    """As if nothing were clipped at zero, if nothing is at the constant that comes out so.

    What is clipped must be a line in the mean label, which then need be seen at its ends only.
    """
    clipped = [branching for branching in branchings(cost) if branching.one == ZERO]
    unclipped = cost
    for branching in clipped:
        unclipped = replaced(unclipped, branching.part, branching.other)
    steps = _where_flat(problem, unclipped) if clipped else None
    if steps is None:
        return None
    minimum = steps[-1].equation.right
    differences = [
        problem.simplified(substitute(branching.difference, {C.name: minimum}))
        for branching in clipped
    ]
    if not all(_never_positive(problem, it) for it in differences):
        return None
    meanwhile = Remark("where nothing is clipped at zero, as at the constant to be found, it is")
    return Step(meanwhile, Equation(problem.cost, unclipped)), *steps


def _never_positive(problem: Problem, difference: Tree) -> bool:
    if problem.algebra.affine(difference, problem.mean_target).result() is None:
        return False
    ends = (
        problem.simplified(substitute(difference, {problem.mean_target.name: written(label)}))
        for label in problem.labels
    )
    return all(end == ZERO or isinstance(end, Negative) for end in ends)


def _shares(problem: Problem) -> dict[str, Tree]:
    """The shares of the two labels by their mean."""
    low, high = map(written, problem.labels)
    mean, width = problem.mean_target, Binary("-", high, low)
    return {
        _OF_LOW.name: Binary("/", Binary("-", high, mean), width),
        _OF_HIGH.name: Binary("/", Binary("-", mean, low), width),
    }


def _on_a_side(problem: Problem, cost: Tree) -> Minimum | None:
    """A cost made of steps is least on the side of one of the labels: that of the majority."""
    low, high = map(written, problem.labels)
    side = Remark("any other number on the same side costs as little")
    steps = Remark("made of steps, it is compared on either side:")
    return _cheaper(problem, cost, high, low, side, steps)


def _at_a_kink(problem: Problem, cost: Tree) -> Minimum | None:
    """A cost made of straight lines is least at one of its kinks; two can be compared."""
    match _corners(problem):
        case [corner]:
            minimum = Equation(C, corner)
            bent = Remark("two straight lines, which meet where it is least:")
            return Minimum((minimum,), steps=(_of_shares(problem, cost), Step(bent, minimum)))
        case [one, other]:
            between = "at {} every value between {} and {} costs the same"
            lines = Remark("made of straight lines, it is least at one of its two kinks:")
            remark = Remark(between, (one, other))
            return _cheaper(problem, cost, one, other, remark, lines)
        case _:
            return None


def _cheaper(
    problem: Problem, cost: Tree, one: Tree, other: Tree, remark: Remark, reason: Remark
) -> Minimum | None:
    """One of two places where the cost may be least, for a ``reason``, depending on the mean label.

    ``remark`` begins with the mean at which both cost the same, if it has any terms.
    """
    costs = [
        problem.simplified(substitute(cost, {C.name: place}), *_SHARES) for place in (one, other)
    ]
    difference = substitute(Binary("-", *costs), _shares(problem))
    line = problem.algebra.affine(difference, problem.mean_target).result()
    if line is None:
        return None
    rise, start = line
    above, below = (one, other) if isinstance(rise, Negative) else (other, one)
    balance = problem.simplified(Negative(Binary("/", start, rise)))
    choice = Conditional(above, Compare(">", problem.mean_target, balance), below)
    tie = (Compare("==", problem.mean_target, balance),) if remark.terms else ()
    remarks = (Remark(remark.words, (*tie, *remark.terms)),)
    minimum = Equation(C, choice)
    first, second = (
        Equation(Call(problem.cost.name, (place,)), its)
        for place, its in zip((one, other), costs, strict=True)
    )
    gap = problem.simplified(difference)
    steps = (
        _of_shares(problem, cost),
        Step(reason, first),
        Step(Remark("and"), second),
        Step(
            Remark("so that by the mean label the one costs more than the other by"),
            Equation(Binary("-", first.left, second.left), gap),
        ),
        Step(Remark("whose sign decides:"), minimum),
    )
    return Minimum((minimum,), (mean_target(problem),), remarks, steps)


def _corners(problem: Problem) -> list[Tree]:
    """The constants at which the loss of one of the labels has a kink."""
    places = (
        place
        for label in problem.labels
        for branching in branchings(_loss_of(problem, written(label)))
        for place in problem.algebra.solve(branching.difference, C).result()
    )
    return list(dict.fromkeys(places))


def _loss_of(problem: Problem, label: Tree) -> Tree:
    return substitute(problem.of_constant, {problem.target.name: label})
