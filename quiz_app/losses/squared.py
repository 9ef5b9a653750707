"""Squared residuals, whole and halved: the loss that the mean minimises."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.mistakes import Mistake
from quiz_app.losses.residuals import REAL, SYMBOLS, distance, half_square, residual, square


def _square_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return 2.0 * (y_pred - y_true)


def _half_square_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return y_pred - y_true


def _square_of_mean(residuals: FloatArray) -> float:
    """nan for a single sample, where the order of the two steps does not matter."""
    return float(np.mean(residuals)) ** 2 if residuals.size > 1 else math.nan


mean_squared_error = Loss(
    name="mean_squared_error",
    title="Mean squared error",
    short="MSE",
    convention="Some libraries halve it: the L2 loss of optax is r²/2, half of ours.",
    aliases=("mse",),
    task="regression",
    definition="(y_true - y_pred)^2",
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    value=square,
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
            per_sample=distance,
        ),
        Mistake(
            "signed_residuals",
            "You left the residuals signed, so errors up and down cancel; square each one.",
            per_sample=residual,
        ),
        Mistake(
            "squared_after_averaging",
            "You averaged before squaring; square each residual first, then average.",
            per_sample=residual,
            reduce=_square_of_mean,
            reduction="mean",
        ),
    ),
)

half_squared_error = Loss(
    name="half_squared_error",
    title="Half squared error",
    short="HSE",
    aliases=("half_mse", "l2_loss"),
    task="regression",
    definition="(y_true - y_pred)^2/2",
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    value=half_square,
    slope=_half_square_slope,
    own_mistakes=(
        Mistake(
            "not_halved",
            "You left out the factor ½, which gives the MSE; here each square is halved.",
            factor=2.0,
        ),
        Mistake(
            "absolute_instead_of_squared",
            "You halved the absolute residuals; square them instead.",
            per_sample=lambda y_true, y_pred: distance(y_true, y_pred) / 2,
        ),
    ),
    builds_on=("mean_squared_error",),
    convention="The ½ makes the gradient ŷ − y; optax calls this l2_loss, Keras has no such loss.",
)

LOSSES = (mean_squared_error, half_squared_error)
