"""What a function is to compute: a loss, what is asked of it, and with which options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from quiz_app import losses
from quiz_app.bank.model import CodeQuestion
from quiz_app.bank.signature import Signature, parse_signature
from quiz_app.errors import QuizError
from quiz_app.losses import FloatArray, Loss, Reduction

Form: TypeAlias = Literal["cost", "per_sample", "gradient"]
Array: TypeAlias = NDArray[np.float64] | NDArray[np.float32] | NDArray[np.int64]

_Meaning = TypeVar("_Meaning", bool, Reduction)

_REDUCTIONS: dict[str, Reduction] = {"mean": "mean", "sum": "sum"}
_SWITCHES = {"true": True, "false": False}

_GRADIENT_SLIPS = {
    "wrong_sign": "You turned the sign of the derivative round: it is positive where a larger "
    "prediction makes the loss larger.",
    "loss_instead_of_gradient": "You took the loss itself; its derivative is asked for.",
    "gradient_of_mean": "You divided by the number of samples; the derivative of each sample's "
    "own loss is asked for.",
}


class Task(Struct, frozen=True):
    """A loss in the form that its samples have, and what to compute of it."""

    signature: Signature
    loss: Loss
    form: Form
    reduction: Reduction
    parameters: dict[str, float]

    def right(self, y_true: Array, y_pred: Array, options: Mapping[str, float]) -> FloatArray:
        """What the loss itself computes. Raises QuizError for what it does not accept."""
        numbers = {**self.parameters, **options}
        if self.form == "gradient":
            return self.loss.gradient(y_true, y_pred, from_logits=False, **numbers)
        if self.form == "per_sample":
            return self.loss.per_sample(y_true, y_pred, from_logits=False, **numbers)
        cost = self.loss.cost(
            y_true, y_pred, reduction=self.reduction, from_logits=False, **numbers
        )
        return np.asarray(cost)

    @property
    def slips(self) -> dict[str, str]:
        """The mistakes that can be made here: name → what to tell who made it."""
        if self.form == "gradient":
            return _GRADIENT_SLIPS
        return {
            mistake.name: mistake.say
            for mistake in self.loss.mistakes
            if self.form == "cost" or mistake.reduce is None
        }

    def mistaken(
        self, slip: str, y_true: Array, y_pred: Array, options: Mapping[str, float]
    ) -> FloatArray:
        """What comes out with one of the ``slips``; nan where it cannot be made."""
        numbers = {**self.parameters, **options}
        if self.form == "gradient":
            if slip == "loss_instead_of_gradient":
                return self.loss.per_sample(y_true, y_pred, from_logits=False, **numbers)
            slope = self.loss.gradient(y_true, y_pred, from_logits=False, **numbers)
            return -slope if slip == "wrong_sign" else slope / len(y_pred)
        made = [mistake for mistake in self.loss.mistakes if mistake.name == slip]
        if self.form == "per_sample":
            return self.loss.mistaken_per_sample(made, y_true, y_pred, from_logits=False, **numbers)
        cost = self.loss.mistaken_cost(
            made, y_true, y_pred, reduction=self.reduction, from_logits=False, **numbers
        )
        return np.asarray(cost)


def task_of(item: CodeQuestion) -> Task:
    """The task of a question.

    Raises QuizError for a loss, an option or an argument that does not exist.
    """
    signature = parse_signature(item.function)
    given = {option.name: option.value for option in item.options}
    on_logits = _word(given, "from_logits", _SWITCHES, False)
    reduction = _word(given, "reduction", _REDUCTIONS, "mean")
    loss = losses.get(item.against).form(on_logits)
    parameters = {parameter.name: parameter for parameter in loss.parameters}
    for name in (*given, *signature.options):
        if name not in parameters:
            known = ", ".join(parameters) or "none but reduction"
            raise QuizError(f"{loss.name} has no option {name}.", f"Its options: {known}.")
    numbers = {name: parameter.default for name, parameter in parameters.items()}
    for name, text in given.items():
        if text in (*_SWITCHES, *_REDUCTIONS):
            raise QuizError(f"The option {name} is a number.", f"Write {name}: 1, say.")
        numbers[name] = float(text)
        if parameters[name].domain.first_violation(np.asarray(numbers[name])) is not None:
            wanted = parameters[name].domain.describe()
            raise QuizError(f"The option {name} cannot be {text}.", f"Give {wanted}.")
    return Task(signature, loss, item.computes, reduction, numbers)


def _word(
    given: dict[str, str], option: str, words: Mapping[str, _Meaning], default: _Meaning
) -> _Meaning:
    """What the word given for an option means; the option is taken out."""
    text = given.pop(option, None)
    if text is None:
        return default
    if text in words:
        return words[text]
    known = " or ".join(f"{option}: {word}" for word in words)
    raise QuizError(f"The option {option} is a word.", f"Write {known}.")
