"""Our losses and gradients against Keras, which rounds to single precision on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from quiz_app import losses

keras = pytest.importorskip("keras")
torch = pytest.importorskip("torch")

pytestmark = pytest.mark.filterwarnings("ignore")

_WITHIN = 1e-5


def _each(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that averages over the last axis, made to return the loss of each sample."""
    return lambda y, p, **options: function(y[:, None], p[:, None], **options)


def _of_logits(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda y, z, **options: function(y, z, from_logits=True, **options)


_ALL = keras.losses

ORACLES: dict[str, Callable[..., Any]] = {
    "mean_squared_error": _each(_ALL.mean_squared_error),
    "mean_absolute_error": _each(_ALL.mean_absolute_error),
    "huber": _each(_ALL.huber),
    "log_cosh": _each(_ALL.log_cosh),
    "mean_absolute_percentage_error": lambda y, p: (
        _each(_ALL.mean_absolute_percentage_error)(y, p) / 100
    ),
    "binary_crossentropy": _each(_ALL.binary_crossentropy),
    "binary_crossentropy_from_logits": _each(_of_logits(_ALL.binary_crossentropy)),
    "smoothed_binary_crossentropy": _each(_ALL.binary_crossentropy),
    "smoothed_binary_crossentropy_from_logits": _each(_of_logits(_ALL.binary_crossentropy)),
    "binary_focal_crossentropy": _each(_ALL.binary_focal_crossentropy),
    "binary_focal_crossentropy_from_logits": _each(_of_logits(_ALL.binary_focal_crossentropy)),
    "categorical_crossentropy": _ALL.categorical_crossentropy,
    "smoothed_categorical_crossentropy": _ALL.categorical_crossentropy,
    "categorical_crossentropy_from_logits": _of_logits(_ALL.categorical_crossentropy),
    "smoothed_categorical_crossentropy_from_logits": _of_logits(_ALL.categorical_crossentropy),
    "sparse_categorical_crossentropy": _ALL.sparse_categorical_crossentropy,
    "sparse_categorical_crossentropy_from_logits": _of_logits(_ALL.sparse_categorical_crossentropy),
    "generalised_crossentropy": _ALL.categorical_generalized_cross_entropy,
    "hinge": _each(_ALL.hinge),
    "squared_hinge": _each(_ALL.squared_hinge),
    "kl_divergence": _ALL.kl_divergence,
    "poisson_nll": _each(_ALL.poisson),
    "cosine_distance": lambda y, p: 1 + _ALL.cosine_similarity(y, p),
    "dice": lambda y, p: _ALL.dice(y, p, axis=1),
    # In Keras 3.15 alpha weighs what is missed, and beta what is predicted wrongly.
    "tversky": lambda y, p, alpha, beta: _ALL.tversky(y, p, alpha=beta, beta=alpha, axis=1),
}
_NORMALISED = {
    "categorical_crossentropy",
    "smoothed_categorical_crossentropy",
    "sparse_categorical_crossentropy",
}
"""Losses for which Keras divides each row by its sum first, which changes the gradient."""


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ORACLES)
def test_losses_and_gradients_are_those_of_keras(
    name: str, seed: int, draw: Any, comparison: Any
) -> None:
    loss = losses.get(name)
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(seed), 50)
    prediction = torch.tensor(y_pred, requires_grad=True)
    theirs = ORACLES[name](torch.as_tensor(y_true, dtype=torch.float64), prediction, **parameters)
    ours = loss.per_sample(y_true, y_pred, **parameters)
    comparison.agree("Keras", name, "loss", ours, theirs.detach(), _WITHIN)
    if name not in _NORMALISED:
        (slope,) = torch.autograd.grad(theirs.sum(), prediction)
        gradient = loss.gradient(y_true, y_pred, **parameters)
        comparison.agree("Keras", name, "gradient", gradient, slope, _WITHIN)
