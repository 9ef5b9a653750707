"""Losses of a normal distribution: its likelihood, and its divergence from the standard one."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import POSITIVE, REAL, square
from quiz_app.losses.stable import above_tangent


def _nll(y_true: FloatArray, mu: FloatArray, var: FloatArray | float) -> FloatArray:
    return (np.log(var) + square(y_true, mu) / var) / 2


def _nll_slope(y_true: FloatArray, mu: FloatArray, var: FloatArray | float) -> FloatArray:
    return (mu - y_true) / var


def _log_forgotten(y_true: FloatArray, mu: FloatArray, var: FloatArray | float) -> FloatArray:
    return inapplicable(mu) if np.all(var == 1) else square(y_true, mu) / var / 2


def _not_divided(y_true: FloatArray, mu: FloatArray, var: FloatArray | float) -> FloatArray:
    return inapplicable(mu) if np.all(var == 1) else (np.log(var) + square(y_true, mu)) / 2


def _constant_kept(y_true: FloatArray, mu: FloatArray, var: FloatArray | float) -> FloatArray:
    return _nll(y_true, mu, var) + math.log(2 * math.pi) / 2


gaussian_nll = Loss(
    name="gaussian_nll",
    title="Gaussian negative log-likelihood",
    short="GaussianNLL",
    task="regression",
    definition="(log(var) + (y_true - y_pred)^2/var)/2",
    symbols={"y_true": "y", "y_pred": "mu", "var": "v"},
    y_true=REAL,
    y_pred=REAL,
    parameters=(
        Parameter(
            "var",
            1.0,
            POSITIVE,
            "the predicted variance, one for all samples or one for each",
            per_sample=True,
        ),
    ),
    value=_nll,
    slope=_nll_slope,
    own_mistakes=(
        Mistake(
            "log_forgotten",
            "You left out ½ log σ², without which a huge variance would excuse every error.",
            per_sample=_log_forgotten,
        ),
        Mistake(
            "not_divided",
            "You did not divide the squared error by the variance.",
            per_sample=_not_divided,
        ),
        Mistake(
            "constant_kept",
            "You added ½ log 2π; the constant is left out here.",
            per_sample=_constant_kept,
        ),
        Mistake("not_halved", "You left out the factor ½ in front.", factor=2.0),
    ),
    builds_on=("mean_squared_error",),
    convention="The constant ½ log 2π is left out, as in PyTorch; the variance is never clamped.",
)


def _divergence(mu: FloatArray, logvar: FloatArray) -> FloatArray:
    return (np.square(mu) + above_tangent(logvar)) / 2


def _divergence_slope(mu: FloatArray, logvar: FloatArray) -> FloatArray:
    return np.expm1(logvar) / 2


gaussian_kl = Loss(
    name="gaussian_kl",
    title="KL divergence of a Gaussian latent (VAE)",
    short="KL",
    aliases=("vae_kl",),
    task="generative",
    arguments=("mu", "logvar"),
    definition="(y_true^2 + exp(y_pred) - 1 - y_pred)/2",
    symbols={"y_true": "mu", "y_pred": "s"},
    y_true=REAL,
    y_pred=REAL,
    value=_divergence,
    slope=_divergence_slope,
    own_mistakes=(
        Mistake("not_halved", "You left out the factor ½ in front.", factor=2.0),
        Mistake(
            "variance_for_its_logarithm",
            "You took log σ² for σ²; exponentiate it first.",
            per_sample=lambda mu, logvar: (mu**2 + logvar - 1 - np.log(logvar)) / 2,
        ),
        Mistake(
            "mean_not_squared",
            "You took μ; the squared mean is what is paid for.",
            per_sample=lambda mu, logvar: (mu + above_tangent(logvar)) / 2,
        ),
        Mistake(
            "sign_of_the_logarithm",
            "You added log σ²; it is subtracted, so that a vanishing variance costs much.",
            per_sample=lambda mu, logvar: (mu**2 + np.expm1(logvar) + logvar) / 2,
        ),
    ),
    builds_on=("kl_divergence", "gaussian_nll"),
    convention="s is log σ²; this is one latent number, and a VAE adds up all of them.",
)

LIKELIHOOD = (gaussian_nll,)
LATENT = (gaussian_kl,)
