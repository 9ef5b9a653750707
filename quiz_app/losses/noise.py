"""Cross-entropies that forgive wrong labels."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
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
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import POSITIVE
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


def _symmetric(
    labels: FloatArray, p: FloatArray, alpha: float, beta: float, cap: float
) -> FloatArray:
    true = at_label(labels, p)
    return -alpha * np.log(true) + beta * cap * (1 - true)


def _symmetric_slope(
    labels: FloatArray, p: FloatArray, alpha: float, beta: float, cap: float
) -> FloatArray:
    is_label, _ = one_hot(labels, p)
    return -weighted(is_label, alpha / p + beta * cap)


def _without_reverse(
    labels: FloatArray, p: FloatArray, alpha: float, beta: float, cap: float
) -> FloatArray:
    return alpha * sparse_crossentropy(labels, p)


def _reverse_only(
    labels: FloatArray, p: FloatArray, alpha: float, beta: float, cap: float
) -> FloatArray:
    return beta * cap * (1 - at_label(labels, p))


def _weights_swapped(
    labels: FloatArray, p: FloatArray, alpha: float, beta: float, cap: float
) -> FloatArray:
    losses = _symmetric(labels, p, beta, alpha, cap)
    return inapplicable(losses) if alpha == beta else losses


symmetric_crossentropy = Loss(
    name="symmetric_crossentropy",
    title="Symmetric cross-entropy",
    short="SCE",
    aliases=("sce", "symmetric_cross_entropy"),
    task="multi-class",
    definition="-alpha*log(y_pred[y_true]) + beta*cap*(1 - y_pred[y_true])",
    symbols={"y_true": "y", "y_pred": "p", "cap": "A"},
    y_true=LABELS,
    y_pred=PROBABILITIES,
    classwise=True,
    parameters=(
        Parameter("alpha", 0.1, POSITIVE, "the weight of the cross-entropy"),
        Parameter("beta", 1.0, POSITIVE, "the weight of the reverse cross-entropy"),
        Parameter("cap", 4.0, POSITIVE, "the number that stands for −log 0"),
    ),
    value=_symmetric,
    slope=_symmetric_slope,
    own_mistakes=(
        Mistake(
            "without_reverse",
            "You left out the reverse cross-entropy, which charges β A for what is elsewhere.",
            per_sample=_without_reverse,
        ),
        Mistake(
            "reverse_only",
            "You left out the cross-entropy itself, −α log p of the true class.",
            per_sample=_reverse_only,
        ),
        Mistake(
            "weights_swapped",
            "You swapped the weights: α belongs to −log p, β to the reverse cross-entropy.",
            per_sample=_weights_swapped,
        ),
        counted_from_one(_symmetric),
    ),
    builds_on=("generalised_crossentropy", "kl_divergence"),
    convention="The defaults are those of its paper; A stands for −log 0 of a label that is 0.",
)

LOSSES = (generalised_crossentropy, symmetric_crossentropy)
