"""Conventions of weights: what a weighted mean divides by, and which samples are left out."""

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
from quiz_app.losses.imbalance import weighted_binary_crossentropy_from_logits
from quiz_app.losses.multiclass import sparse_categorical_crossentropy_from_logits
from quiz_app.losses.squared import mean_squared_error


def _over_count(y_true: FloatArray, y_pred: FloatArray, weight: FloatArray) -> float:
    return float(np.mean(weight * mean_squared_error.per_sample(y_true, y_pred)))


def _over_weights(y_true: FloatArray, y_pred: FloatArray, weight: FloatArray) -> float:
    losses = mean_squared_error.per_sample(y_true, y_pred)
    return float(np.average(losses, weights=weight))


_SAMPLES = Convention(
    key="weights.samples",
    losses=("mean_squared_error", "mean_absolute_error"),
    question="What divides a weighted mean?",
    example={"y_true": (0.0, 0.0), "y_pred": (1.0, 2.0), "weight": (1.0, 3.0)},
    ours=Practice(
        OURS,
        "mean_squared_error(y_true, y_pred)",
        "there are no weights: the number of samples",
        lambda y_true, y_pred, weight: mean_squared_error(y_true, y_pred),
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.MeanSquaredError()(y_true[:, None], y_pred[:, None], weight)",
            "the number of samples",
            _over_count,
        ),
        Practice(
            PYTORCH,
            "F.mse_loss(y_pred, y_true, weight=weight)",
            "the sum of the weights",
            _over_weights,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.mean_squared_error(y_true, y_pred, sample_weight=weight)",
            "the sum of the weights",
            _over_weights,
        ),
        Practice(
            OPTAX,
            "jnp.average(optax.squared_error(y_pred, y_true), weights=weight)",
            "what you choose: optax returns the losses",
            _over_weights,
        ),
    ),
)


def _positives(y_true: FloatArray, y_pred: FloatArray, weight: FloatArray) -> FloatArray:
    return weighted_binary_crossentropy_from_logits.per_sample(y_true, y_pred, pos_weight=weight[1])


def _positives_over_count(y_true: FloatArray, y_pred: FloatArray, weight: FloatArray) -> float:
    return float(np.mean(_positives(y_true, y_pred, weight)))


def _positives_over_weights(y_true: FloatArray, y_pred: FloatArray, weight: FloatArray) -> float:
    return float(
        np.sum(_positives(y_true, y_pred, weight)) / np.sum(weight[y_true.astype(np.intp)])
    )


_POSITIVES = Convention(
    key="weights.classes",
    losses=("weighted_binary_crossentropy", "weighted_binary_crossentropy_from_logits"),
    question="What divides the mean when class 1 weighs more than class 0?",
    example={"y_true": (1, 0), "y_pred": (-1.0, 0.5), "weight": (1.0, 3.0)},
    ours=Practice(
        OURS,
        "weighted_binary_crossentropy(y_true, y_pred, from_logits=True, pos_weight=weight[1])",
        "the number of samples",
        _positives_over_count,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.BinaryCrossentropy(from_logits=True)("
            "y_true[:, None], y_pred[:, None], weight[y_true])",
            "the number of samples",
            _positives_over_count,
        ),
        Practice(
            PYTORCH,
            "F.binary_cross_entropy_with_logits(y_pred, y_true.double(), pos_weight=weight[1])",
            "the number of samples",
            _positives_over_count,
        ),
        Practice(
            PYTORCH,
            "F.cross_entropy(F.pad(y_pred[:, None], (1, 0)), y_true, weight=weight)",
            "the sum of the weights, with two logits a sample",
            _positives_over_weights,
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.log_loss(y_true, 1 / (1 + np.exp(-y_pred)), sample_weight=weight[y_true])",
            "the sum of the weights",
            _positives_over_weights,
        ),
    ),
)


def _without(ignored: int, y_true: FloatArray, y_pred: FloatArray) -> float:
    kept = y_true != ignored
    return sparse_categorical_crossentropy_from_logits(y_true[kept], y_pred[kept])


_IGNORED = Convention(
    key="weights.ignored",
    losses=("sparse_categorical_crossentropy", "sparse_categorical_crossentropy_from_logits"),
    question="Do samples that are left out still count in the mean?",
    example={"y_true": (0, -100), "y_pred": ((1.0, 0.0), (0.0, 2.0))},
    ours=Practice(
        OURS,
        "sparse_categorical_crossentropy(y_true, y_pred, from_logits=True)",
        "a label −100 is no class: leave such samples out",
        sparse_categorical_crossentropy_from_logits,
    ),
    practices=(
        Practice(
            PYTORCH,
            "F.cross_entropy(y_pred, y_true)",
            "no; −100 is left out by default",
            lambda y_true, y_pred: _without(-100, y_true, y_pred),
        ),
        Practice(
            KERAS,
            "keras.losses.SparseCategoricalCrossentropy("
            "from_logits=True, ignore_class=-100)(y_true, y_pred)",
            "no, in the class",
            lambda y_true, y_pred: _without(-100, y_true, y_pred),
        ),
        Practice(
            KERAS,
            "keras.losses.sparse_categorical_crossentropy("
            "y_true, y_pred, from_logits=True, ignore_class=-100).mean()",
            "yes, as zeros, if you average the function",
            lambda y_true, y_pred: _without(-100, y_true, y_pred) * np.mean(y_true != -100),
        ),
    ),
)

WEIGHTS = (_SAMPLES, _POSITIVES, _IGNORED)
