"""Conventions of losses of K classes: logits or rows, labels or one-hot, and smoothing."""

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
from quiz_app.losses.multiclass import (
    at_label,
    categorical_crossentropy,
    categorical_crossentropy_from_logits,
    sparse_categorical_crossentropy,
    sparse_categorical_crossentropy_from_logits,
)
from quiz_app.losses.smoothing import smoothed_categorical_crossentropy_from_logits

_SPARSE = ("sparse_categorical_crossentropy", "sparse_categorical_crossentropy_from_logits")
_ROWS = ("categorical_crossentropy", "categorical_crossentropy_from_logits")

_SOFTMAX = Convention(
    key="crossentropy.softmax",
    losses=(*_SPARSE, *_ROWS),
    question="Are these rows probabilities, or logits still to be normalised?",
    example={"y_true": (0,), "y_pred": ((0.7, 0.2, 0.1),)},
    ours=Practice(
        OURS,
        "sparse_categorical_crossentropy(y_true, y_pred)",
        "probabilities, unless from_logits is said",
        sparse_categorical_crossentropy,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.sparse_categorical_crossentropy(y_true, y_pred)",
            "probabilities, unless from_logits is said",
            sparse_categorical_crossentropy,
        ),
        Practice(
            PYTORCH,
            "F.cross_entropy(y_pred, y_true)",
            "logits; a softmax before it would be the second",
            sparse_categorical_crossentropy_from_logits,
        ),
        Practice(
            PYTORCH,
            "F.nll_loss(y_pred.log(), y_true)",
            "logarithms of probabilities",
            sparse_categorical_crossentropy,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.log_loss(y_true, y_pred, labels=[0, 1, 2])",
            "probabilities",
            sparse_categorical_crossentropy,
        ),
        Practice(
            OPTAX,
            "optax.softmax_cross_entropy_with_integer_labels(y_pred, y_true).mean()",
            "logits",
            sparse_categorical_crossentropy_from_logits,
        ),
    ),
)


def _normalised(y_true: FloatArray, y_pred: FloatArray) -> float:
    return sparse_categorical_crossentropy(y_true, y_pred / y_pred.sum(axis=-1, keepdims=True))


def _as_they_are(y_true: FloatArray, y_pred: FloatArray) -> float:
    return float(np.mean(-np.log(at_label(y_true, y_pred))))


_SUMS = Convention(
    key="crossentropy.rows",
    losses=("categorical_crossentropy", "sparse_categorical_crossentropy"),
    question="What if a row of probabilities does not add up to 1?",
    example={"y_true": (0,), "y_pred": ((0.2, 0.2),)},
    ours=Practice(
        OURS,
        "sparse_categorical_crossentropy(y_true, y_pred)",
        "then they are no probabilities",
        sparse_categorical_crossentropy,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.sparse_categorical_crossentropy(y_true, y_pred)",
            "each row is divided by its sum first",
            _normalised,
        ),
        Practice(
            PYTORCH,
            "F.nll_loss(y_pred.log(), y_true)",
            "nobody looks at the sum",
            _as_they_are,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.log_loss(y_true, y_pred, labels=[0, 1])",
            "taken as they are, with a warning",
            _as_they_are,
        ),
    ),
)

_CODING = Convention(
    key="crossentropy.coding",
    losses=(*_ROWS, *_SPARSE),
    question="Are classes given as labels or as one-hot rows?",
    example={"y_true": ((0.0, 1.0),), "y_pred": ((0.3, 0.7),)},
    ours=Practice(
        OURS,
        "categorical_crossentropy(y_true, y_pred)",
        "rows; the sparse loss takes labels",
        categorical_crossentropy,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.categorical_crossentropy(y_true, y_pred)",
            "rows; the sparse loss takes labels",
            categorical_crossentropy,
        ),
        Practice(
            PYTORCH,
            "F.cross_entropy(y_pred.log(), y_true)",
            "rows of floats or labels of integers, as they come",
            categorical_crossentropy,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.log_loss(y_true, y_pred)",
            "either, told apart by the shape",
            categorical_crossentropy,
        ),
        Practice(
            OPTAX,
            "optax.softmax_cross_entropy(jnp.log(y_pred), y_true).mean()",
            "rows; ..._with_integer_labels takes labels",
            categorical_crossentropy,
        ),
    ),
)

_SMOOTHED = Convention(
    key="label-smoothing.classes",
    losses=(
        "smoothed_categorical_crossentropy",
        "smoothed_categorical_crossentropy_from_logits",
    ),
    question="Does the true class get its share of the smoothing?",
    example={
        "y_true": ((1.0, 0.0, 0.0),),
        "y_pred": ((2.0, 1.0, 0.0),),
        "label_smoothing": 0.3,
    },
    ours=Practice(
        OURS,
        "smoothed_categorical_crossentropy("
        "y_true, y_pred, from_logits=True, label_smoothing=label_smoothing)",
        "yes: ε/K for each class, the true one too",
        smoothed_categorical_crossentropy_from_logits,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.categorical_crossentropy("
            "y_true, y_pred, from_logits=True, label_smoothing=float(label_smoothing))",
            "yes",
            smoothed_categorical_crossentropy_from_logits,
        ),
        Practice(
            PYTORCH,
            "F.cross_entropy(y_pred, y_true, label_smoothing=float(label_smoothing))",
            "yes",
            smoothed_categorical_crossentropy_from_logits,
        ),
        Practice(
            OPTAX,
            "optax.softmax_cross_entropy(y_pred, optax.smooth_labels(y_true, label_smoothing))"
            ".mean()",
            "yes, by a function of its own",
            smoothed_categorical_crossentropy_from_logits,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.log_loss(y_true, special.softmax(y_pred, axis=-1))",
            "nothing is smoothed",
            lambda y_true, y_pred, label_smoothing: categorical_crossentropy_from_logits(
                y_true, y_pred
            ),
        ),
    ),
)

CLASSES = (_SOFTMAX, _SUMS, _CODING, _SMOOTHED)
