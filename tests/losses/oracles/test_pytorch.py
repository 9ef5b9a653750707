"""Our losses and gradients against PyTorch, in double precision and by its autograd."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from quiz_app import losses

torch = pytest.importorskip("torch")
F = torch.nn.functional

pytestmark = pytest.mark.filterwarnings("ignore")

_WITHIN = 1e-10  # PyTorch adds 1e-12 to the squared length of a vector
_NONE = {"reduction": "none"}


def _sides(y: Any) -> Any:
    return torch.where(y == 0, -1.0, y)


def _sparse(z: Any, y: Any, **options: Any) -> Any:
    return F.cross_entropy(z, y.long(), **options, **_NONE)


def _distillation(y: Any, z: Any, temperature: float) -> Any:
    student, teacher = F.log_softmax(z / temperature, -1), F.softmax(y / temperature, -1)
    return temperature**2 * F.kl_div(student, teacher, **_NONE).sum(-1)


ORACLES: dict[str, Callable[..., Any]] = {
    "mean_squared_error": lambda y, p: F.mse_loss(p, y, **_NONE),
    "half_squared_error": lambda y, p: F.mse_loss(p, y, **_NONE) / 2,
    "least_squares_gan": lambda y, p: F.mse_loss(p, y, **_NONE) / 2,
    "root_mean_squared_error": lambda y, p: F.mse_loss(p, y, **_NONE).mean(-1).sqrt(),
    "mean_absolute_error": lambda y, p: F.l1_loss(p, y, **_NONE),
    "huber": lambda y, p, delta: F.huber_loss(p, y, delta=delta, **_NONE),
    "smooth_l1": lambda y, p, beta: F.smooth_l1_loss(p, y, beta=beta, **_NONE),
    "brier": lambda y, p: F.mse_loss(p, y, **_NONE),
    "binary_crossentropy": lambda y, p: F.binary_cross_entropy(p, y, **_NONE),
    "binary_crossentropy_from_logits": lambda y, z: F.binary_cross_entropy_with_logits(
        z, y, **_NONE
    ),
    "gan_discriminator": lambda y, z: F.binary_cross_entropy_with_logits(z, y, **_NONE),
    "gan_generator": lambda y, z: -F.binary_cross_entropy_with_logits(z, 0 * z, **_NONE),
    "non_saturating_gan_generator": lambda y, z: F.binary_cross_entropy_with_logits(
        z, torch.ones_like(z), **_NONE
    ),
    "weighted_binary_crossentropy_from_logits": lambda y, z, pos_weight: (
        F.binary_cross_entropy_with_logits(z, y, pos_weight=torch.full_like(z, pos_weight), **_NONE)
    ),
    "categorical_crossentropy_from_logits": lambda y, z: F.cross_entropy(z, y, **_NONE),
    "smoothed_categorical_crossentropy_from_logits": lambda y, z, label_smoothing: F.cross_entropy(
        z, y, label_smoothing=label_smoothing, **_NONE
    ),
    "sparse_categorical_crossentropy_from_logits": lambda y, z: _sparse(z, y),
    "sparse_categorical_crossentropy": lambda y, p: F.nll_loss(p.log(), y.long(), **_NONE),
    "info_nce": lambda y, z, temperature: _sparse(z / temperature, y),
    "distillation": _distillation,
    "multi_margin": lambda y, z, margin: F.multi_margin_loss(z, y.long(), margin=margin, **_NONE),
    "logistic": lambda y, z: F.soft_margin_loss(z, _sides(y), **_NONE),
    "margin_ranking": lambda y, d, margin: F.margin_ranking_loss(
        d, 0 * d, _sides(y), margin=margin, **_NONE
    ),
    "triplet": lambda y, d, margin: F.margin_ranking_loss(
        d, y, torch.ones_like(d), margin=margin, **_NONE
    ),
    "cosine_distance": lambda y, p: F.cosine_embedding_loss(p, y, torch.ones(len(y)), **_NONE),
    "kl_divergence": lambda y, q: F.kl_div(q.log(), y, **_NONE).sum(-1),
    "gaussian_nll": lambda y, p, var: F.gaussian_nll_loss(
        p, y, torch.full_like(p, var), eps=0, **_NONE
    ),
    "poisson_nll": lambda y, p: F.poisson_nll_loss(p, y, log_input=False, eps=0, **_NONE),
    "poisson_nll_from_log_rate": lambda y, z: F.poisson_nll_loss(z, y, **_NONE),
}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ORACLES)
def test_losses_and_gradients_are_those_of_pytorch(
    name: str, seed: int, draw: Any, comparison: Any
) -> None:
    loss = losses.get(name)
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(seed), 50)
    prediction = torch.tensor(y_pred, requires_grad=True)
    theirs = ORACLES[name](torch.as_tensor(y_true, dtype=torch.float64), prediction, **parameters)
    (slope,) = torch.autograd.grad(theirs.sum(), prediction)
    ours = loss.per_sample(y_true, y_pred, **parameters)
    comparison.agree("PyTorch", name, "loss", ours, theirs.detach(), _WITHIN)
    gradient = loss.gradient(y_true, y_pred, **parameters)
    comparison.agree("PyTorch", name, "gradient", gradient, slope, _WITHIN)
