"""Conventions of likelihoods: constants, tiny variances, and a rate or its logarithm."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.conventions.model import (
    KERAS,
    OURS,
    PYTORCH,
    SCIKIT_LEARN,
    Convention,
    Practice,
)
from quiz_app.losses.counts import poisson_deviance, poisson_nll, poisson_nll_from_log_rate
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.gaussian import gaussian_nll

_CONSTANT = Convention(
    key="gaussian-nll.constant",
    losses=("gaussian_nll",),
    question="Does the Gaussian likelihood keep its constant?",
    example={"y_true": (0.0,), "y_pred": (1.0,), "var": (0.5,)},
    ours=Practice(
        OURS, "gaussian_nll(y_true, y_pred, var=var)", "no, it moves no minimum", gaussian_nll
    ),
    practices=(
        Practice(PYTORCH, "F.gaussian_nll_loss(y_pred, y_true, var)", "no", gaussian_nll),
        Practice(
            PYTORCH,
            "F.gaussian_nll_loss(y_pred, y_true, var, full=True)",
            "yes, if told so: ½ log 2π more",
            lambda y_true, y_pred, var: (
                gaussian_nll(y_true, y_pred, var=var) + np.log(2 * np.pi) / 2
            ),
        ),
    ),
)

_TINY_VARIANCE = Convention(
    key="gaussian-nll.tiny-variance",
    losses=("gaussian_nll",),
    question="May a predicted variance be tiny?",
    example={"y_true": (0.0,), "y_pred": (0.001,), "var": (1e-9,)},
    ours=Practice(
        OURS, "gaussian_nll(y_true, y_pred, var=var)", "yes, it is taken as it is", gaussian_nll
    ),
    practices=(
        Practice(
            PYTORCH,
            "F.gaussian_nll_loss(y_pred, y_true, var)",
            "raised to eps=1e-6, and no gradient says so",
            lambda y_true, y_pred, var: gaussian_nll(y_true, y_pred, var=np.maximum(var, 1e-6)),
        ),
    ),
)

_RATE = Convention(
    key="poisson.rate",
    losses=("poisson_nll", "poisson_nll_from_log_rate"),
    question="Is the rate expected, or its logarithm?",
    example={"y_true": (2.0,), "y_pred": (1.5,)},
    ours=Practice(OURS, "poisson_nll(y_true, y_pred)", "the rate", poisson_nll),
    practices=(
        Practice(KERAS, "keras.losses.poisson(y_true, y_pred)", "the rate", poisson_nll),
        Practice(
            PYTORCH,
            "F.poisson_nll_loss(y_pred, y_true)",
            "the logarithm, by default",
            poisson_nll_from_log_rate,
        ),
        Practice(
            PYTORCH,
            "F.poisson_nll_loss(y_pred, y_true, log_input=False)",
            "the rate, if told so",
            poisson_nll,
        ),
    ),
)


def _with_stirling(y_true: FloatArray, y_pred: FloatArray) -> float:
    """With Stirling's y log y − y + ½ log 2πy for log y!, where y is greater than 1."""
    stirling = y_true * np.log(y_true) - y_true + np.log(2 * np.pi * y_true) / 2
    return poisson_nll(y_true, y_pred) + float(np.mean(np.where(y_true > 1, stirling, 0.0)))


_FACTORIAL = Convention(
    key="poisson.factorial",
    losses=("poisson_nll", "poisson_deviance"),
    question="What is left out of the Poisson likelihood?",
    example={"y_true": (5.0,), "y_pred": (3.0,)},
    ours=Practice(OURS, "poisson_nll(y_true, y_pred)", "log y!", poisson_nll),
    practices=(
        Practice(KERAS, "keras.losses.poisson(y_true, y_pred)", "log y!", poisson_nll),
        Practice(
            PYTORCH,
            "F.poisson_nll_loss(y_pred, y_true, log_input=False)",
            "log y!",
            poisson_nll,
        ),
        Practice(
            PYTORCH,
            "F.poisson_nll_loss(y_pred, y_true, log_input=False, full=True)",
            "hardly anything: Stirling's formula gives log y!",
            _with_stirling,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.mean_poisson_deviance(y_true, y_pred)",
            "it is a deviance: twice what is lost to μ = y",
            poisson_deviance,
        ),
    ),
)

LIKELIHOODS = (_CONSTANT, _TINY_VARIANCE, _RATE, _FACTORIAL)
