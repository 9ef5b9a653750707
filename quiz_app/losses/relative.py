"""Losses of a residual that is measured against the size of the target."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake
from quiz_app.losses.residuals import POSITIVE, REAL, SYMBOLS, distance, residual, square


def _share(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return distance(y_true, y_pred) / y_true


def _share_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    """The sign of ŷ − y divided by y; at the kink the subgradient 0."""
    return np.sign(y_pred - y_true) / y_true


mean_absolute_percentage_error = Loss(
    name="mean_absolute_percentage_error",
    title="Mean absolute percentage error",
    short="MAPE",
    aliases=("mape",),
    task="regression",
    definition="|y_true - y_pred|/y_true",
    symbols=SYMBOLS,
    y_true=POSITIVE,
    y_pred=REAL,
    value=_share,
    slope=_share_slope,
    own_mistakes=(
        Mistake(
            "in_percent",
            "You gave percent; the result is asked for as a fraction, 0.05 for 5 %.",
            factor=100.0,
        ),
        Mistake(
            "divided_by_prediction",
            "You divided by the prediction; divide each error by its target.",
            per_sample=lambda y_true, y_pred: distance(y_true, y_pred) / np.abs(y_pred),
        ),
        Mistake(
            "not_divided",
            "You took absolute errors; divide each by its target to make it relative.",
            per_sample=distance,
        ),
        Mistake(
            "signed_residuals",
            "You left the errors signed, so errors up and down cancel; drop each sign first.",
            per_sample=lambda y_true, y_pred: residual(y_true, y_pred) / y_true,
        ),
    ),
    builds_on=("mean_absolute_error",),
    convention=(
        "It is a fraction as in scikit-learn, where Keras gives percent; targets are positive, "
        "where both libraries would divide by a tiny number instead of zero."
    ),
)

_IN_TENS = 1 / math.log(10) ** 2
_ABOVE_MINUS_ONE = Domain.interval(-1, math.inf, open_low=True)


def _log_distance(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return np.log1p(y_true) - np.log1p(y_pred)


def _squared_log(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return np.square(_log_distance(y_true, y_pred))


def _squared_log_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return -2 * _log_distance(y_true, y_pred) / (1 + y_pred)


mean_squared_logarithmic_error = Loss(
    name="mean_squared_logarithmic_error",
    title="Mean squared logarithmic error",
    short="MSLE",
    aliases=("msle",),
    task="regression",
    definition="(log(1 + y_true) - log(1 + y_pred))^2",
    symbols=SYMBOLS,
    y_true=_ABOVE_MINUS_ONE,
    y_pred=_ABOVE_MINUS_ONE,
    value=_squared_log,
    slope=_squared_log_slope,
    own_mistakes=(
        Mistake(
            "one_not_added",
            "You took log y; add 1 first, so that a target of zero has a logarithm.",
            per_sample=lambda y_true, y_pred: np.square(np.log(y_true) - np.log(y_pred)),
        ),
        Mistake(
            "log_of_the_difference",
            "You took the logarithm of the error; take logarithms first, then the difference.",
            per_sample=lambda y_true, y_pred: np.square(np.log1p(distance(y_true, y_pred))),
        ),
        Mistake(
            "no_logarithm",
            "You squared the plain errors, as the MSE does; take logarithms of 1 + y first.",
            per_sample=square,
        ),
        Mistake(
            "not_squared",
            "You took absolute differences of the logarithms; square them.",
            per_sample=lambda y_true, y_pred: np.abs(_log_distance(y_true, y_pred)),
        ),
        Mistake("log10", "You took base-10 logarithms; natural ones are meant.", factor=_IN_TENS),
    ),
    builds_on=("mean_squared_error",),
    convention="Values at or below −1 are refused; Keras raises negative ones to 1e-7 instead.",
)

LOSSES = (mean_absolute_percentage_error, mean_squared_logarithmic_error)
