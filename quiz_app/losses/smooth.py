"""Smooth stand-ins for the absolute residual: quadratic near zero, straight far out, no kink."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import POSITIVE, REAL, SYMBOLS, distance, half_square
from quiz_app.losses.stable import hypotenuse


def _log_cosh(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    """log1p(g²/(2 + 2g)) + |r| − q with g = e^q − 1, so that the fraction is cosh q − 1.

    Beyond q = min(|r|, 20) the loss is straight.
    """
    size = distance(y_true, y_pred)
    curved = np.minimum(size, 20.0)
    growth = np.expm1(curved)
    losses: FloatArray = np.log1p(growth * growth / (2 + 2 * growth)) + (size - curved)
    return losses


def _log_cosh_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return np.tanh(y_pred - y_true)


def _without_log_2(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return np.logaddexp(y_true - y_pred, y_pred - y_true)


log_cosh = Loss(
    name="log_cosh",
    title="Log-cosh loss",
    short="LogCosh",
    aliases=("logcosh",),
    task="regression",
    definition="log(cosh(r))",
    where={"r": "y_true - y_pred"},
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    value=_log_cosh,
    slope=_log_cosh_slope,
    own_mistakes=(
        Mistake(
            "without_log_2",
            "You took log(eʳ + e⁻ʳ); cosh r is half of that sum, so subtract log 2.",
            per_sample=_without_log_2,
        ),
        Mistake(
            "absolute_instead",
            "You took |r|, which is the shape far out; log cosh r stays below it by up to log 2.",
            per_sample=distance,
        ),
        Mistake(
            "quadratic_everywhere",
            "You took ½r², which is the shape near zero; farther out log cosh r grows linearly.",
            per_sample=half_square,
        ),
    ),
    builds_on=("huber",),
)


def _pseudo_huber(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    """r²/(1 + √(1 + r²/δ²)), which neither cancels near zero nor overflows far out."""
    size = distance(y_true, y_pred)
    losses: FloatArray = size * (size / (1 + hypotenuse(size / delta)))
    return losses


def _pseudo_huber_slope(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    rise = y_pred - y_true
    slope: FloatArray = rise / hypotenuse(rise / delta)
    return slope


def _not_squared(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    if delta == 1:
        return inapplicable(y_pred)
    return _pseudo_huber(y_true, y_pred, delta) / delta


def _one_not_subtracted(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    losses: FloatArray = delta**2 * hypotenuse(distance(y_true, y_pred) / delta)
    return losses


pseudo_huber = Loss(
    name="pseudo_huber",
    title="Pseudo-Huber loss",
    short="PseudoHuber",
    task="regression",
    definition="delta^2*(sqrt(1 + (r/delta)^2) - 1)",
    where={"r": "y_true - y_pred"},
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    parameters=(
        Parameter("delta", 1.0, POSITIVE, "the residual about which the square becomes a line"),
    ),
    value=_pseudo_huber,
    slope=_pseudo_huber_slope,
    own_mistakes=(
        Mistake(
            "delta_not_squared",
            "You multiplied by δ; the factor in front is δ², which makes it ½r² near zero.",
            per_sample=_not_squared,
        ),
        Mistake(
            "one_not_subtracted",
            "You left out the − 1; without it a perfect prediction would still cost δ².",
            per_sample=_one_not_subtracted,
        ),
        Mistake(
            "quadratic_everywhere",
            "You took ½r², which is the shape near zero; farther out the loss grows linearly.",
            per_sample=half_square,
        ),
    ),
    builds_on=("huber",),
)

LOSSES = (log_cosh, pseudo_huber)
