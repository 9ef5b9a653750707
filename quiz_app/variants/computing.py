"""Expressions of authors, computed on the live losses, rightly or with a chosen mistake."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quiz_app.bank.model import Numbers
from quiz_app.errors import QuizError
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import Name, Tree
from quiz_app.variants.answer import Answer, entries
from quiz_app.variants.author_expression import AuthorExpression, LossCall

Value: TypeAlias = float | NDArray[np.float64]

# What float64 may leave of an exact zero where numbers near one are subtracted.
_NOISE = 1e-15

_WRONG_SIGN = "wrong_sign"
_LOSS_ITSELF = "loss_instead_of_gradient"

_GRADIENT_MISTAKES = {
    _WRONG_SIGN: "You turned the sign of the derivative round: it is positive where a larger "
    "prediction makes the loss larger.",
    _LOSS_ITSELF: "You took the loss itself; its derivative is asked for.",
}


def numeric(numbers: Numbers) -> Value:
    """Exact decimal text as float64: a float, or an array of the same nesting."""
    return float(numbers) if isinstance(numbers, str) else np.array(numbers, dtype=np.float64)


def compute(
    expression: AuthorExpression,
    values: Mapping[str, Value],
    mistakes: frozenset[str] = frozenset(),
) -> Value:
    """The value of an expression; each loss in it is computed by its definition.

    Losses that know a mistake named in ``mistakes`` are computed with that mistake. Raises
    QuizError when a loss refuses its arguments or the value does not exist.
    """
    bindings = dict(values)
    for name, call in expression.losses:
        bindings[name] = _loss(call, bindings, mistakes)
    return evaluate(expression.tree, bindings)


def mistaken(
    expression: AuthorExpression,
    values: Mapping[str, Value],
    mistakes: frozenset[str] = frozenset(),
) -> Answer | None:
    """What mistakes give, made together; None where they have no finite value here."""
    try:
        answer = as_answer(compute(expression, values, mistakes))
    except QuizError:
        return None
    return answer if all(map(math.isfinite, entries(answer))) else None


def as_answer(value: Value) -> Answer:
    """A value as plain numbers: zero where only rounding is left of it, one entry as itself."""
    array = np.asarray(value, dtype=np.float64)
    return _plain(array.reshape(()) if array.size == 1 else array)


def as_value(answer: Answer) -> Value:
    """An answer as a value to compute with."""
    return np.array(answer, dtype=np.float64) if isinstance(answer, tuple) else answer


def _plain(array: NDArray[np.float64]) -> Answer:
    if array.ndim:
        return tuple(map(_plain, array))
    number = float(array)
    return 0.0 if abs(number) < _NOISE else number


def known_mistakes(expression: AuthorExpression) -> dict[str, str]:
    """The mistakes that can be made in an expression: name → what to tell the learner."""
    known: dict[str, str] = {}
    for _, call in expression.losses:
        known |= _mistakes_in(call)
    return known


def _mistakes_in(call: LossCall) -> dict[str, str]:
    if call.form == "gradient":
        return _GRADIENT_MISTAKES
    return {
        mistake.name: mistake.say
        for mistake in call.mistakes
        if call.form == "cost" or mistake.reduce is None
    }


def _loss(call: LossCall, values: Mapping[str, Value], mistakes: frozenset[str]) -> Value:
    loss, on_logits = call.loss, call.from_logits
    y_true, y_pred = _argument(call.y_true, values), _argument(call.y_pred, values)
    numbers = {name: _number(name, tree, values) for name, tree in call.parameters.items()}
    if call.form == "gradient" and _LOSS_ITSELF not in mistakes:
        slope = loss.gradient(y_true, y_pred, from_logits=on_logits, **numbers)
        return -slope if _WRONG_SIGN in mistakes else slope
    made = [mistake for mistake in call.mistakes if mistake.name in mistakes]
    if call.form == "cost":
        return loss.mistaken_cost(
            made, y_true, y_pred, reduction=call.reduction, from_logits=on_logits, **numbers
        )
    return loss.mistaken_per_sample(made, y_true, y_pred, from_logits=on_logits, **numbers)


def _argument(tree: Tree, values: Mapping[str, Value]) -> Value:
    if isinstance(tree, Name) and tree.name in values:
        return values[tree.name]
    return evaluate(tree, values)


def _number(option: str, tree: Tree, values: Mapping[str, Value]) -> float:
    value = _argument(tree, values)
    if isinstance(value, float):
        return value
    raise QuizError(f"The option {option} is not one number.", f"Write {option}=1, say.")
