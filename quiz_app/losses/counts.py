"""Losses of predicted rates and scales: negative log-likelihoods and deviances."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, swapped_arguments
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import POSITIVE
from quiz_app.losses.stable import above_logarithm, above_tangent, log_ratio, weighted

_SYMBOLS = {"y_true": "y", "y_pred": "mu"}
_NOT_NEGATIVE = Domain.interval(0, math.inf)

_NOT_DOUBLED = Mistake(
    "not_doubled",
    "You left out the factor 2; a deviance is twice a difference of log-likelihoods.",
    factor=0.5,
)


def _poisson(y_true: FloatArray, mu: FloatArray) -> FloatArray:
    return mu - weighted(y_true, np.log(mu))


def _poisson_slope(y_true: FloatArray, mu: FloatArray) -> FloatArray:
    return 1 - weighted(y_true, 1 / mu)


def _poisson_of_log(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.exp(z) - y_true * z


def _poisson_of_log_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.exp(z) - y_true


poisson_nll = Loss(
    name="poisson_nll",
    title="Poisson negative log-likelihood",
    short="PoissonNLL",
    aliases=("poisson",),
    task="count",
    definition="y_pred - y_true*log(y_pred)",
    symbols=_SYMBOLS,
    y_true=_NOT_NEGATIVE,
    y_pred=_NOT_NEGATIVE,
    value=_poisson,
    slope=_poisson_slope,
    own_mistakes=(
        Mistake(
            "sign_of_the_logarithm",
            "You added y log μ; the log-likelihood is y log μ − μ, and the loss its negative.",
            per_sample=lambda y_true, mu: mu + weighted(y_true, np.log(mu)),
        ),
        Mistake(
            "taken_as_log_rate",
            "You took the rate for its logarithm; it is already the rate.",
            per_sample=_poisson_of_log,
        ),
        Mistake(
            "rate_forgotten",
            "You left out μ, without which a huge rate would cost nothing.",
            per_sample=lambda y_true, mu: -weighted(y_true, np.log(mu)),
        ),
    ),
    builds_on=("mean_squared_error",),
    convention=(
        "It takes the rate and leaves out log y!; PyTorch expects the logarithm of the rate "
        "unless told otherwise."
    ),
)

poisson_nll_from_log_rate = Loss(
    name="poisson_nll_from_log_rate",
    title="Poisson negative log-likelihood of a log rate",
    short="PoissonNLL",
    task="count",
    definition="exp(y_pred) - y_true*y_pred",
    symbols={"y_true": "y", "y_pred": "z"},
    y_true=_NOT_NEGATIVE,
    y_pred=Domain.real(),
    value=_poisson_of_log,
    slope=_poisson_of_log_slope,
    own_mistakes=(
        Mistake(
            "no_exponential",
            "You took the logarithm of the rate for the rate; take its exponential.",
            per_sample=lambda y_true, z: z - y_true * z,
        ),
        Mistake(
            "sign_of_the_logarithm",
            "You added y z; the log-likelihood is y z − eᶻ, and the loss its negative.",
            per_sample=lambda y_true, z: np.exp(z) + y_true * z,
        ),
    ),
    builds_on=("poisson_nll",),
    convention="It leaves out log y!, as PyTorch does unless asked for the full likelihood.",
)


def _poisson_deviance(y_true: FloatArray, mu: FloatArray) -> FloatArray:
    """2y (x − 1 − log x) with x = μ/y, which vanishes gracefully where μ is near y."""
    above = 2 * y_true * above_logarithm(mu, y_true)
    return np.where(y_true == 0, 2 * mu, above)


def _poisson_deviance_slope(y_true: FloatArray, mu: FloatArray) -> FloatArray:
    return 2 * (mu - y_true) / mu


def _without_surplus(y_true: FloatArray, mu: FloatArray) -> FloatArray:
    return 2 * weighted(y_true, log_ratio(y_true, mu))


poisson_deviance = Loss(
    name="poisson_deviance",
    title="Poisson deviance",
    short="Deviance",
    task="count",
    definition="2*(y_true*log(y_true/y_pred) - y_true + y_pred)",
    symbols=_SYMBOLS,
    y_true=_NOT_NEGATIVE,
    y_pred=POSITIVE,
    value=_poisson_deviance,
    slope=_poisson_deviance_slope,
    own_mistakes=(
        _NOT_DOUBLED,
        Mistake(
            "without_surplus",
            "You left out μ − y, without which the deviance could be negative.",
            per_sample=_without_surplus,
        ),
        swapped_arguments(_poisson_deviance),
    ),
    builds_on=("poisson_nll",),
    convention="It is twice the surplus of the negative log-likelihood, as in scikit-learn.",
)


def _gamma_deviance(y_true: FloatArray, mu: FloatArray) -> FloatArray:
    """2 (x − 1 − log x) with x = y/μ."""
    return 2 * above_logarithm(y_true, mu)


def _gamma_deviance_slope(y_true: FloatArray, mu: FloatArray) -> FloatArray:
    return 2 * (mu - y_true) / mu**2


gamma_deviance = Loss(
    name="gamma_deviance",
    title="Gamma deviance",
    short="Deviance",
    task="count",
    definition="2*(log(y_pred/y_true) + y_true/y_pred - 1)",
    symbols=_SYMBOLS,
    y_true=POSITIVE,
    y_pred=POSITIVE,
    value=_gamma_deviance,
    slope=_gamma_deviance_slope,
    own_mistakes=(
        _NOT_DOUBLED,
        swapped_arguments(_gamma_deviance),
        Mistake(
            "one_not_subtracted",
            "You left out the − 1; without it a perfect prediction would cost 2.",
            per_sample=lambda y_true, mu: _gamma_deviance(y_true, mu) + 2,
        ),
    ),
    builds_on=("poisson_deviance",),
)


def _tweedie(y_true: FloatArray, mu: FloatArray, power: float) -> FloatArray:
    """With s = log(y/μ), a = 2 − p and t(x) = e^x − 1 − x: 2μ^a (t(s) − t(as)/a) / (p − 1)."""
    rest = 2 - power
    ratio = log_ratio(y_true, mu)
    surplus = above_tangent(ratio) - above_tangent(rest * ratio) / rest
    at_zero = (power - 1) / rest
    return 2 * mu**rest * np.where(y_true == 0, at_zero, surplus) / (power - 1)


def _tweedie_slope(y_true: FloatArray, mu: FloatArray, power: float) -> FloatArray:
    return 2 * (mu - y_true) / mu**power


tweedie_deviance = Loss(
    name="tweedie_deviance",
    title="Tweedie deviance",
    short="Deviance",
    task="count",
    definition=(
        "2*(y_true^(2 - power)/((1 - power)*(2 - power)) - y_true*y_pred^(1 - power)/(1 - power)"
        " + y_pred^(2 - power)/(2 - power))"
    ),
    symbols={**_SYMBOLS, "power": "p"},
    y_true=_NOT_NEGATIVE,
    y_pred=POSITIVE,
    parameters=(
        Parameter(
            "power",
            1.5,
            Domain.interval(1, 2, open_low=True, open_high=True),
            "the power of the mean that the variance grows with",
        ),
    ),
    value=_tweedie,
    slope=_tweedie_slope,
    own_mistakes=(
        _NOT_DOUBLED,
        swapped_arguments(_tweedie),
        Mistake(
            "poisson",
            "You took the Poisson deviance, which is the case of the power 1.",
            per_sample=lambda y_true, mu, power: _poisson_deviance(y_true, mu),
        ),
    ),
    builds_on=("poisson_deviance", "gamma_deviance"),
    convention=(
        "The power lies between 1 (Poisson) and 2 (Gamma), which are losses of their own; "
        "the power 0 would be the squared error."
    ),
)

LOSSES = (
    poisson_nll,
    poisson_nll_from_log_rate,
    poisson_deviance,
    gamma_deviance,
    tweedie_deviance,
)
