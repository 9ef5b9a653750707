"""Losses of masks: how far the predicted one and the true one fail to overlap."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.parameter import Parameter

_SYMBOLS = {"y_true": "y", "y_pred": "p"}
_SIZES = {
    "I": "sum(y_true[k]*y_pred[k], k, K)",
    "T": "sum(y_true[k], k, K)",
    "P": "sum(y_pred[k], k, K)",
}
_CONVENTION = "An empty true mask is refused: against an empty prediction Keras says 1 and optax 0."


def _overlap(y_true: FloatArray, p: FloatArray) -> FloatArray:
    total: FloatArray = (y_true * p).sum(axis=-1)
    return total


def _missed(y_true: FloatArray, p: FloatArray) -> FloatArray:
    """What of either mask the other one lacks, which is 1 − Dice times the size of both."""
    total: FloatArray = (y_true * (1 - p) + p * (1 - y_true)).sum(axis=-1)
    return total


def _size(y_true: FloatArray, p: FloatArray) -> FloatArray:
    total: FloatArray = (y_true + p).sum(axis=-1)
    return total


def _dice(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return _missed(y_true, p) / _size(y_true, p)


def _dice_slope(y_true: FloatArray, p: FloatArray) -> FloatArray:
    overlap, size = (part(y_true, p)[:, np.newaxis] for part in (_overlap, _size))
    return 2 * (overlap / size - y_true) / size


def _jaccard(y_true: FloatArray, p: FloatArray) -> FloatArray:
    overlap = _overlap(y_true, p)
    return 1 - overlap / (_size(y_true, p) - overlap)


dice = Loss(
    name="dice",
    title="Dice loss",
    short="Dice",
    aliases=("dice_loss",),
    task="segmentation",
    definition="1 - 2*I/(T + P)",
    where=_SIZES,
    symbols=_SYMBOLS,
    y_true=Domain.masks(empty=False),
    y_pred=Domain.masks(),
    classwise=True,
    value=_dice,
    slope=_dice_slope,
    own_mistakes=(
        Mistake(
            "coefficient",
            "You gave the Dice coefficient; the loss is one minus it.",
            per_sample=lambda y_true, p: 1 - _dice(y_true, p),
        ),
        Mistake(
            "not_doubled",
            "You left out the 2: the overlap is counted twice, once for each mask.",
            per_sample=lambda y_true, p: 1 - _overlap(y_true, p) / _size(y_true, p),
        ),
        Mistake(
            "jaccard",
            "You divided by the union, which gives the Jaccard (IoU) loss.",
            per_sample=_jaccard,
        ),
    ),
    builds_on=("binary_crossentropy",),
    convention=_CONVENTION,
)


def _tversky_size(y_true: FloatArray, p: FloatArray, alpha: float, beta: float) -> FloatArray:
    errors = alpha * p * (1 - y_true) + beta * y_true * (1 - p)
    total: FloatArray = (y_true * p + errors).sum(axis=-1)
    return total


def _tversky(y_true: FloatArray, p: FloatArray, alpha: float, beta: float) -> FloatArray:
    errors = alpha * p * (1 - y_true) + beta * y_true * (1 - p)
    total: FloatArray = errors.sum(axis=-1)
    return total / _tversky_size(y_true, p, alpha, beta)


def _tversky_slope(y_true: FloatArray, p: FloatArray, alpha: float, beta: float) -> FloatArray:
    size = _tversky_size(y_true, p, alpha, beta)[:, np.newaxis]
    overlap = _overlap(y_true, p)[:, np.newaxis]
    rise = y_true + alpha * (1 - y_true) - beta * y_true
    return (overlap / size * rise - y_true) / size


def _weights_swapped(y_true: FloatArray, p: FloatArray, alpha: float, beta: float) -> FloatArray:
    losses = _tversky(y_true, p, beta, alpha)
    return inapplicable(losses) if alpha == beta else losses


def _weights_ignored(y_true: FloatArray, p: FloatArray, alpha: float, beta: float) -> FloatArray:
    losses = _dice(y_true, p)
    return inapplicable(losses) if alpha == beta == 0.5 else losses


_WEIGHT = Domain.interval(0, math.inf, open_low=True)

tversky = Loss(
    name="tversky",
    title="Tversky loss",
    short="Tversky",
    task="segmentation",
    definition="1 - I/(I + alpha*(P - I) + beta*(T - I))",
    where=_SIZES,
    symbols=_SYMBOLS,
    y_true=Domain.masks(empty=False),
    y_pred=Domain.masks(),
    classwise=True,
    parameters=(
        Parameter("alpha", 0.5, _WEIGHT, "the weight of what is predicted wrongly"),
        Parameter("beta", 0.5, _WEIGHT, "the weight of what is missed"),
    ),
    value=_tversky,
    slope=_tversky_slope,
    own_mistakes=(
        Mistake(
            "coefficient",
            "You gave the Tversky index; the loss is one minus it.",
            per_sample=lambda y_true, p, alpha, beta: 1 - _tversky(y_true, p, alpha, beta),
        ),
        Mistake(
            "weights_swapped",
            "You swapped the weights: α belongs to false positives, β to false negatives.",
            per_sample=_weights_swapped,
        ),
        Mistake(
            "weights_ignored",
            "You computed the Dice loss, which is the case α = β = ½.",
            per_sample=_weights_ignored,
        ),
    ),
    builds_on=("dice",),
    convention=_CONVENTION,
)

LOSSES = (dice, tversky)
