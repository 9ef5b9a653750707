"""Our losses against the metrics of scikit-learn, and gradients against its training losses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from quiz_app import losses

pytest.importorskip("sklearn")
from scipy.spatial import distance
from sklearn import metrics
from sklearn._loss import loss as training

pytestmark = pytest.mark.filterwarnings("ignore")

_WITHIN = 1e-12


def _each(function: Callable[..., Any]) -> Callable[..., Any]:
    """A metric asked for each output of one sample, which is the loss of each of our samples."""
    return lambda y, p, **options: function(y[None], p[None], multioutput="raw_values", **options)


def _rows(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda y, p, **options: [function(*row, **options) for row in zip(y, p, strict=True)]


PER_SAMPLE: dict[str, Callable[..., Any]] = {
    "mean_squared_error": _each(metrics.mean_squared_error),
    "mean_absolute_error": _each(metrics.mean_absolute_error),
    "mean_absolute_percentage_error": _each(metrics.mean_absolute_percentage_error),
    "mean_squared_logarithmic_error": _each(metrics.mean_squared_log_error),
    "pinball": lambda y, p, tau: _each(metrics.mean_pinball_loss)(y, p, alpha=tau),
    "root_mean_squared_error": _rows(metrics.root_mean_squared_error),
    "cosine_distance": metrics.pairwise.paired_cosine_distances,
    "jensen_shannon": lambda y, p: np.square(distance.jensenshannon(y, p, axis=1)),
}

COSTS: dict[str, Callable[..., Any]] = {
    "poisson_deviance": metrics.mean_poisson_deviance,
    "gamma_deviance": metrics.mean_gamma_deviance,
    "tweedie_deviance": metrics.mean_tweedie_deviance,
    "sparse_categorical_crossentropy": partial(metrics.log_loss, labels=[0, 1, 2]),
    "hinge": metrics.hinge_loss,
    "zero_one": lambda y, z: metrics.zero_one_loss(y > 0, z > 0),
}

TRAINING: dict[str, Callable[..., Any]] = {
    "half_squared_error": training.HalfSquaredError,
    "mean_absolute_error": training.AbsoluteError,
    "pinball": lambda tau: training.PinballLoss(quantile=tau),
    "huber": lambda delta: training.HuberLoss(delta=delta),
    "binary_crossentropy_from_logits": training.HalfBinomialLoss,
    "sparse_categorical_crossentropy_from_logits": partial(
        training.HalfMultinomialLoss, n_classes=3
    ),
    "poisson_nll_from_log_rate": training.HalfPoissonLoss,
    "exponential": training.ExponentialLoss,
}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", PER_SAMPLE)
def test_losses_are_those_of_the_metrics(name: str, seed: int, draw: Any, comparison: Any) -> None:
    loss = losses.get(name)
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(seed), 50)
    theirs = PER_SAMPLE[name](y_true, y_pred, **parameters)
    ours = loss.per_sample(y_true, y_pred, **parameters)
    comparison.agree("scikit-learn", name, "loss", ours, theirs, _WITHIN)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", COSTS)
def test_costs_are_those_of_the_metrics(name: str, seed: int, draw: Any, comparison: Any) -> None:
    loss = losses.get(name)
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(seed), 50)
    theirs = COSTS[name](y_true, y_pred, **parameters)
    comparison.agree(
        "scikit-learn", name, "cost", loss.cost(y_true, y_pred, **parameters), theirs, _WITHIN
    )


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", TRAINING)
def test_losses_and_gradients_are_those_it_trains_with(
    name: str, seed: int, draw: Any, comparison: Any
) -> None:
    loss = losses.get(name)
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(seed), 50)
    library = TRAINING[name](**parameters)
    target = np.maximum(y_true, 0.0) if name == "exponential" else np.asarray(y_true, dtype=float)
    theirs = library.loss(target, y_pred)
    slope = library.gradient(target, y_pred)
    ours = loss.per_sample(y_true, y_pred, **parameters)
    comparison.agree("scikit-learn", name, "loss", ours, theirs, _WITHIN)
    gradient = loss.gradient(y_true, y_pred, **parameters)
    comparison.agree("scikit-learn", name, "gradient", gradient, slope, _WITHIN)
