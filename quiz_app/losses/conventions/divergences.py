"""Conventions of divergences: which distribution comes first, and what is divided by."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.conventions.model import KERAS, OPTAX, OURS, PYTORCH, Convention, Practice
from quiz_app.losses.divergences import jensen_shannon, kl_divergence

_EXAMPLE = {"y_true": ((0.5, 0.5),), "y_pred": ((0.9, 0.1),)}

_ORDER = Convention(
    key="kl.order",
    losses=("kl_divergence",),
    question="Which distribution comes first?",
    example=_EXAMPLE,
    ours=Practice(
        OURS, "kl_divergence(y_true, y_pred)", "the true one, as in KL(p‖q)", kl_divergence
    ),
    practices=(
        Practice(
            KERAS, "keras.losses.kl_divergence(y_true, y_pred)", "the true one", kl_divergence
        ),
        Practice(
            PYTORCH,
            'F.kl_div(y_pred.log(), y_true, reduction="batchmean")',
            "the logarithm of the predicted one",
            kl_divergence,
        ),
        Practice(
            PYTORCH,
            'F.kl_div(y_true.log(), y_pred, reduction="batchmean")',
            "the other way round it is KL(q‖p)",
            lambda y_true, y_pred: kl_divergence(y_pred, y_true),
        ),
        Practice(
            OPTAX,
            "optax.kl_divergence(jnp.log(y_pred), y_true).mean()",
            "the logarithm of the predicted one",
            kl_divergence,
        ),
    ),
)

_MEAN = Convention(
    key="kl.mean",
    losses=("kl_divergence",),
    question="What does the mean of a divergence divide by?",
    example=_EXAMPLE,
    ours=Practice(OURS, "kl_divergence(y_true, y_pred)", "the number of samples", kl_divergence),
    practices=(
        Practice(
            PYTORCH,
            'F.kl_div(y_pred.log(), y_true, reduction="batchmean")',
            "the number of samples",
            kl_divergence,
        ),
        Practice(
            PYTORCH,
            'F.kl_div(y_pred.log(), y_true, reduction="mean")',
            "the number of all entries, and it is the default",
            lambda y_true, y_pred: kl_divergence(y_true, y_pred) / y_pred.shape[-1],
        ),
        Practice(
            KERAS,
            "keras.losses.KLDivergence()(y_true, y_pred)",
            "the number of samples",
            kl_divergence,
        ),
    ),
)

_ROOT = Convention(
    key="jensen-shannon.root",
    losses=("jensen_shannon",),
    question="Is the Jensen–Shannon divergence a distance?",
    example=_EXAMPLE,
    ours=Practice(OURS, "jensen_shannon(y_true, y_pred)", "no, its root is one", jensen_shannon),
    practices=(
        Practice(
            "SciPy",
            "distance.jensenshannon(y_true[0], y_pred[0])",
            "the root is returned, with the natural logarithm",
            lambda y_true, y_pred: np.sqrt(jensen_shannon(y_true, y_pred)),
        ),
    ),
)

DIVERGENCES = (_ORDER, _MEAN, _ROOT)
