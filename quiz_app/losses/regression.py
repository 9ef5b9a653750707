"""Losses of a predicted number: each is a function of the residual r = y − ŷ."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss, Parameter
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable

_SYMBOLS = {"y_true": "y", "y_pred": "yhat"}
_REAL = Domain.real()


def _residual(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return y_true - y_pred


def _distance(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return np.abs(y_true - y_pred)


def _square(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return np.square(y_true - y_pred)


def _square_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return 2.0 * (y_pred - y_true)


def _distance_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    """The sign of ŷ − y; at the kink 0, the middle of the subgradients −1 … 1."""
    return np.sign(y_pred - y_true)


def _square_of_mean(residuals: FloatArray) -> float:
    """nan for a single sample, where the order of the two steps does not matter."""
    return float(np.mean(residuals)) ** 2 if residuals.size > 1 else math.nan


mean_squared_error = Loss(
    name="mean_squared_error",
    title="Mean squared error",
    short="MSE",
    aliases=("mse",),
    task="regression",
    definition="(y_true - y_pred)^2",
    symbols=_SYMBOLS,
    y_true=_REAL,
    y_pred=_REAL,
    value=_square,
    slope=_square_slope,
    own_mistakes=(
        Mistake(
            "halved",
            "You halved it; the factor ½ is a convenience for gradients, not part of the MSE.",
            factor=0.5,
        ),
        Mistake(
            "root",
            "You took the square root at the end, which gives the RMSE.",
            reduce=lambda squares: float(np.sqrt(np.mean(squares))),
            reduction="mean",
        ),
        Mistake(
            "absolute_instead_of_squared",
            "You took absolute residuals, as the MAE does; square them instead.",
            per_sample=_distance,
        ),
        Mistake(
            "signed_residuals",
            "You left the residuals signed, so errors up and down cancel; square each one.",
            per_sample=_residual,
        ),
        Mistake(
            "squared_after_averaging",
            "You averaged before squaring; square each residual first, then average.",
            per_sample=_residual,
            reduce=_square_of_mean,
            reduction="mean",
        ),
    ),
)

mean_absolute_error = Loss(
    name="mean_absolute_error",
    title="Mean absolute error",
    short="MAE",
    aliases=("mae",),
    task="regression",
    definition="|y_true - y_pred|",
    symbols=_SYMBOLS,
    y_true=_REAL,
    y_pred=_REAL,
    value=_distance,
    slope=_distance_slope,
    own_mistakes=(
        Mistake(
            "squared_instead_of_absolute",
            "You squared the residuals, as the MSE does; take absolute values instead.",
            per_sample=_square,
        ),
        Mistake(
            "signed_residuals",
            "You left the residuals signed, so errors up and down cancel; drop each sign first.",
            per_sample=_residual,
        ),
    ),
)


def _huber(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    """q (|r| − q/2) with q = min(|r|, δ): both branches at once, and no square to overflow."""
    distance = np.abs(y_true - y_pred)
    clipped = np.minimum(distance, delta)
    return clipped * (distance - clipped / 2)


def _huber_slope(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    return np.clip(y_pred - y_true, -delta, delta)


def _half_square(y_true: FloatArray, y_pred: FloatArray, **_: float) -> FloatArray:
    return _square(y_true, y_pred) / 2


def _linear(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    return delta * _distance(y_true, y_pred)


def _huber_without_offset(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    distance = _distance(y_true, y_pred)
    return np.where(distance <= delta, distance**2 / 2, delta * distance)


def _huber_without_half(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    distance = _distance(y_true, y_pred)
    return np.where(distance <= delta, distance**2, delta * (distance - delta / 2))


def _huber_swapped(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    distance = _distance(y_true, y_pred)
    return np.where(distance <= delta, delta * (distance - delta / 2), distance**2 / 2)


def _huber_of_one(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    return inapplicable(y_pred) if delta == 1 else _huber(y_true, y_pred, delta=1.0)


def _smooth_l1(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    return inapplicable(y_pred) if delta == 1 else _huber(y_true, y_pred, delta) / delta


huber = Loss(
    name="huber",
    title="Huber loss",
    short="Huber",
    task="regression",
    definition="r^2/2 if |r| <= delta else delta*(|r| - delta/2)",
    where={"r": "y_true - y_pred"},
    symbols=_SYMBOLS,
    y_true=_REAL,
    y_pred=_REAL,
    parameters=(
        Parameter(
            "delta",
            1.0,
            Domain.interval(0, math.inf, open_low=True),
            "the residual at which the square turns into a straight line",
        ),
    ),
    value=_huber,
    slope=_huber_slope,
    own_mistakes=(
        Mistake(
            "quadratic_everywhere",
            "You squared every residual; beyond δ the loss goes on as a straight line.",
            per_sample=_half_square,
        ),
        Mistake(
            "linear_everywhere",
            "You took δ|r| for every residual; up to δ the loss is ½r².",
            per_sample=_linear,
        ),
        Mistake(
            "forgot_offset",
            "You took δ|r| beyond δ; the line is δ(|r| − ½δ), so that both branches meet at δ.",
            per_sample=_huber_without_offset,
        ),
        Mistake(
            "forgot_half",
            "You took r² for the small residuals; the quadratic branch is ½r².",
            per_sample=_huber_without_half,
        ),
        Mistake(
            "branches_swapped",
            "You swapped the branches: residuals up to δ are squared, those beyond count linearly.",
            per_sample=_huber_swapped,
        ),
        Mistake(
            "delta_ignored",
            "You computed with δ = 1; use the δ that is given.",
            per_sample=_huber_of_one,
        ),
        Mistake(
            "smooth_l1",
            "You divided by δ, which gives the smooth L1 loss; Huber's line has slope δ, not 1.",
            per_sample=_smooth_l1,
        ),
    ),
)

LOSSES = (mean_squared_error, mean_absolute_error, huber)
