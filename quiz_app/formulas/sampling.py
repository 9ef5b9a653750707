"""Where a loss is drawn: predictions on the x axis, and the samples that belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite, isinf

import numpy as np

from quiz_app.losses import Domain, FloatArray, Loss

# A classwise loss is drawn for this many classes, the first of them the right one.
_CLASSES = 3
_SCORES = (-3.0, 3.0)
_AROUND_TARGET = 4.0


def predictions(loss: Loss, centre: float, points: int) -> FloatArray:
    """Positions on the x axis; ends of the domain, where a loss may be infinite, are left out."""
    low, high = window(loss, centre)
    if low == loss.y_pred.low or high == loss.y_pred.high:
        return np.linspace(low, high, points + 2)[1:-1]
    return np.linspace(low, high, points)


def window(loss: Loss, centre: float) -> tuple[float, float]:
    """The ends of the x axis: a regression is drawn around ``centre``, which is its target."""
    domain = loss.y_pred
    low, high = _SCORES
    if of_probabilities(loss):
        return 0.0, 1.0
    if loss.task == "regression":
        return (
            max(centre - _AROUND_TARGET, domain.low),
            min(centre + _AROUND_TARGET, domain.high),
        )
    if isfinite(domain.low) and isinf(domain.high):
        return domain.low, domain.low + high - low
    return max(low, domain.low), min(high, domain.high)


def values(loss: Loss, target: float, x: FloatArray, parameters: Mapping[str, float]) -> FloatArray:
    """The loss at each position on the x axis; a parameter that it does not have is left out."""
    own = _own(loss, parameters)
    return loss.per_sample(*samples(loss, target, x), from_logits=False, **own)


def slopes(loss: Loss, target: float, x: FloatArray, parameters: Mapping[str, float]) -> FloatArray:
    """The slope of ``values`` along the x axis, by the gradient of the loss."""
    own = _own(loss, parameters)
    gradient = loss.gradient(*samples(loss, target, x), from_logits=False, **own)
    return gradient @ _direction(loss) if loss.classwise else gradient


def admits(loss: Loss, x: float) -> bool:
    """Whether the loss is defined at this position on the x axis."""
    _, y_pred = samples(loss, 0.0, np.array([x]))
    return loss.y_pred.first_violation(y_pred) is None


def ends(loss: Loss) -> bool:
    """Whether the domain of the predictions has an end, where the loss may have a pole."""
    return isfinite(loss.y_pred.low) or isfinite(loss.y_pred.high)


def of_probabilities(loss: Loss) -> bool:
    """Whether a prediction is a row of probabilities, of which the right one is drawn."""
    return loss.classwise and loss.y_pred.low == 0


def samples(loss: Loss, target: float, x: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Targets and predictions, a sample for each position on the x axis."""
    if not loss.classwise:
        return np.full_like(x, target), x
    y_pred = np.column_stack([x] + [_others(loss, x)] * (_CLASSES - 1))
    if loss.y_true.whole:
        return np.zeros_like(x), y_pred
    return np.tile(np.eye(_CLASSES)[0], (len(x), 1)), y_pred


def _others(loss: Loss, x: FloatArray) -> FloatArray:
    """What stands beside x in a row; a row of zeros would have no direction."""
    if of_probabilities(loss):
        return (1 - x) / (_CLASSES - 1)
    return np.ones_like(x) if loss.y_pred == Domain.directions() else np.zeros_like(x)


def _direction(loss: Loss) -> FloatArray:
    """How a row of predictions changes with that of the right class."""
    others = -1 / (_CLASSES - 1) if of_probabilities(loss) else 0.0
    return np.array([1.0] + [others] * (_CLASSES - 1))


def _own(loss: Loss, parameters: Mapping[str, float]) -> dict[str, float]:
    names = {parameter.name for parameter in loss.parameters}
    return {name: value for name, value in parameters.items() if name in names}
