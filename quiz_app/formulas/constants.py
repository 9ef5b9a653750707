"""The minimising constant of a loss of single numbers, one way of reasoning at a time."""

from __future__ import annotations

from typing import Literal

from quiz_app.formulas.descent import fall_of
from quiz_app.formulas.kinks import ZERO, branchings, kinks, replaced
from quiz_app.formulas.model import Equation, Remark, Step
from quiz_app.formulas.notation import ELL, SAMPLE, entry, mean, over_samples
from quiz_app.formulas.problem import COST, C, Minimum, Problem
from quiz_app.losses import Domain
from quiz_app.maths.algebra import AlgebraError
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
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
_SHARE = Name("q")
_HALF = Binary("/", Number("1"), Number("2"))
_ONE = Number("1")

SOLVED = Remark("and solved for {}:", (C,))

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
    if root is None:
        return None
    minimum = Equation(C, root)
    same = Remark("which is the same for every sample, and zero at")
    return Minimum((minimum,), steps=(*problem.from_cost_to(slope), Step(same, minimum)))


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
    if root is None:
        return None
    minimum = Equation(C, root)
    line = Remark("this is a line in {}, so that only the mean of that counts:", (statistic,))
    steps = (
        *problem.from_cost_to(slope),
        Step(line, Equation(averaged, ZERO)),
        Step(SOLVED, minimum),
    )
    return Minimum((minimum,), (meaning,), steps=steps)


def by_quantile(problem: Problem) -> Minimum | None:
    """A loss of a·u below its target and b·u above it is least at the quantile a/(a + b)."""
    if not any(branchings(problem.of_constant)):
        return None
    below = _slope_at_distance(problem, "-")
    above = _slope_at_distance(problem, "+")
    used = names_in(below) | names_in(above)
    if problem.target.name in used and below == above and _DISTANCE.name not in used:
        return _weighted_median(problem, above)
    if {problem.target.name, _DISTANCE.name} & used:
        return None
    level = problem.simplified(Binary("/", below, Binary("+", below, above)))
    if level == _HALF:
        minimum = Equation(C, Call("median", (problem.target,)))
    else:
        minimum = Equation(C, Call("quantile", (problem.target, level)))
    return Minimum((minimum,), steps=_to_the_quantile(problem, below, above, level, minimum))


def _weighted_median(problem: Problem, weight: Tree) -> Minimum:
    """Slopes that depend on the target alone, as much below as above, weigh the samples."""
    minimum = Equation(C, Call("median", (problem.target, weight)))
    of_sample = (problem.notation.of_sample(each) for each in (problem.target, weight))
    counted = Remark("the median in which each {} has the weight {}", tuple(of_sample))
    balance = Remark("least where the samples on either side have the same total weight:")
    steps = Step(COST, problem.cost_of_constant), Step(balance, minimum)
    return Minimum((minimum,), (), (counted,), steps)


def _to_the_quantile(
    problem: Problem, below: Tree, above: Tree, level: Tree, minimum: Equation
) -> tuple[Step, ...]:
    """The balance of the slopes of the targets on either side of the constant."""
    slope = Call("derivative", (ELL, C))
    higher, lower = (Compare(sign, problem.target, C) for sign in (">", "<"))
    rest = Binary("-", _ONE, _SHARE)
    balance = Equation(
        problem.simplified(Binary("*", _SHARE, above)), problem.simplified(Binary("*", rest, below))
    )
    return (
        Step(COST, problem.cost_of_constant),
        Step(
            Remark("a sample with {} adds the slope in {}", (higher, C)),
            Equation(slope, problem.simplified(Negative(below))),
        ),
        Step(Remark("and one with {} the slope", (lower,)), Equation(slope, above)),
        Step(
            Remark("with a share {} of the targets below {} the two balance where", (_SHARE, C)),
            balance,
        ),
        Step(Remark("and that is at the share"), Equation(_SHARE, level)),
        Step(Remark("so that the cost is least at"), minimum),
    )


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
    minimum = Equation(C, Call("max", (root,)))
    steps = (
        Step(COST, problem.cost_of_constant),
        Step(
            Remark("a sample adds nothing from {} on, and all samples nothing from", (root,)),
            minimum,
        ),
    )
    return Minimum((minimum,), (), (greater,), steps)


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
        condition = Equation(over_samples(summand), _MULTIPLIER)
        lagrange = Remark("least where the slopes of all classes are equal, by Lagrange:")
        steps = Step(COST, problem.cost_of_constant), Step(lagrange, condition)
        return Minimum((condition,), where, (same, *_no_closed_form(problem)), steps)
    if problem.notation.classwise:
        return Minimum((problem.cost_of_constant,), (), (_UNKNOWN,))
    condition = Equation(over_samples(summand), ZERO)
    flat = Remark("least where the slopes of all samples in {} add up to zero:", (C,))
    steps = Step(COST, problem.cost_of_constant), Step(flat, condition)
    return Minimum((condition,), where, _no_closed_form(problem), steps)


def by_descent(problem: Problem) -> Minimum | None:
    """A cost that falls for ever has no minimum, so only the cost itself can be shown."""
    slope = problem.slope(problem.of_constant, C)
    if slope == ZERO:
        return None
    if C.name not in names_in(slope):
        return _only_cost(problem, slope, _LINE)
    if problem.target.name in names_in(slope) or problem.roots(slope, C):
        return None
    fall = fall_of(problem, problem.of_constant)
    return _only_cost(problem, slope, _ENDLESS, *([fall] if fall else []))


def _only_cost(problem: Problem, slope: Tree, *remarks: Remark) -> Minimum:
    _, to_slope = problem.from_cost_to(slope)
    step = Step(Remark("the slope of the cost in {} is", (C,)), to_slope.equation)
    return Minimum((problem.cost_of_constant,), (), remarks, (step,))


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
