"""Losses of K scores that want the true class to lead every other one by a margin."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.multiclass import LABELS, at_label, counted_from_one, one_hot
from quiz_app.losses.parameter import Parameter


def _missing(labels: FloatArray, z: FloatArray, margin: float) -> FloatArray:
    """What every class lacks of its distance to the true one; that one itself lacks nothing."""
    is_label, _ = one_hot(labels, z)
    missing = margin + z - at_label(labels, z)[:, np.newaxis]
    return np.where(is_label == 1, 0.0, np.maximum(0.0, missing))


def _multi_margin(labels: FloatArray, z: FloatArray, margin: float) -> FloatArray:
    mean: FloatArray = _missing(labels, z, margin).mean(axis=-1)
    return mean


def _multi_margin_slope(labels: FloatArray, z: FloatArray, margin: float) -> FloatArray:
    """1/K for each class too near, and minus all of these for the true one; at a kink 0."""
    is_label, _ = one_hot(labels, z)
    too_near = (_missing(labels, z, margin) > 0).astype(np.float64)
    count = too_near.sum(axis=-1, keepdims=True)
    classes: int = z.shape[-1]
    slope: FloatArray = (too_near - is_label * count) / classes
    return slope


def _true_class_counted(labels: FloatArray, z: FloatArray, margin: float) -> FloatArray:
    classes: int = z.shape[-1]
    losses = _multi_margin(labels, z, margin)
    return inapplicable(losses) if margin == 0 else losses + margin / classes


def _not_divided(labels: FloatArray, z: FloatArray, margin: float) -> FloatArray:
    total: FloatArray = _missing(labels, z, margin).sum(axis=-1)
    return total


def _divided_by_others(labels: FloatArray, z: FloatArray, margin: float) -> FloatArray:
    others: int = z.shape[-1] - 1
    return _not_divided(labels, z, margin) / others


def _greatest_only(labels: FloatArray, z: FloatArray, margin: float) -> FloatArray:
    greatest: FloatArray = _missing(labels, z, margin).max(axis=-1)
    return greatest


def _margin_forgotten(labels: FloatArray, z: FloatArray, margin: float) -> FloatArray:
    losses = _multi_margin(labels, z, 0.0)
    return inapplicable(losses) if margin == 0 else losses


multi_margin = Loss(
    name="multi_margin",
    title="Multi-class hinge loss (Weston–Watkins)",
    short="MultiMargin",
    aliases=("weston_watkins", "multiclass_hinge"),
    task="multi-class",
    definition="1/K*(sum(max(0, y_pred[k] + t), k, K) - margin)",
    where={"t": "margin - y_pred[y_true]"},
    symbols={"y_true": "y", "y_pred": "z", "margin": "m"},
    y_true=LABELS,
    y_pred=Domain.rows(),
    classwise=True,
    parameters=(Parameter("margin", 1.0, Domain.interval(0, math.inf), "the lead that is enough"),),
    value=_multi_margin,
    slope=_multi_margin_slope,
    own_mistakes=(
        Mistake(
            "true_class_counted",
            "You counted the true class as well; it lacks the margin to itself, so leave it out.",
            per_sample=_true_class_counted,
        ),
        Mistake(
            "not_divided",
            "You added the classes up; divide by their number K.",
            per_sample=_not_divided,
        ),
        Mistake(
            "divided_by_others",
            "You divided by K − 1; the sum over the other classes is divided by K.",
            per_sample=_divided_by_others,
        ),
        Mistake(
            "greatest_only",
            "You charged the worst class only, as Crammer and Singer do; add all of them up.",
            per_sample=_greatest_only,
        ),
        Mistake(
            "margin_forgotten",
            "You left out the margin; the true class must lead by that much.",
            per_sample=_margin_forgotten,
        ),
        counted_from_one(_multi_margin),
    ),
    builds_on=("hinge", "sparse_categorical_crossentropy_from_logits"),
    convention="The true class, which owes m, is taken off, and K divides the rest as in PyTorch.",
)

LOSSES = (multi_margin,)
