"""Losses of a residual that grow no faster than a straight line, so outliers weigh less."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import (
    POSITIVE,
    REAL,
    SYMBOLS,
    distance,
    half_square,
    residual,
    square,
)


def _distance_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    """The sign of ŷ − y; at the kink 0, the middle of the subgradients −1 … 1."""
    return np.sign(y_pred - y_true)


mean_absolute_error = Loss(
    name="mean_absolute_error",
    title="Mean absolute error",
    short="MAE",
    aliases=("mae",),
    task="regression",
    definition="|y_true - y_pred|",
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    value=distance,
    slope=_distance_slope,
    own_mistakes=(
        Mistake(
            "squared_instead_of_absolute",
            "You squared the residuals, as the MSE does; take absolute values instead.",
            per_sample=square,
        ),
        Mistake(
            "signed_residuals",
            "You left the residuals signed, so errors up and down cancel; drop each sign first.",
            per_sample=residual,
        ),
    ),
    builds_on=("mean_squared_error",),
    convention="At the kink the slope is 0, as in PyTorch; the libraries agree on the value.",
)


def _huber(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    """q (|r| − q/2) with q = min(|r|, δ): both branches at once, and no square to overflow."""
    size = distance(y_true, y_pred)
    clipped = np.minimum(size, delta)
    return clipped * (size - clipped / 2)


def _huber_slope(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    return np.clip(y_pred - y_true, -delta, delta)


def _linear(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    return delta * distance(y_true, y_pred)


def _huber_without_offset(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    size = distance(y_true, y_pred)
    return np.where(size <= delta, size**2 / 2, delta * size)


def _huber_without_half(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    size = distance(y_true, y_pred)
    return np.where(size <= delta, size**2, delta * (size - delta / 2))


def _huber_swapped(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    size = distance(y_true, y_pred)
    return np.where(size <= delta, delta * (size - delta / 2), size**2 / 2)


def _huber_of_one(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    return inapplicable(y_pred) if delta == 1 else _huber(y_true, y_pred, delta=1.0)


def _huber_over_delta(y_true: FloatArray, y_pred: FloatArray, delta: float) -> FloatArray:
    return inapplicable(y_pred) if delta == 1 else _huber(y_true, y_pred, delta) / delta


huber = Loss(
    name="huber",
    title="Huber loss",
    short="Huber",
    task="regression",
    definition="r^2/2 if |r| <= delta else delta*(|r| - delta/2)",
    where={"r": "y_true - y_pred"},
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    parameters=(
        Parameter(
            "delta",
            1.0,
            POSITIVE,
            "the residual at which the square turns into a straight line",
        ),
    ),
    value=_huber,
    slope=_huber_slope,
    own_mistakes=(
        Mistake(
            "quadratic_everywhere",
            "You squared every residual; beyond δ the loss goes on as a straight line.",
            per_sample=half_square,
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
            per_sample=_huber_over_delta,
        ),
    ),
    builds_on=("mean_squared_error", "mean_absolute_error"),
    convention="The default is δ = 1 as in Keras and PyTorch; scikit-learn has other defaults.",
)


def _smooth_l1(y_true: FloatArray, y_pred: FloatArray, beta: float) -> FloatArray:
    """q/β (|r| − q/2) with q = min(|r|, β): both branches at once."""
    size = distance(y_true, y_pred)
    clipped = np.minimum(size, beta)
    return clipped / beta * (size - clipped / 2)


def _smooth_l1_slope(y_true: FloatArray, y_pred: FloatArray, beta: float) -> FloatArray:
    return np.clip((y_pred - y_true) / beta, -1.0, 1.0)


def _smooth_l1_times_beta(y_true: FloatArray, y_pred: FloatArray, beta: float) -> FloatArray:
    return inapplicable(y_pred) if beta == 1 else _huber(y_true, y_pred, beta)


def _smooth_l1_without_offset(y_true: FloatArray, y_pred: FloatArray, beta: float) -> FloatArray:
    size = distance(y_true, y_pred)
    if np.all(size < beta):
        return inapplicable(y_pred)
    return np.where(size < beta, size**2 / (2 * beta), size)


smooth_l1 = Loss(
    name="smooth_l1",
    title="Smooth L1 loss",
    short="SmoothL1",
    task="regression",
    definition="r^2/(2*beta) if |r| < beta else |r| - beta/2",
    where={"r": "y_true - y_pred"},
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    parameters=(
        Parameter("beta", 1.0, POSITIVE, "the residual at which the slope reaches 1 and stays"),
    ),
    value=_smooth_l1,
    slope=_smooth_l1_slope,
    own_mistakes=(
        Mistake(
            "huber",
            "You did not divide by β, which gives the Huber loss; smooth L1 has slope 1 far out.",
            per_sample=_smooth_l1_times_beta,
        ),
        Mistake(
            "forgot_offset",
            "You took |r| beyond β; the line is |r| − ½β, so that both branches meet at β.",
            per_sample=_smooth_l1_without_offset,
        ),
        Mistake(
            "absolute_everywhere",
            "You took |r| for every residual; below β the loss is r²/(2β).",
            per_sample=distance,
        ),
    ),
    builds_on=("huber",),
    convention="It is Huber's loss with δ = β divided by β; PyTorch also admits β = 0, the MAE.",
)

LOSSES = (mean_absolute_error, huber, smooth_l1)
