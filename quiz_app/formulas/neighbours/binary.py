"""How losses of two classes, by their probability or by a score, follow from one another."""

from __future__ import annotations

import numpy as np

from quiz_app.formulas.neighbours.model import Relation
from quiz_app.losses.binary import (
    binary_crossentropy,
    binary_crossentropy_from_logits,
    brier,
)
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.imbalance import (
    binary_focal_crossentropy,
    binary_focal_crossentropy_from_logits,
    weighted_binary_crossentropy,
    weighted_binary_crossentropy_from_logits,
)
from quiz_app.losses.multiclass import categorical_crossentropy
from quiz_app.losses.smoothing import (
    smoothed_binary_crossentropy,
    smoothed_binary_crossentropy_from_logits,
)
from quiz_app.losses.squared import mean_squared_error
from quiz_app.losses.stable import sigmoid

_bce, _from_logits = binary_crossentropy.per_sample, binary_crossentropy_from_logits.per_sample


def _smoothed(y: FloatArray, smoothing: float) -> FloatArray:
    return (1 - smoothing) * y + smoothing / 2


def _two_classes(chance: FloatArray) -> FloatArray:
    return np.column_stack([1 - chance, chance])


RELATIONS = (
    Relation(
        binary_crossentropy,
        categorical_crossentropy,
        "The categorical cross-entropy of two classes.",
        "BCE",
        "CCE([1 − y, y], [1 − p, p])",
        lambda y, p, k: categorical_crossentropy.per_sample(_two_classes(y), _two_classes(p)),
    ),
    Relation(
        binary_crossentropy_from_logits,
        binary_crossentropy,
        "The same loss, the sigmoid being part of it.",
        "BCE(y, z)",
        "BCE(y, σ(z))",
        lambda y, z, k: _bce(y, sigmoid(z)),
    ),
    Relation(
        weighted_binary_crossentropy,
        binary_crossentropy,
        "With weight 1 every sample counts once.",
        "WBCE(w = 1)",
        "BCE",
        lambda y, p, k: _bce(y, p),
        left=lambda y, p, k: weighted_binary_crossentropy.per_sample(y, p, pos_weight=1.0),
    ),
    Relation(
        weighted_binary_crossentropy_from_logits,
        weighted_binary_crossentropy,
        "The same loss, the sigmoid being part of it.",
        "WBCE(y, z)",
        "WBCE(y, σ(z))",
        lambda y, z, k: weighted_binary_crossentropy.per_sample(
            y, sigmoid(z), pos_weight=k["pos_weight"]
        ),
    ),
    Relation(
        smoothed_binary_crossentropy,
        binary_crossentropy,
        "Smoothing moves the targets towards ½; the loss stays what it was.",
        "BCE(α)",
        "BCE((1 − α) y + α/2, p)",
        lambda y, p, k: _bce(_smoothed(y, k["label_smoothing"]), p),
    ),
    Relation(
        smoothed_binary_crossentropy_from_logits,
        binary_crossentropy_from_logits,
        "Smoothing moves the targets towards ½; the loss stays what it was.",
        "BCE(α)",
        "BCE((1 − α) y + α/2, z)",
        lambda y, z, k: _from_logits(_smoothed(y, k["label_smoothing"]), z),
    ),
    Relation(
        brier,
        mean_squared_error,
        "The squared error of a probability.",
        "Brier",
        "MSE",
        lambda y, p, k: mean_squared_error.per_sample(y, p),
    ),
    Relation(
        binary_focal_crossentropy,
        binary_crossentropy,
        "The cross-entropy, faded out by how far the probability is off.",
        "Focal",
        "|y − p|^γ · BCE",
        lambda y, p, k: np.abs(y - p) ** k["gamma"] * _bce(y, p),
    ),
    Relation(
        binary_focal_crossentropy_from_logits,
        binary_focal_crossentropy,
        "The same loss, the sigmoid being part of it.",
        "Focal(y, z)",
        "Focal(y, σ(z))",
        lambda y, z, k: binary_focal_crossentropy.per_sample(y, sigmoid(z), gamma=k["gamma"]),
    ),
)
