"""Our losses and gradients against optax, in double precision and by the gradients of JAX."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from quiz_app import losses

jax = pytest.importorskip("jax")
optax = pytest.importorskip("optax")
jnp = jax.numpy

pytestmark = pytest.mark.filterwarnings("ignore")

_WITHIN = 1e-14


def _sides(y: Any) -> Any:
    return jnp.where(y == 0, -1.0, y)


def _mask(y: Any, p: Any, **weights: float) -> Any:
    """Each row of pixels is one image of one class; a mask has no smoothing with us."""
    z = jax.scipy.special.logit(p)
    return optax.losses.dice_loss(z[..., None], y[..., None], smooth=0.0, **weights)


ORACLES: dict[str, Callable[..., Any]] = {
    "mean_squared_error": lambda y, p: optax.squared_error(p, y),
    "half_squared_error": lambda y, p: optax.l2_loss(p, y),
    "huber": lambda y, p, delta: optax.huber_loss(p, y, delta=delta),
    "log_cosh": lambda y, p: optax.log_cosh(p, y),
    "binary_crossentropy_from_logits": lambda y, z: optax.sigmoid_binary_cross_entropy(z, y),
    "gan_discriminator": lambda y, z: optax.sigmoid_binary_cross_entropy(z, y),
    "logistic": lambda y, z: optax.sigmoid_binary_cross_entropy(z, (_sides(y) + 1) / 2),
    "categorical_crossentropy_from_logits": lambda y, z: optax.softmax_cross_entropy(z, y),
    "smoothed_categorical_crossentropy_from_logits": lambda y, z, label_smoothing: (
        optax.softmax_cross_entropy(z, optax.smooth_labels(y, label_smoothing))
    ),
    "sparse_categorical_crossentropy_from_logits": lambda y, z: (
        optax.softmax_cross_entropy_with_integer_labels(z, y.astype(int))
    ),
    "binary_focal_crossentropy_from_logits": lambda y, z, gamma: optax.sigmoid_focal_loss(
        z, y, gamma=gamma
    ),
    "hinge": lambda y, z: optax.hinge_loss(z, _sides(y)),
    "perceptron": lambda y, z: optax.losses.perceptron_loss(z, _sides(y)),
    "cosine_distance": lambda y, p: optax.cosine_distance(p, y),
    "kl_divergence": lambda y, q: optax.kl_divergence(jnp.log(q), y),
    "dice": _mask,
    "tversky": _mask,
}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ORACLES)
def test_losses_and_gradients_are_those_of_optax(
    name: str, seed: int, draw: Any, comparison: Any
) -> None:
    loss = losses.get(name)
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(seed), 50)
    theirs, back = jax.vjp(
        lambda p: ORACLES[name](jnp.asarray(y_true), p, **parameters), jnp.asarray(y_pred)
    )
    (slope,) = back(jnp.ones_like(theirs))
    ours = loss.per_sample(y_true, y_pred, **parameters)
    comparison.agree("optax", name, "loss", ours, theirs, _WITHIN)
    gradient = loss.gradient(y_true, y_pred, **parameters)
    comparison.agree("optax", name, "gradient", gradient, slope, _WITHIN)
