"""Arrays that a loss accepts: ordinary ones, and those at the ends of what it accepts."""

from __future__ import annotations

from math import isfinite

import numpy as np
from numpy.random import Generator

from quiz_app.grading.code.task import Array
from quiz_app.losses import Domain, FloatArray, Loss

_CLASSES = 3
_LARGE = 1000.0

# Numbers with one digit and predictions with this added never meet a kink, where a derivative
# is a matter of taste.
_OFF_THE_GRID = 0.04


def ordinary(loss: Loss, chance: Generator, samples: int) -> tuple[Array, Array]:
    """Targets and predictions well inside their domains, with few digits."""
    shape = (samples, _CLASSES) if loss.classwise else (samples,)
    return _targets(loss, chance, shape), _predictions(loss.y_pred, chance, shape)


def at_the_ends(loss: Loss) -> tuple[Array, Array] | None:
    """Each end of the predictions that is admissible with each plain target, or None."""
    if loss.y_pred == Domain.probabilities():
        return _paired(_plain_targets(loss), np.eye(_CLASSES))
    domain = loss.y_pred
    both = ((domain.low, domain.open_low), (domain.high, domain.open_high))
    ends = [end for end, is_open in both if isfinite(end) and not is_open]
    if loss.classwise or not ends:
        return None
    return _paired(_plain_targets(loss), np.array(ends, dtype=np.float64))


def large(loss: Loss) -> tuple[Array, Array] | None:
    """Predictions of ±1000 with each plain target, or None where they are not admissible."""
    if loss.y_pred.low > -_LARGE or loss.y_pred.high < _LARGE:
        return None
    if loss.classwise:
        # The maximum of all rows will not do for each of them.
        far_apart = np.array([_LARGE, 0.0, -_LARGE])
        return _paired(_plain_targets(loss), np.array([far_apart, far_apart - 2 * _LARGE]))
    return _paired(_plain_targets(loss), np.array([-_LARGE, _LARGE]))


def whole(loss: Loss) -> tuple[Array, Array] | None:
    """Samples in which both arrays, or the targets alone, are whole numbers; None for neither."""
    if loss.classwise:
        return None
    y_true = _plain_targets(loss)
    if y_true.size == 1:
        return np.array([4, 1, 3]), np.array([2, 2, 6])
    y_pred = np.linspace(0.25, 0.75, y_true.size)
    return y_true.astype(np.int64), y_pred if loss.y_pred.high == 1 else np.array([3, 2])


def _targets(loss: Loss, chance: Generator, shape: tuple[int, ...]) -> Array:
    domain = loss.y_true
    if domain.whole:
        return chance.permutation(np.resize(np.arange(_CLASSES), shape[0]))
    if not loss.classwise and (domain.members or domain.high == 1):
        return chance.permutation(np.resize(_plain_targets(loss), shape))
    if loss.classwise and domain.high == 1:
        marked = chance.integers(0, 2, shape).astype(np.float64)
        marked[:, 0] = 1
        return marked
    return _numbers(domain, chance, shape)


def _predictions(domain: Domain, chance: Generator, shape: tuple[int, ...]) -> FloatArray:
    numbers = _numbers(domain, chance, shape)
    if isfinite(domain.high) or _is_row_of_shares(domain):
        return numbers
    return np.round(numbers + _OFF_THE_GRID, 2)


def _is_row_of_shares(domain: Domain) -> bool:
    return domain == Domain.probabilities()


def _numbers(domain: Domain, chance: Generator, shape: tuple[int, ...]) -> FloatArray:
    if _is_row_of_shares(domain):
        parts = 1 + chance.multinomial(7, np.full(shape[-1], 1 / shape[-1]), shape[0])
        return np.asarray(parts / parts.sum(axis=-1, keepdims=True))
    if isfinite(domain.high) and isfinite(domain.low):
        inside = chance.integers(1, 20, shape) / 20
        return domain.low + inside * (domain.high - domain.low)
    if isfinite(domain.low):
        return domain.low + np.round(chance.uniform(0.3, 4, shape), 1)
    return np.round(chance.normal(0, 1.5, shape), 1)


def _plain_targets(loss: Loss) -> Array:
    """The few targets that are the usual ones, or one ordinary number."""
    domain = loss.y_true
    if domain.whole:
        return np.arange(_CLASSES)
    if loss.classwise:
        return np.eye(_CLASSES)
    if domain.members:
        return np.array(domain.members)
    admits_zero = domain.low == 0 and not domain.open_low
    return np.array([0.0, 1.0] if admits_zero else [1.0])


def _paired(targets: Array, predictions: FloatArray) -> tuple[Array, Array]:
    """Every target with every prediction."""
    times = len(predictions)
    y_true: Array = targets.repeat(times, axis=0)
    return y_true, np.tile(predictions, (len(targets),) + (1,) * (predictions.ndim - 1))
