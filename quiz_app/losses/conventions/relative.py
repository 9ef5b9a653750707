"""Conventions of losses relative to the target: percent, zeros and negative numbers."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.conventions.model import (
    KERAS,
    OURS,
    SCIKIT_LEARN,
    Convention,
    Practice,
)
from quiz_app.losses.relative import (
    mean_absolute_percentage_error,
    mean_squared_logarithmic_error,
)
from quiz_app.losses.robust import mean_absolute_error

_KERAS_EPSILON = 1e-7

_PERCENT = Convention(
    key="mape.percent",
    losses=("mean_absolute_percentage_error",),
    question="Is the percentage error in percent?",
    example={"y_true": (4.0,), "y_pred": (5.0,)},
    ours=Practice(
        OURS,
        "mean_absolute_percentage_error(y_true, y_pred)",
        "no, a fraction",
        mean_absolute_percentage_error,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.mean_absolute_percentage_error(y_true, y_pred)",
            "yes: 100 times the fraction",
            lambda y_true, y_pred: 100 * mean_absolute_percentage_error(y_true, y_pred),
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.mean_absolute_percentage_error(y_true, y_pred)",
            "no, a fraction, whatever the name says",
            mean_absolute_percentage_error,
        ),
    ),
)

_ZERO_TARGET = Convention(
    key="mape.zero-target",
    losses=("mean_absolute_percentage_error",),
    question="What is the percentage error when the target is zero?",
    example={"y_true": (0.0,), "y_pred": (1.0,)},
    ours=Practice(
        OURS,
        "mean_absolute_percentage_error(y_true, y_pred)",
        "there is none",
        mean_absolute_percentage_error,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.mean_absolute_percentage_error(y_true, y_pred)",
            "percent of 1e-7",
            lambda y_true, y_pred: 100 * mean_absolute_error(y_true, y_pred) / _KERAS_EPSILON,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.mean_absolute_percentage_error(y_true, y_pred)",
            "a fraction of 2e-16, the spacing of floats at 1",
            lambda y_true, y_pred: mean_absolute_error(y_true, y_pred) / np.finfo(np.float64).eps,
        ),
    ),
)

_NEGATIVE = Convention(
    key="msle.negative",
    losses=("mean_squared_logarithmic_error",),
    question="What does the logarithmic error make of a negative number?",
    example={"y_true": (1.0,), "y_pred": (-0.5,)},
    ours=Practice(
        OURS,
        "mean_squared_logarithmic_error(y_true, y_pred)",
        "anything above −1 has a logarithm of 1 + y",
        mean_squared_logarithmic_error,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.mean_squared_logarithmic_error(y_true, y_pred)",
            "raises it to 1e-7 first",
            lambda y_true, y_pred: mean_squared_logarithmic_error(
                np.maximum(y_true, _KERAS_EPSILON), np.maximum(y_pred, _KERAS_EPSILON)
            ),
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.mean_squared_log_error(y_true, y_pred)",
            "the same; at −1 and below it raises an error",
            mean_squared_logarithmic_error,
        ),
    ),
)

RELATIVE = (_PERCENT, _ZERO_TARGET, _NEGATIVE)
