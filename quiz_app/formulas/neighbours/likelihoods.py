"""How likelihoods and deviances follow from one another."""

from __future__ import annotations

import numpy as np

from quiz_app.formulas.neighbours.model import Relation
from quiz_app.losses.counts import (
    gamma_deviance,
    poisson_deviance,
    poisson_nll,
    poisson_nll_from_log_rate,
    tweedie_deviance,
)
from quiz_app.losses.gaussian import gaussian_kl, gaussian_nll
from quiz_app.losses.squared import half_squared_error, mean_squared_error

_nll = poisson_nll.per_sample
# The ends of the powers of the Tweedie deviance do not belong to them.
_NEARLY = 1e-5

RELATIONS = (
    Relation(
        gaussian_nll,
        mean_squared_error,
        "The squared error in units of the variance, and what a large variance costs.",
        "GaussianNLL",
        "(MSE/v + ln v)/2",
        lambda y, m, k: (mean_squared_error.per_sample(y, m) / k["var"] + np.log(k["var"])) / 2,
    ),
    Relation(
        gaussian_nll,
        half_squared_error,
        "With variance 1, half the squared error: least squares is maximum likelihood.",
        "GaussianNLL(v = 1)",
        "HSE",
        lambda y, m, k: half_squared_error.per_sample(y, m),
        left=lambda y, m, k: gaussian_nll.per_sample(y, m, var=1.0),
    ),
    Relation(
        gaussian_kl,
        half_squared_error,
        "Half the squared mean, and what a variance other than 1 costs.",
        "KL(μ, s)",
        "HSE(0, μ) + Gamma(exp(s), 1)/4",
        lambda mu, s, k: (
            half_squared_error.per_sample(np.zeros_like(mu), mu)
            + gamma_deviance.per_sample(np.exp(s), np.ones_like(s)) / 4
        ),
    ),
    Relation(
        poisson_nll_from_log_rate,
        poisson_nll,
        "The same loss, the exponential being part of it.",
        "PoissonNLL(y, z)",
        "PoissonNLL(y, exp(z))",
        lambda y, z, k: _nll(y, np.exp(z)),
    ),
    Relation(
        poisson_deviance,
        poisson_nll,
        "Twice what is lost against the best rate for the sample, which is y itself.",
        "PoissonDeviance",
        "2 (PoissonNLL(y, μ) − PoissonNLL(y, y))",
        lambda y, mu, k: 2 * (_nll(y, mu) - _nll(y, y)),
    ),
    Relation(
        gamma_deviance,
        poisson_deviance,
        "Gamma knows only the ratio of target and prediction: errors in per cent.",
        "Gamma(y, μ)",
        "Poisson(1, y/μ)",
        lambda y, mu, k: poisson_deviance.per_sample(np.ones_like(y), y / mu),
    ),
    Relation(
        tweedie_deviance,
        poisson_deviance,
        "A variance that grows with the mean: the power goes to 1.",
        "Tweedie(p → 1)",
        "Poisson",
        lambda y, mu, k: poisson_deviance.per_sample(y, mu),
        left=lambda y, mu, k: tweedie_deviance.per_sample(y, mu, power=1 + _NEARLY),
        sign="≈",
    ),
    Relation(
        tweedie_deviance,
        gamma_deviance,
        "A standard deviation that grows with the mean: the power goes to 2.",
        "Tweedie(p → 2)",
        "Gamma",
        lambda y, mu, k: gamma_deviance.per_sample(np.where(y > 0, y, 1.0), mu),
        left=lambda y, mu, k: tweedie_deviance.per_sample(y, mu, power=2 - _NEARLY),
        sign="≈",
        where="y > 0",
        inside=lambda y, mu, k: y > 0,
    ),
)
