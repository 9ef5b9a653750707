"""Losses of the margin y·z: the signed score of a sample with label −1 or 1."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable

SYMBOLS = {"y_true": "y", "y_pred": "z"}
SIDES = Domain.values(-1, 1, alternative=(0, 1))


def side(y_true: FloatArray) -> FloatArray:
    """−1 or 1; a label 0 stands for −1, as Keras reads it."""
    return np.where(y_true == 0, -1.0, y_true)


def signed_score(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """The margin y·z."""
    return side(y_true) * z


def _hinge(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.maximum(0.0, 1 - signed_score(y_true, z))


def _hinge_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """−y inside the margin, else 0; at the kink, where the margin is 1, the subgradient 0."""
    return np.where(signed_score(y_true, z) < 1, -side(y_true), 0.0)


def _not_clipped(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return 1 - signed_score(y_true, z)


def _without_margin(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.maximum(0.0, -signed_score(y_true, z))


def _wrong_sign(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.maximum(0.0, 1 + signed_score(y_true, z))


def _squared(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.square(_hinge(y_true, z))


def _labels_not_converted(y_true: FloatArray, z: FloatArray) -> FloatArray:
    if not np.any(y_true == 0):
        return inapplicable(z)
    return np.maximum(0.0, 1 - y_true * z)


hinge = Loss(
    name="hinge",
    title="Hinge loss",
    short="Hinge",
    task="margin",
    definition="max(0, 1 - y_true*y_pred)",
    symbols=SYMBOLS,
    y_true=SIDES,
    y_pred=Domain.real(),
    value=_hinge,
    slope=_hinge_slope,
    own_mistakes=(
        Mistake(
            "not_clipped",
            "You let the loss go below zero; beyond the margin it is zero.",
            per_sample=_not_clipped,
        ),
        Mistake(
            "margin_forgotten",
            "You left out the 1: a right side is not enough, the score must clear a margin of 1.",
            per_sample=_without_margin,
        ),
        Mistake(
            "wrong_sign",
            "You added y·z; a score on the right side lowers the loss, so subtract it.",
            per_sample=_wrong_sign,
        ),
        Mistake(
            "squared_hinge",
            "You squared the result, which gives the squared hinge loss.",
            per_sample=_squared,
        ),
        Mistake(
            "labels_not_converted",
            "You took the labels as 0 and 1; the hinge loss needs −1 and 1.",
            per_sample=_labels_not_converted,
        ),
    ),
    builds_on=("zero_one",),
    convention="Labels 0 and 1 are read as −1 and 1, as Keras does; scikit-learn wants −1 and 1.",
)

LOSSES = (hinge,)
