"""A cross-entropy that forgives wrong labels."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss, Parameter
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.multiclass import (
    LABELS,
    PROBABILITIES,
    at_label,
    counted_from_one,
    one_hot,
    sparse_crossentropy,
)
from quiz_app.losses.stable import weighted


def _gce(labels: FloatArray, p: FloatArray, q: float) -> FloatArray:
    """−expm1(q log p)/q, which goes over into −log p as q goes to zero."""
    return -np.expm1(q * np.log(at_label(labels, p))) / q


def _gce_slope(labels: FloatArray, p: FloatArray, q: float) -> FloatArray:
    is_label, _ = one_hot(labels, p)
    return -weighted(is_label, p ** (q - 1))


def _missing_probability(labels: FloatArray, p: FloatArray, q: float) -> FloatArray:
    return inapplicable(labels) if q == 1 else 1 - at_label(labels, p)


def _not_divided(labels: FloatArray, p: FloatArray, q: float) -> FloatArray:
    return inapplicable(labels) if q == 1 else q * _gce(labels, p, q)


generalised_crossentropy = Loss(
    name="generalised_crossentropy",
    title="Generalised cross-entropy",
    short="GCE",
    aliases=("gce", "generalized_crossentropy"),
    task="multi-class",
    definition="(1 - y_pred[y_true]^q)/q",
    symbols={"y_true": "y", "y_pred": "p"},
    y_true=LABELS,
    y_pred=PROBABILITIES,
    classwise=True,
    parameters=(
        Parameter(
            "q",
            0.7,
            Domain.interval(0, 1, open_low=True),
            "from the cross-entropy (towards 0) to one minus the probability (at 1)",
        ),
    ),
    value=_gce,
    slope=_gce_slope,
    own_mistakes=(
        Mistake(
            "crossentropy",
            "You took −log p, which is the limit for q towards 0.",
            per_sample=lambda labels, p, q: sparse_crossentropy(labels, p),
        ),
        Mistake(
            "missing_probability",
            "You took 1 − p of the true class, which is the case q = 1.",
            per_sample=_missing_probability,
        ),
        Mistake(
            "not_divided",
            "You left out the division by q.",
            per_sample=_not_divided,
        ),
        counted_from_one(_gce),
    ),
    builds_on=("sparse_categorical_crossentropy", "mean_absolute_error"),
    convention="The default is q = 0.7 as in its paper; Keras has 0.5.",
)

LOSSES = (generalised_crossentropy,)
