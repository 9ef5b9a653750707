"""Expressions of authors, computed on the live losses, rightly or with a chosen mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quiz_app.bank.model import Numbers
from quiz_app.errors import QuizError
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import Name, Tree, map_children
from quiz_app.variants.loss_call import LossCall, loss_call, loss_calls

Value: TypeAlias = float | NDArray[np.float64]

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
    tree: Tree, values: Mapping[str, Value], mistakes: frozenset[str] = frozenset()
) -> Value:
    """The value of an author's expression; each loss in it is computed by its definition.

    Losses that know a mistake named in ``mistakes`` are computed with that mistake. Raises
    QuizError when a loss refuses its arguments or the value does not exist.
    """
    computation = _Computation(values, mistakes)
    return evaluate(computation.settle(tree), computation.bindings)


def known_mistakes(tree: Tree) -> dict[str, str]:
    """The mistakes that can be made in an expression: name → what to tell the learner."""
    known: dict[str, str] = {}
    for call in loss_calls(tree):
        for name, say in _mistakes_in(call).items():
            known.setdefault(name, say)
    return known


def _mistakes_in(call: LossCall) -> dict[str, str]:
    if call.form == "gradient":
        return _GRADIENT_MISTAKES
    return {
        mistake.name: mistake.say
        for mistake in call.mistakes
        if call.form == "cost" or mistake.reduce is None
    }


class _Computation:
    """Replaces every loss of an expression by a name bound to its value."""

    def __init__(self, values: Mapping[str, Value], mistakes: frozenset[str]) -> None:
        self.bindings = dict(values)
        self._mistakes = mistakes
        self._losses = 0

    def settle(self, tree: Tree) -> Tree:
        """The tree without losses; their values are in ``bindings``."""
        call = loss_call(tree)
        if call is None:
            return map_children(tree, self.settle)
        value = self._value(call)
        self._losses += 1
        # No author can write a name with a space, so it cannot hide one of theirs.
        name = f"{call.loss.name} no. {self._losses}"
        self.bindings[name] = value
        return Name(name)

    def _value(self, call: LossCall) -> Value:
        loss, on_logits = call.loss, call.from_logits
        y_true, y_pred = self._argument(call.y_true), self._argument(call.y_pred)
        numbers = {name: self._number(name, tree) for name, tree in call.parameters.items()}
        if call.form == "gradient" and _LOSS_ITSELF not in self._mistakes:
            slope = loss.gradient(y_true, y_pred, from_logits=on_logits, **numbers)
            return -slope if _WRONG_SIGN in self._mistakes else slope
        made = [mistake for mistake in call.mistakes if mistake.name in self._mistakes]
        if call.form == "cost":
            return loss.mistaken_cost(
                made, y_true, y_pred, reduction=call.reduction, from_logits=on_logits, **numbers
            )
        return loss.mistaken_per_sample(made, y_true, y_pred, from_logits=on_logits, **numbers)

    def _argument(self, tree: Tree) -> Value:
        settled = self.settle(tree)
        if isinstance(settled, Name) and settled.name in self.bindings:
            return self.bindings[settled.name]
        return evaluate(settled, self.bindings)

    def _number(self, option: str, tree: Tree) -> float:
        value = self._argument(tree)
        if isinstance(value, float):
            return value
        raise QuizError(f"The option {option} is not one number.", f"Write {option}=1, say.")
