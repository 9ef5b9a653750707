"""A relation between two losses as data: a sentence, a formula, and both of its sides live."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from quiz_app.losses import FloatArray, Loss

Sign: TypeAlias = Literal["=", "≤", "≈"]
# What a side makes of n targets, n predictions and the parameters: n numbers.
Side: TypeAlias = Callable[[FloatArray, FloatArray, Mapping[str, float]], FloatArray]


def _itself(loss: Loss) -> Side:
    return lambda y, p, k: loss.per_sample(y, p, from_logits=False, **k)


@dataclass(frozen=True, eq=False)
class Relation:
    """What holds between a loss and another one, for every sample of the loss.

    ``says`` it in a sentence, ``this`` and ``that`` write the two sides. They are computed by
    the losses: ``right`` always, ``left`` where it is more than the loss itself. With
    ``inside``, it holds at the samples named by ``where`` alone.
    """

    loss: Loss
    other: Loss
    says: str
    this: str
    that: str
    right: Side
    left: Side | None = None
    sign: Sign = "="
    where: str = ""
    inside: Callable[[FloatArray, FloatArray, Mapping[str, float]], object] | None = None

    @property
    def formula(self) -> str:
        """``SmoothL1 = Huber(δ = β)/β``."""
        return f"{self.this} {self.sign} {self.that}"

    def sides(
        self, y_true: FloatArray, y_pred: FloatArray, parameters: Mapping[str, float]
    ) -> tuple[FloatArray, FloatArray]:
        """Both sides for n samples of the loss, shape (n,); nan where it does not hold.

        Parameters that the loss has, and that are not given, take their defaults.
        """
        known = {
            parameter.name: parameters.get(parameter.name, parameter.default)
            for parameter in self.loss.parameters
        }
        with np.errstate(all="ignore"):  # infinities are answers, not accidents
            left = (self.left or _itself(self.loss))(y_true, y_pred, known)
            right = self.right(y_true, y_pred, known)
            if self.inside is None:
                return left, right
            holds = np.asarray(self.inside(y_true, y_pred, known))
            return np.where(holds, left, np.nan), np.where(holds, right, np.nan)

    def shares(self, y_true: FloatArray, y_pred: FloatArray) -> bool:
        """Whether these samples of the other loss are samples of the loss, too.

        A mean and a target, or a score and a probability, are not the same although both are
        numbers: then their symbols differ.
        """
        loss, other = self.loss, self.other
        if loss.symbols["y_true"] != other.symbols["y_true"] or loss.classwise != other.classwise:
            return False
        if (loss.y_true, loss.y_pred) == (other.y_true, other.y_pred):
            return True
        return (
            loss.symbols["y_pred"] == other.symbols["y_pred"]
            and loss.y_true.first_violation(y_true) is None
            and loss.y_pred.first_violation(y_pred) is None
        )
