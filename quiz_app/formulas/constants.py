"""The minimising constant of a loss of single numbers, one way of reasoning at a time."""

from __future__ import annotations

from typing import Literal

from quiz_app.formulas.kinks import ZERO, branchings, kinks, replaced
from quiz_app.formulas.model import Equation, Remark
from quiz_app.formulas.notation import SAMPLE, entry, mean, over_samples
from quiz_app.formulas.problem import C, Minimum, Problem
from quiz_app.losses import Domain
from quiz_app.maths.algebra import AlgebraError
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Name,
    Negative,
    Number,
    Tree,
    substitute,
    walk,
)

_DISTANCE = Name("u")
_AVERAGE = Name("a")
_MULTIPLIER = Name("lambda")
_HALF = Binary("/", Number("1"), Number("2"))

_UNKNOWN = Remark("no formula is known for the row {} at which this is least", (C,))
_LINE = Remark("this is a line in {}, which is nowhere least unless it is level", (C,))
_ENDLESS = Remark("the slope in {} is nowhere zero, so that no constant costs least", (C,))


def by_mean(problem: Problem) -> Minimum | None:
    """A slope that is a line in the target averages to the slope at the mean target."""
    return _by_average(problem, problem.target, problem.mean_target)


def by_transform(problem: Problem) -> Minimum | None:
    """A slope may be a line in a function of the target, such as its logarithm."""
    slope = problem.slope(problem.of_constant, C)
    for part in dict.fromkeys(walk(slope)):
        if isinstance(part, Call) and problem.target.name in names_in(part) - {C.name}:
            minimum = _by_average(problem, part, _AVERAGE)
            if minimum is not None:
                return minimum
    return None


def by_itself(problem: Problem) -> Minimum | None:
    """A slope without the target is zero at the same constant for every sample."""
    slope = problem.slope(problem.of_constant, C)
    if slope == ZERO or problem.target.name in names_in(slope):
        return None
    root = problem.only_root(slope, C)
    return None if root is None else Minimum((Equation(C, root),))


def _by_average(problem: Problem, statistic: Tree, average: Name) -> Minimum | None:
    """If the slope is a line in a statistic of the target, it averages to that at its mean."""
    slope = problem.slope(problem.of_constant, C)
    averaged = replaced(slope, statistic, average)
    if averaged == slope or problem.target.name in names_in(averaged):
        return None
    if problem.algebra.affine(averaged, average, problem.notation.positive).result() is None:
        return None
    root = problem.only_root(averaged, C)
    meaning = Equation(average, mean(problem.notation.of_sample(statistic)))
    return None if root is None else Minimum((Equation(C, root),), (meaning,))


def by_quantile(problem: Problem) -> Minimum | None:
    """A loss of a·u below its target and b·u above it is least at the quantile a/(a + b)."""
    if not any(branchings(problem.of_constant)):
        return None
    below = _slope_at_distance(problem, "-")
    above = _slope_at_distance(problem, "+")
    if {problem.target.name, _DISTANCE.name} & (names_in(below) | names_in(above)):
        return None
    level = problem.simplified(Binary("/", below, Binary("+", below, above)))
    if level == _HALF:
        return Minimum((Equation(C, Call("median", (problem.target,))),))
    return Minimum((Equation(C, Call("quantile", (problem.target, level))),))


def by_clipping(problem: Problem) -> Minimum | None:
    """What falls steadily and is clipped at zero is least where all samples are clipped."""
    match problem.of_constant:
        case Call("max", (Number("0"), inside)):
            fall = problem.slope(inside, C)
        case _:
            return None
    root = problem.only_root(inside, C)
    if root is None or names_in(fall) or not isinstance(fall, Negative):
        return None
    greater = Remark("any greater number costs as little")
    return Minimum((Equation(C, Call("max", (root,))),), (), (greater,))


def by_condition(problem: Problem) -> Minimum:
    """Where nothing shorter is known: the slopes of all samples add up to zero.

    Raises AlgebraError for a loss whose slope is zero, as its kinks alone decide.
    """
    notation, variable = problem.notation, problem.notation.abbreviation
    where: tuple[Equation, ...] = ()
    if variable is None:
        slope = problem.slope(problem.of_constant, problem.unknown)
        summand: Tree = notation.of_sample(slope)
    else:
        slope = problem.slope(notation.body, variable)
        at_constant = substitute(notation.where[variable.name], {notation.prediction.name: C})
        summand = Call("psi", (notation.of_sample(at_constant),))
        rate = problem.slope(at_constant, C)
        if problem.target.name in names_in(rate):
            summand = Binary("*", notation.of_sample(rate), summand)
        where = (Equation(Call("psi", (variable,)), slope),)
    if slope == ZERO:
        raise AlgebraError(
            "The slope of this loss is zero wherever it has one, which says nothing of a minimum.",
            "Look at its definition instead.",
        )
    if problem.loss.y_pred == Domain.probabilities():
        same = Remark("for one number {}, with which the entries add up to 1", (_MULTIPLIER,))
        remarks = (same, *_no_closed_form(problem))
        return Minimum((Equation(over_samples(summand), _MULTIPLIER),), where, remarks)
    if problem.notation.classwise:
        return _only_cost(problem, _UNKNOWN)
    return Minimum((Equation(over_samples(summand), ZERO),), where, _no_closed_form(problem))


def by_descent(problem: Problem) -> Minimum | None:
    """A cost that falls for ever has no minimum, so only the cost itself can be shown."""
    slope = problem.slope(problem.of_constant, C)
    if slope == ZERO:
        return None
    if C.name not in names_in(slope):
        return _only_cost(problem, _LINE)
    if problem.target.name in names_in(slope) or problem.roots(slope, C):
        return None
    return _only_cost(problem, _ENDLESS)


def _only_cost(problem: Problem, remark: Remark) -> Minimum:
    cost = mean(problem.notation.of_sample(problem.of_constant))
    return Minimum((Equation(Name(problem.loss.short), cost),), (), (remark,))


def _no_closed_form(problem: Problem) -> tuple[Remark, ...]:
    remark = Remark("there is no closed form; the equation is solved numerically")
    if not kinks(problem.notation, problem.algebra):
        return (remark,)
    return remark, Remark("at a kink the sum may jump over zero instead")


def mean_target(problem: Problem) -> Equation:
    """What the mean target is."""
    return Equation(problem.mean_target, mean(entry(problem.target, SAMPLE)))


def _slope_at_distance(problem: Problem, side: Literal["-", "+"]) -> Tree:
    """The slope in u of the loss of predicting a distance u > 0 to one side of the target."""
    prediction = Binary(side, problem.target, _DISTANCE)
    loss = substitute(problem.of_constant, {C.name: prediction})
    return problem.slope(problem.simplified(loss, _DISTANCE.name), _DISTANCE)
