"""How far the directions of two vectors lie apart, whatever their lengths."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake
from quiz_app.losses.stable import scale

_VECTORS = Domain.directions()


def _unit(rows: FloatArray) -> FloatArray:
    """The rows divided by their lengths, scaled first so that no square leaves float64."""
    scaled = rows / scale(rows)
    unit: FloatArray = scaled / np.linalg.norm(scaled, axis=-1, keepdims=True)
    return unit


def _distance(a: FloatArray, b: FloatArray) -> FloatArray:
    """Half the squared distance of the unit vectors, which is 1 − cos without cancellation."""
    total: FloatArray = np.square(_unit(a) - _unit(b)).sum(axis=-1)
    return total / 2


def _distance_slope(a: FloatArray, b: FloatArray) -> FloatArray:
    """(b̂ cos − â)/‖b‖, with cos − 1 from the distance so that it does not cancel."""
    size, direction = scale(b), _unit(b)
    across = direction - _unit(a) - direction * _distance(a, b)[:, np.newaxis]
    slope: FloatArray = across / np.linalg.norm(b / size, axis=-1, keepdims=True) / size
    return slope


def _cosine(a: FloatArray, b: FloatArray) -> FloatArray:
    return 1 - _distance(a, b)


def _not_normalised(a: FloatArray, b: FloatArray) -> FloatArray:
    products: FloatArray = (a * b).sum(axis=-1)
    return 1 - products


def _angle(a: FloatArray, b: FloatArray) -> FloatArray:
    return np.arccos(np.clip(_cosine(a, b), -1, 1))


def _chord(a: FloatArray, b: FloatArray) -> FloatArray:
    return np.sqrt(2 * _distance(a, b))


cosine_distance = Loss(
    name="cosine_distance",
    title="Cosine distance",
    short="Cosine",
    aliases=("cosine", "cosine_embedding"),
    task="embedding",
    definition="1 - S/sqrt(A*B)",
    where={
        "S": "sum(y_true[k]*y_pred[k], k, K)",
        "A": "sum(y_true[k]^2, k, K)",
        "B": "sum(y_pred[k]^2, k, K)",
    },
    symbols={"y_true": "a", "y_pred": "b"},
    y_true=_VECTORS,
    y_pred=_VECTORS,
    classwise=True,
    value=_distance,
    slope=_distance_slope,
    own_mistakes=(
        Mistake(
            "similarity",
            "You gave the cosine of the angle; the distance is one minus it.",
            per_sample=_cosine,
        ),
        Mistake(
            "negative_similarity",
            "You gave minus the cosine, as Keras does; the distance is one minus it.",
            per_sample=lambda a, b: -_cosine(a, b),
        ),
        Mistake(
            "not_normalised",
            "You did not divide the dot product by the lengths of both vectors.",
            per_sample=_not_normalised,
        ),
        Mistake(
            "angle",
            "You took the angle itself; the distance is one minus its cosine.",
            per_sample=_angle,
        ),
        Mistake(
            "chord",
            "You took the distance of the unit vectors; half its square is the cosine distance.",
            per_sample=_chord,
        ),
    ),
    builds_on=("mean_squared_error",),
    convention="Keras returns −cos instead, and a vector of zeros, which has no angle, is refused.",
)

LOSSES = (cosine_distance,)
