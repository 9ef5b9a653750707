"""Losses of distances between embeddings: like pairs pulled together, unlike ones apart."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.parameter import Parameter

_DISTANCE = Domain.interval(0, math.inf)
_MARGIN = Parameter("margin", 1.0, _DISTANCE, "the distance that is enough")


def _contrastive(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    return np.square(np.where(y_true == 1, d, np.maximum(0.0, margin - d)))


def _contrastive_slope(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    return 2 * np.where(y_true == 1, d, -np.maximum(0.0, margin - d))


def _not_squared(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    return np.where(y_true == 1, d, np.maximum(0.0, margin - d))


def _not_clipped(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    return np.square(np.where(y_true == 1, d, margin - d))


def _labels_swapped(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    return _contrastive(1 - y_true, d, margin)


contrastive = Loss(
    name="contrastive",
    title="Contrastive loss",
    short="Contrastive",
    task="embedding",
    definition="y_true*y_pred^2 + (1 - y_true)*max(0, margin - y_pred)^2",
    symbols={"y_true": "y", "y_pred": "d", "margin": "m"},
    y_true=Domain.values(0, 1),
    y_pred=_DISTANCE,
    parameters=(_MARGIN,),
    value=_contrastive,
    slope=_contrastive_slope,
    own_mistakes=(
        Mistake(
            "not_squared",
            "You left out the squares of the distance and of what is missing to the margin.",
            per_sample=_not_squared,
        ),
        Mistake(
            "not_clipped",
            "You charged unlike pairs beyond the margin as well; there they cost nothing.",
            per_sample=_not_clipped,
        ),
        Mistake(
            "labels_swapped",
            "You swapped the labels: y = 1 says that the two belong together.",
            per_sample=_labels_swapped,
        ),
    ),
    builds_on=("mean_squared_error", "squared_hinge"),
    convention="y = 1 marks a like pair, and no factor ½ stands in front; papers differ in both.",
)


def _triplet(positive: FloatArray, negative: FloatArray, margin: float) -> FloatArray:
    return np.maximum(0.0, positive - negative + margin)


def _triplet_slope(positive: FloatArray, negative: FloatArray, margin: float) -> FloatArray:
    """−1 until the negative is far enough; at the kink the subgradient 0."""
    return np.where(positive - negative + margin > 0, -1.0, 0.0)


def _margin_ignored(positive: FloatArray, negative: FloatArray, margin: float) -> FloatArray:
    return inapplicable(negative) if margin == 0 else _triplet(positive, negative, 0.0)


triplet = Loss(
    name="triplet",
    title="Triplet loss",
    short="Triplet",
    aliases=("triplet_margin",),
    task="embedding",
    arguments=("positive_distance", "negative_distance"),
    definition="max(0, y_true - y_pred + margin)",
    symbols={"y_true": "p", "y_pred": "d", "margin": "m"},
    y_true=_DISTANCE,
    y_pred=_DISTANCE,
    parameters=(_MARGIN,),
    value=_triplet,
    slope=_triplet_slope,
    own_mistakes=(
        Mistake(
            "margin_ignored",
            "You left out the margin, by which the negative must be farther than the positive.",
            per_sample=_margin_ignored,
        ),
        Mistake(
            "not_clipped",
            "You let the loss go below zero; a negative that is far enough costs nothing.",
            per_sample=lambda positive, negative, margin: positive - negative + margin,
        ),
        Mistake(
            "distances_swapped",
            "You swapped the distances; the one to the positive raises the loss.",
            per_sample=lambda positive, negative, margin: _triplet(negative, positive, margin),
        ),
    ),
    builds_on=("contrastive", "hinge"),
    convention="p is the distance of the anchor to the positive and d that to the negative.",
)

LOSSES = (contrastive, triplet)
