"""Softmax losses at a temperature, which makes a distribution sharper or softer."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.multiclass import (
    LABELS,
    counted_from_one,
    sparse_crossentropy_of_logits,
    sparse_logits_slope,
)
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import POSITIVE
from quiz_app.losses.stable import above_tangent, softmax

_LOGITS = Domain.rows()


def _info_nce(labels: FloatArray, z: FloatArray, temperature: float) -> FloatArray:
    return sparse_crossentropy_of_logits(labels, z / temperature)


def _info_nce_slope(labels: FloatArray, z: FloatArray, temperature: float) -> FloatArray:
    return sparse_logits_slope(labels, z / temperature) / temperature


def _not_divided(labels: FloatArray, z: FloatArray, temperature: float) -> FloatArray:
    return inapplicable(labels) if temperature == 1 else sparse_crossentropy_of_logits(labels, z)


def _multiplied(labels: FloatArray, z: FloatArray, temperature: float) -> FloatArray:
    if temperature == 1:
        return inapplicable(labels)
    return sparse_crossentropy_of_logits(labels, z * temperature)


info_nce = Loss(
    name="info_nce",
    title="InfoNCE (NT-Xent) loss",
    short="InfoNCE",
    aliases=("nt_xent",),
    task="embedding",
    definition="logsumexp(y_pred/temperature) - y_pred[y_true]/temperature",
    symbols={"y_true": "y", "y_pred": "z", "temperature": "tau"},
    y_true=LABELS,
    y_pred=_LOGITS,
    classwise=True,
    parameters=(Parameter("temperature", 0.1, POSITIVE, "what similarities are divided by"),),
    value=_info_nce,
    slope=_info_nce_slope,
    own_mistakes=(
        Mistake(
            "temperature_ignored",
            "You did not divide the similarities by the temperature.",
            per_sample=_not_divided,
        ),
        Mistake(
            "multiplied_by_temperature",
            "You multiplied by the temperature; the similarities are divided by it.",
            per_sample=_multiplied,
        ),
        counted_from_one(_info_nce),
    ),
    builds_on=("sparse_categorical_crossentropy_from_logits",),
    convention="The positive is one of the K candidates and counts in the sum; optax has 0.07.",
)


def _distillation(teacher: FloatArray, student: FloatArray, temperature: float) -> FloatArray:
    """T² KL(p‖q), with log(q/p) of each class from the logits, so that nothing cancels."""
    soft_teacher, soft_student = softmax(teacher / temperature), softmax(student / temperature)
    p = soft_teacher.probabilities
    ratio = (soft_teacher.below_top + soft_teacher.log_total[:, np.newaxis]) - (
        soft_student.below_top + soft_student.log_total[:, np.newaxis]
    )
    total: FloatArray = (p * above_tangent(ratio)).sum(axis=-1)
    return temperature**2 * total


def _distillation_slope(teacher: FloatArray, student: FloatArray, temperature: float) -> FloatArray:
    p = softmax(teacher / temperature).probabilities
    return temperature * (softmax(student / temperature).probabilities - p)


def _not_scaled(teacher: FloatArray, student: FloatArray, temperature: float) -> FloatArray:
    losses = _distillation(teacher, student, temperature)
    return inapplicable(losses) if temperature == 1 else losses / temperature**2


def _cold(teacher: FloatArray, student: FloatArray, temperature: float) -> FloatArray:
    losses = _distillation(teacher, student, 1.0)
    return inapplicable(losses) if temperature == 1 else losses


def _reversed(teacher: FloatArray, student: FloatArray, temperature: float) -> FloatArray:
    return _distillation(student, teacher, temperature)


distillation = Loss(
    name="distillation",
    title="Distillation loss",
    short="Distillation",
    task="multi-class",
    arguments=("teacher_logits", "student_logits"),
    definition=(
        "temperature^2*(logsumexp(y_pred/temperature) - logsumexp(y_true/temperature)"
        " + sum(softmax(y_true/temperature)[k]*(y_true[k] - y_pred[k])/temperature, k, K))"
    ),
    symbols={"y_true": "t", "y_pred": "z", "temperature": "tau"},
    y_true=_LOGITS,
    y_pred=_LOGITS,
    classwise=True,
    parameters=(Parameter("temperature", 2.0, POSITIVE, "what all logits are divided by"),),
    value=_distillation,
    slope=_distillation_slope,
    own_mistakes=(
        Mistake(
            "not_scaled",
            "You left out the factor T², which keeps the gradient as large at any temperature.",
            per_sample=_not_scaled,
        ),
        Mistake(
            "temperature_ignored",
            "You did not divide the logits by the temperature.",
            per_sample=_cold,
        ),
        Mistake(
            "reversed",
            "You took KL(student‖teacher); the teacher comes first.",
            per_sample=_reversed,
        ),
    ),
    builds_on=("kl_divergence", "categorical_crossentropy_from_logits"),
    convention="It is τ² KL(teacher‖student) of both softmaxes at the temperature τ.",
)

SIMILARITIES = (info_nce,)
DISTILLATION = (distillation,)
