"""Conventions of losses of a residual: halves, corners, tiny numbers and quantiles."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.conventions.model import (
    KERAS,
    OPTAX,
    OURS,
    PYTORCH,
    SCIKIT_LEARN,
    Convention,
    Practice,
)
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.quantile import pinball
from quiz_app.losses.robust import huber, mean_absolute_error, smooth_l1
from quiz_app.losses.smooth import log_cosh
from quiz_app.losses.squared import half_squared_error, mean_squared_error

_HALF = Convention(
    key="squared-error.half",
    losses=("mean_squared_error", "half_squared_error"),
    question="Is the squared error halved?",
    example={"y_true": (1.0, 2.0), "y_pred": (4.0, 3.0)},
    ours=Practice(
        OURS,
        "mean_squared_error(y_true, y_pred)",
        "no; half_squared_error is a loss of its own",
        mean_squared_error,
    ),
    practices=(
        Practice(
            KERAS, "keras.losses.mean_squared_error(y_true, y_pred)", "no", mean_squared_error
        ),
        Practice(PYTORCH, "F.mse_loss(y_pred, y_true)", "no", mean_squared_error),
        Practice(
            SCIKIT_LEARN, "metrics.mean_squared_error(y_true, y_pred)", "no", mean_squared_error
        ),
        Practice(OPTAX, "optax.squared_error(y_pred, y_true).mean()", "no", mean_squared_error),
        Practice(
            OPTAX,
            "optax.l2_loss(y_pred, y_true).mean()",
            "yes: what is called L2 is halved",
            half_squared_error,
        ),
    ),
)

_SMOOTH_L1 = Convention(
    key="huber.smooth-l1",
    losses=("huber", "smooth_l1"),
    question="Is smooth L1 the Huber loss?",
    example={"y_true": (0.0,), "y_pred": (2.0,), "delta": 0.5},
    ours=Practice(OURS, "huber(y_true, y_pred, delta=delta)", "far out its slope is δ", huber),
    practices=(
        Practice(KERAS, "keras.losses.huber(y_true, y_pred, delta=delta)", "the same", huber),
        Practice(PYTORCH, "F.huber_loss(y_pred, y_true, delta=delta)", "the same", huber),
        Practice(
            PYTORCH,
            "F.smooth_l1_loss(y_pred, y_true, beta=delta)",
            "Huber divided by β: far out the slope is 1",
            lambda y_true, y_pred, delta: smooth_l1(y_true, y_pred, beta=delta),
        ),
        Practice(
            OPTAX,
            "optax.huber_loss(y_pred, y_true, delta=delta).mean()",
            "Huber, not divided",
            huber,
        ),
    ),
)


def _in_single_precision(y_true: FloatArray, y_pred: FloatArray) -> float:
    """r + softplus(−2r) − log 2, where the digits of a small sum are lost."""
    residual = (y_pred - y_true).astype(np.float32)
    softplus = np.logaddexp(np.float32(0), -2 * residual)
    return float(np.mean(residual + softplus - np.log(np.float32(2))))


_LOG_COSH = Convention(
    key="log-cosh.small",
    losses=("log_cosh",),
    question="What is log cosh of a small residual worth?",
    example={"y_true": (0.0,), "y_pred": (1e-4,)},
    ours=Practice(
        OURS, "log_cosh(y_true, y_pred)", "half the square, as the series says", log_cosh
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.LogCosh()(y_true, y_pred)",
            "nothing: its terms cancel in single precision",
            _in_single_precision,
        ),
        Practice(
            OPTAX,
            "optax.log_cosh(y_pred, y_true).mean()",
            "its terms cancel too, but in double precision",
            log_cosh,
        ),
    ),
)

_MEDIAN = Convention(
    key="pinball.median",
    losses=("pinball", "mean_absolute_error"),
    question="Is the pinball loss of the median the absolute error?",
    example={"y_true": (1.0, 2.0), "y_pred": (4.0, 3.0), "tau": 0.5},
    ours=Practice(OURS, "pinball(y_true, y_pred, tau=tau)", "half of it", pinball),
    practices=(
        Practice(
            SCIKIT_LEARN,
            "metrics.mean_pinball_loss(y_true, y_pred, alpha=float(tau))",
            "half of it; the level is called alpha",
            pinball,
        ),
        Practice(
            PYTORCH,
            "F.l1_loss(y_pred, y_true)",
            "the whole absolute error; there is no pinball loss",
            lambda y_true, y_pred, tau: mean_absolute_error(y_true, y_pred),
        ),
    ),
)

RESIDUALS = (_HALF, _SMOOTH_L1, _LOG_COSH, _MEDIAN)
