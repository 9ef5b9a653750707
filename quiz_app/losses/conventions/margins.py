"""Conventions of losses of a margin: how labels are coded, the kink, and several classes."""

from __future__ import annotations

import numpy as np

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
from quiz_app.losses.margin import hinge
from quiz_app.losses.multiclass import one_hot
from quiz_app.losses.multiclass_margin import multi_margin

_LABELS = Convention(
    key="hinge.labels",
    losses=("hinge", "squared_hinge"),
    question="Are labels 0 and 1 read as −1 and 1?",
    example={"y_true": (0, 1), "y_pred": (0.5, 0.5)},
    ours=Practice(OURS, "hinge(y_true, y_pred)", "yes", hinge),
    practices=(
        Practice(
            KERAS,
            "keras.losses.hinge(y_true, y_pred)",
            "yes, if there are no other labels",
            hinge,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.hinge_loss(y_true, y_pred)",
            "yes: the greater of any two labels becomes 1",
            hinge,
        ),
        Practice(
            OPTAX,
            "optax.hinge_loss(y_pred, y_true).mean()",
            "no: a label 0 costs 1, whatever the score",
            lambda y_true, y_pred: np.mean(np.maximum(0, 1 - y_true * y_pred)),
        ),
    ),
)


def _at_the_kink(y_true: FloatArray, y_pred: FloatArray) -> float:
    return float(hinge.gradient(y_true, y_pred))


def _before_the_kink(y_true: FloatArray, y_pred: FloatArray) -> float:
    return float(hinge.gradient(y_true, np.nextafter(y_pred, -np.inf)))


def _beyond_the_kink(y_true: FloatArray, y_pred: FloatArray) -> float:
    return float(hinge.gradient(y_true, np.nextafter(y_pred, np.inf)))


_KINK = Convention(
    key="hinge.kink",
    losses=("hinge", "perceptron"),
    question="What is the gradient at a kink?",
    example={"y_true": 1.0, "y_pred": 1.0},
    ours=Practice(
        OURS,
        "gradient(hinge(y_true, y_pred), y_pred)",
        "0, one of the subgradients",
        _at_the_kink,
    ),
    practices=(
        Practice(
            PYTORCH,
            "torch.func.grad(lambda z: F.relu(1 - y_true * z))(y_pred)",
            "0 with relu",
            _beyond_the_kink,
        ),
        Practice(
            PYTORCH,
            "torch.func.grad(lambda z: (1 - y_true * z).clamp(min=0))(y_pred)",
            "the side that still costs, with clamp",
            _before_the_kink,
        ),
        Practice(
            OPTAX,
            "jax.grad(optax.hinge_loss)(y_pred, y_true)",
            "the middle: JAX halves the gradient of equals",
            lambda y_true, y_pred: (
                (_before_the_kink(y_true, y_pred) + _beyond_the_kink(y_true, y_pred)) / 2
            ),
        ),
    ),
)


def _greatest_other(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    is_true, scores = one_hot(y_true, y_pred)
    greatest: FloatArray = np.where(is_true == 1, -np.inf, scores).max(axis=-1)
    return greatest


def _true_score(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    is_true, scores = one_hot(y_true, y_pred)
    total: FloatArray = (is_true * scores).sum(axis=-1)
    return total


def _crammer_singer(y_true: FloatArray, y_pred: FloatArray) -> float:
    ahead = _greatest_other(y_true, y_pred) - _true_score(y_true, y_pred)
    return float(np.mean(np.maximum(0, 1 + ahead)))


def _with_a_score_of_zero(y_true: FloatArray, y_pred: FloatArray) -> float:
    greatest = np.maximum(0, _greatest_other(y_true, y_pred))
    return float(np.mean(np.maximum(0, 1 + greatest - _true_score(y_true, y_pred))))


_CLASSES = Convention(
    key="hinge.classes",
    losses=("hinge", "multi_margin"),
    question="What is the hinge loss of several classes?",
    example={"y_true": (0,), "y_pred": ((0.2, -0.3, -0.5),)},
    ours=Practice(
        OURS,
        "multi_margin(y_true, y_pred)",
        "every wrong class that comes near counts, over K",
        multi_margin,
    ),
    practices=(
        Practice(
            PYTORCH,
            "F.multi_margin_loss(y_pred, y_true)",
            "Weston–Watkins: the sum over K",
            multi_margin,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.hinge_loss(y_true, y_pred, labels=[0, 1, 2])",
            "Crammer–Singer: the best wrong class only",
            _crammer_singer,
        ),
        Practice(
            OPTAX,
            "optax.losses.multiclass_hinge_loss(y_pred, y_true).mean()",
            "Crammer–Singer",
            _crammer_singer,
        ),
        Practice(
            KERAS,
            "keras.losses.categorical_hinge(keras.ops.one_hot(y_true, 3), y_pred)",
            "as if the best wrong score were never below 0",
            _with_a_score_of_zero,
        ),
    ),
)

MARGINS = (_LABELS, _KINK, _CLASSES)
