"""Is every step of a derivation right? Tried in numbers of fifty digits, and proven if possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from quiz_app.formulas.derivations.model import Derivation, Step, Variable
from quiz_app.maths.algebra import AlgebraError
from quiz_app.maths.evaluate import evaluate_exactly
from quiz_app.maths.expression import parse
from quiz_app.maths.expression.tree import Index, Name, Number, Tree

if TYPE_CHECKING:
    from quiz_app.maths.algebra import Algebra

POINTS = 64
DIGITS = 50

Value: TypeAlias = Fraction | tuple[Fraction, ...]
Point: TypeAlias = Mapping[str, Value]

_SEED = 20
_GRID = 10**6
# A central difference of this width errs by its square, and rounding by its reciprocal.
_WIDTH = Fraction(1, 10**18)
_EQUAL = Fraction(1, 10**40)
_SAME_SLOPE = Fraction(1, 10**25)


def wrong_steps(derivation: Derivation) -> tuple[Step, ...]:
    """The steps that do not follow from the expression before them at some drawn point.

    Raises EvaluationError for an expression without a value on the declared domain.
    """
    points = list(_points(derivation))
    return tuple(
        step
        for previous, step in _pairs(derivation)
        if not all(_follows(previous, step, point) for point in points)
    )


def is_proven(derivation: Derivation, step: Step, algebra: Algebra) -> bool:
    """Whether the algebra proves the step for all real values; bounds it does not prove.

    Raises ValueError for a step of another derivation.
    """
    previous = next((before for before, each in _pairs(derivation) if each is step), None)
    if previous is None:
        raise ValueError("the step is not one of the derivation")
    if step.link != "==":
        return False
    positive = [each.name for each in derivation.variables if each.positive]
    before = step.applied_to(previous)
    try:
        if step.by:
            before = algebra.differentiate(before, _variable(step), 1, None, positive).result()
        return algebra.prove_equal(before, step.tree, positive).result() is True
    except AlgebraError:
        return False


def _pairs(derivation: Derivation) -> Iterator[tuple[Tree, Step]]:
    """Each step with the expression before it."""
    previous = parse(derivation.start)
    for step in derivation.steps:
        yield previous, step
        previous = step.tree


def _follows(previous: Tree, step: Step, point: Point) -> bool:
    before = step.applied_to(previous)
    reached = evaluate_exactly(step.tree, point, DIGITS)
    if step.by:
        slope = _slope(before, _variable(step), point)
        return bool(abs(slope - reached) <= _SAME_SLOPE * (1 + abs(reached)))
    gap = evaluate_exactly(before, point, DIGITS) - reached
    allowed = _EQUAL * (1 + abs(reached))
    match step.link:
        case "==":
            return bool(abs(gap) <= allowed)
        case "<=":
            return bool(gap <= allowed)
        case ">=":
            return bool(gap >= -allowed)


def _slope(tree: Tree, variable: Name | Index, point: Point) -> Fraction:
    """The central difference quotient, the algebra having no part in it."""
    above, below = (
        evaluate_exactly(tree, _moved(point, variable, width), DIGITS)
        for width in (_WIDTH, -_WIDTH)
    )
    quotient: Fraction = (above - below) / (2 * _WIDTH)
    return quotient


def _variable(step: Step) -> Name | Index:
    variable = parse(step.by)
    assert isinstance(variable, Name | Index)
    return variable


def _moved(point: Point, variable: Name | Index, by: Fraction) -> Point:
    """The point with one number changed: that of a name, or an entry of an array."""
    match variable:
        case Name(name):
            number = point[name]
            assert isinstance(number, Fraction)
            return {**point, name: number + by}
        case Index(Name(name), (position,)):
            row = point[name]
            assert isinstance(row, tuple)
            place = _whole(position, point)
            return {**point, name: (*row[:place], row[place] + by, *row[place + 1 :])}
        case _:
            raise ValueError("a derivative is by a name or an entry of an array")


def _whole(position: Tree, point: Point) -> int:
    match position:
        case Name(name):
            number = point[name]
            assert isinstance(number, Fraction)
            return int(number)
        case Number():
            return int(position.value)
        case _:
            raise ValueError("the position of an entry is a name or a number")


def _points(derivation: Derivation) -> Iterator[Point]:
    """Seeded points of the declared domain: the same on every machine."""
    chance = Random(_SEED)  # noqa: S311 - numbers to try, no secrets
    for _ in range(POINTS):
        yield {each.name: _drawn(each, chance) for each in derivation.variables}


def _drawn(variable: Variable, chance: Random) -> Value:
    if not variable.size:
        return _number(variable, chance)
    numbers = [_number(variable, chance) for _ in range(variable.size)]
    if not variable.shares:
        return tuple(numbers)
    weights = [Fraction(chance.randint(1, _GRID)) for _ in numbers]
    return tuple(weight / sum(weights) for weight in weights)


def _number(variable: Variable, chance: Random) -> Fraction:
    if variable.choices:
        return Fraction(chance.choice(variable.choices))
    low, high = Fraction(variable.low), Fraction(variable.high)
    return low + (high - low) * Fraction(chance.randint(0, _GRID), _GRID)
