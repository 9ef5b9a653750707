"""The minimising constant of a loss of single numbers, one way of reasoning at a time."""

from __future__ import annotations

from typing import Literal

from quiz_app.formulas.kinks import ZERO, kinks
from quiz_app.formulas.model import Equation, Remark
from quiz_app.formulas.notation import SAMPLE, entry, mean, over_samples
from quiz_app.formulas.problem import C, Minimum, Problem
from quiz_app.maths.algebra import AlgebraError
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import Binary, Call, Name, Number, Tree, substitute

_DISTANCE = Name("u")
_HALF = Binary("/", Number("1"), Number("2"))


def by_mean(problem: Problem) -> Minimum | None:
    """A slope that is a line in the target averages to the slope at the mean target."""
    slope = problem.slope(problem.of_constant, C)
    line = problem.algebra.affine(slope, problem.target, problem.notation.positive).result()
    if line is None or line[0] == ZERO:
        return None
    average = substitute(slope, {problem.target.name: problem.mean_target})
    root = problem.only_root(average, C)
    return None if root is None else Minimum((Equation(C, root),), (mean_target(problem),))


def by_quantile(problem: Problem) -> Minimum | None:
    """A loss of a·u below its target and b·u above it is least at the quantile a/(a + b)."""
    below = _slope_at_distance(problem, "-")
    above = _slope_at_distance(problem, "+")
    if {problem.target.name, _DISTANCE.name} & (names_in(below) | names_in(above)):
        return None
    level = problem.simplified(Binary("/", below, Binary("+", below, above)))
    if level == _HALF:
        return Minimum((Equation(C, Call("median", (problem.target,))),))
    return Minimum((Equation(C, Call("quantile", (problem.target, level))),))


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
        where = (Equation(Call("psi", (variable,)), slope),)
    if slope == ZERO:
        raise AlgebraError(
            "The slope of this loss is zero wherever it has one, which says nothing of a minimum.",
            "Look at its definition instead.",
        )
    return Minimum((Equation(over_samples(summand), ZERO),), where, _no_closed_form(problem))


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
