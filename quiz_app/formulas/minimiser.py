"""The constant prediction that minimises a cost: the mean, the median, the majority, …"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quiz_app.formulas.constants import (
    by_clipping,
    by_condition,
    by_descent,
    by_itself,
    by_mean,
    by_quantile,
    by_transform,
)
from quiz_app.formulas.descent import without_minimum
from quiz_app.formulas.labels import by_labels
from quiz_app.formulas.model import Formula, Remark
from quiz_app.formulas.notation import Notation
from quiz_app.formulas.problem import C, Minimum, Problem
from quiz_app.formulas.rows import by_class, of_data
from quiz_app.maths.algebra import AlgebraError, AlgebraTimeout
from quiz_app.maths.expression.tree import Name

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra

_OF_NUMBERS = (
    *(by_labels, by_mean, by_itself, by_quantile, by_clipping, by_transform),
    by_descent,
)
_OF_ROWS = (of_data, by_class)


def minimiser(loss: Loss, algebra: Algebra) -> Formula:
    """The best constant in closed form or, where there is none, the equation it solves.

    Where neither is known it is the cost of predicting a constant, and a remark says so.
    """
    problem = Problem(loss, Notation.of(loss), algebra)
    ways = _OF_ROWS if loss.classwise else _OF_NUMBERS
    found = (_attempt(way, problem) for way in ways)
    minimum = next((answer for answer in found if answer), None) or by_condition(problem)
    if minimum.equations[0].left == Name(loss.short):
        return Formula(
            loss.name,
            "minimiser",
            minimum.equations,
            remarks=minimum.remarks,
            steps=minimum.steps,
        )
    is_row = loss.classwise and not loss.row_is_data
    what = "the constant row" if is_row else "the constant"
    meaning = Remark(f"{{}} is {what} whose prediction costs least", (C,))
    fixed = tuple(
        Remark("if {} is the same for all samples", (name,)) for name in problem.notation.listed
    )
    return Formula(
        loss.name,
        "minimiser",
        minimum.equations,
        minimum.where,
        (meaning, *fixed, *minimum.remarks, *without_minimum(problem)),
        minimum.steps,
    )


def _attempt(way: Callable[[Problem], Minimum | None], problem: Problem) -> Minimum | None:
    """A way that leads beyond what the algebra can do is no way."""
    try:
        return way(problem)
    except AlgebraTimeout:
        raise
    except AlgebraError:
        return None
