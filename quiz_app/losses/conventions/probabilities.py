"""Conventions of losses of probabilities: what is clipped, smoothed, balanced and added up."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.binary import binary_crossentropy, brier
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
from quiz_app.losses.imbalance import binary_focal_crossentropy
from quiz_app.losses.smoothing import smoothed_binary_crossentropy

_PYTORCH_FLOOR = -100.0


def _clipped(epsilon: float, y_true: FloatArray, p: FloatArray) -> float:
    return binary_crossentropy(y_true, np.clip(p, epsilon, 1 - epsilon))


def _with_floored_logarithms(y_true: FloatArray, y_pred: FloatArray) -> float:
    of_one, of_zero = np.maximum(np.log([y_pred, 1 - y_pred]), _PYTORCH_FLOOR)
    return float(-np.mean(y_true * of_one + (1 - y_true) * of_zero))


_CERTAIN = Convention(
    key="crossentropy.certain",
    losses=("binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy"),
    question="What does it cost to be certain and wrong?",
    example={"y_true": (1.0,), "y_pred": (0.0,)},
    ours=Practice(
        OURS,
        "binary_crossentropy(y_true, y_pred)",
        "infinitely much: nothing is clipped",
        binary_crossentropy,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.binary_crossentropy(y_true, y_pred)",
            "probabilities stay 1e-7 away from 0 and 1",
            lambda y_true, y_pred: _clipped(1e-7, y_true, y_pred),
        ),
        Practice(
            PYTORCH,
            "F.binary_cross_entropy(y_pred, y_true)",
            "no logarithm falls below −100",
            _with_floored_logarithms,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.log_loss(y_true, y_pred, labels=[0, 1])",
            "probabilities stay 2e-16 away, as the type has it",
            lambda y_true, y_pred: _clipped(float(np.finfo(y_pred.dtype).eps), y_true, y_pred),
        ),
    ),
)

_LOGARITHM = Convention(
    key="crossentropy.logarithm",
    losses=("binary_crossentropy", "categorical_crossentropy", "kl_divergence"),
    question="Which logarithm is taken?",
    example={"y_true": (1.0, 0.0), "y_pred": (0.5, 0.5)},
    ours=Practice(OURS, "binary_crossentropy(y_true, y_pred)", "natural", binary_crossentropy),
    practices=(
        Practice(
            KERAS,
            "keras.losses.binary_crossentropy(y_true, y_pred)",
            "natural",
            binary_crossentropy,
        ),
        Practice(PYTORCH, "F.binary_cross_entropy(y_pred, y_true)", "natural", binary_crossentropy),
        Practice(SCIKIT_LEARN, "metrics.log_loss(y_true, y_pred)", "natural", binary_crossentropy),
        Practice(
            "SciPy",
            "stats.entropy(y_pred, base=2)",
            "of base 2, if told so; a fair coin has one bit",
            lambda y_true, y_pred: binary_crossentropy(y_true, y_pred) / np.log(2),
        ),
    ),
)

_SMOOTHING = Convention(
    key="label-smoothing.binary",
    losses=("smoothed_binary_crossentropy", "smoothed_binary_crossentropy_from_logits"),
    question="Can the labels of two classes be smoothed?",
    example={"y_true": (1.0,), "y_pred": (0.9,), "label_smoothing": 0.2},
    ours=Practice(
        OURS,
        "smoothed_binary_crossentropy(y_true, y_pred, label_smoothing=label_smoothing)",
        "y (1 − ε) + ε/2",
        smoothed_binary_crossentropy,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.binary_crossentropy("
            "y_true, y_pred, label_smoothing=float(label_smoothing))",
            "y (1 − ε) + ε/2",
            smoothed_binary_crossentropy,
        ),
        Practice(
            PYTORCH,
            "F.binary_cross_entropy(y_pred, y_true)",
            "not here; smooth the labels yourself",
            lambda y_true, y_pred, label_smoothing: binary_crossentropy(y_true, y_pred),
        ),
    ),
)


def _balanced(y_true: FloatArray, y_pred: FloatArray, alpha: float) -> float:
    """Each focal loss by alpha for class 1, by 1 − alpha for class 0."""
    weights = np.where(y_true == 1, alpha, 1 - alpha)
    return float(np.mean(weights * binary_focal_crossentropy.per_sample(y_true, y_pred)))


def _not_balanced(y_true: FloatArray, y_pred: FloatArray, alpha: float) -> float:
    return binary_focal_crossentropy(y_true, y_pred)


_FOCAL = Convention(
    key="focal.alpha",
    losses=("binary_focal_crossentropy", "binary_focal_crossentropy_from_logits"),
    question="Does the focal loss weigh the classes?",
    example={"y_true": (1.0,), "y_pred": (0.5,), "alpha": 0.9},
    ours=Practice(
        OURS,
        "binary_focal_crossentropy(y_true, y_pred)",
        "no, it has no α",
        _not_balanced,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.binary_focal_crossentropy(y_true, y_pred, alpha=alpha)",
            "α is ignored unless balancing is switched on",
            _not_balanced,
        ),
        Practice(
            KERAS,
            "keras.losses.binary_focal_crossentropy("
            "y_true, y_pred, alpha=alpha, apply_class_balancing=True)",
            "α for class 1, 1 − α for class 0",
            _balanced,
        ),
        Practice(
            OPTAX,
            "optax.sigmoid_focal_loss(jax.scipy.special.logit(y_pred), y_true, alpha=alpha).mean()",
            "whenever α is given; it takes logits",
            _balanced,
        ),
    ),
)

_BRIER = Convention(
    key="brier.classes",
    losses=("brier",),
    question="Does the Brier score add up both classes?",
    example={"y_true": (1, 0), "y_pred": (0.2, 0.1)},
    ours=Practice(OURS, "brier(y_true, y_pred)", "no, one square a sample", brier),
    practices=(
        Practice(SCIKIT_LEARN, "metrics.brier_score_loss(y_true, y_pred)", "no", brier),
        Practice(
            SCIKIT_LEARN,
            "metrics.brier_score_loss(y_true, y_pred, scale_by_half=False)",
            "yes, if told so: twice as much",
            lambda y_true, y_pred: 2 * brier(y_true, y_pred),
        ),
    ),
)

PROBABILITIES = (_CERTAIN, _LOGARITHM, _SMOOTHING, _FOCAL, _BRIER)
