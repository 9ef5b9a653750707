"""Losses of the margin y·z that stand in for counting errors, and the count itself."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.margin import SIDES, SYMBOLS, side, signed_score
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.stable import sigmoid, softplus

_REAL = Domain.real()


def _is_wrong(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return (signed_score(y_true, z) <= 0).astype(np.float64)


def _no_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.zeros_like(z)


def _is_right(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """nan where as many are right as wrong, so that nothing can be confused."""
    wrong = _is_wrong(y_true, z)
    return inapplicable(z) if wrong.sum() == wrong.size / 2 else 1 - wrong


def _is_inside(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return (signed_score(y_true, z) < 1).astype(np.float64)


zero_one = Loss(
    name="zero_one",
    title="Zero-one loss",
    short="ZeroOne",
    aliases=("zero_one_loss",),
    task="margin",
    definition="1[y_true*y_pred <= 0]",
    symbols=SYMBOLS,
    y_true=SIDES,
    y_pred=_REAL,
    value=_is_wrong,
    slope=_no_slope,
    own_mistakes=(
        Mistake(
            "accuracy",
            "You counted what is right; the loss counts what is wrong.",
            per_sample=_is_right,
        ),
        Mistake(
            "margin_demanded",
            "You asked for a margin of 1, as the hinge loss does; the right side is enough here.",
            per_sample=_is_inside,
        ),
    ),
    convention="A score of 0 takes no side and counts as wrong; elsewhere it may count as right.",
)


def _square(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.square(np.maximum(0.0, 1 - signed_score(y_true, z)))


def _square_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return -2 * side(y_true) * np.maximum(0.0, 1 - signed_score(y_true, z))


squared_hinge = Loss(
    name="squared_hinge",
    title="Squared hinge loss",
    short="SquaredHinge",
    task="margin",
    definition="max(0, 1 - y_true*y_pred)^2",
    symbols=SYMBOLS,
    y_true=SIDES,
    y_pred=_REAL,
    value=_square,
    slope=_square_slope,
    own_mistakes=(
        Mistake(
            "not_squared",
            "You left out the square, which gives the hinge loss.",
            per_sample=lambda y_true, z: np.maximum(0.0, 1 - signed_score(y_true, z)),
        ),
        Mistake(
            "not_clipped",
            "You squared 1 − y·z beyond the margin as well; there the loss is zero.",
            per_sample=lambda y_true, z: np.square(1 - signed_score(y_true, z)),
        ),
        Mistake("halved", "You halved it; the squared hinge loss has no factor ½.", factor=0.5),
    ),
    builds_on=("hinge",),
)


def _perceptron(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.maximum(0.0, -signed_score(y_true, z))


def _perceptron_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """−y on the wrong side, else 0; at the kink, a score of 0, the subgradient 0."""
    return np.where(signed_score(y_true, z) < 0, -side(y_true), 0.0)


perceptron = Loss(
    name="perceptron",
    title="Perceptron loss",
    short="Perceptron",
    task="margin",
    definition="max(0, -y_true*y_pred)",
    symbols=SYMBOLS,
    y_true=SIDES,
    y_pred=_REAL,
    value=_perceptron,
    slope=_perceptron_slope,
    own_mistakes=(
        Mistake(
            "hinge",
            "You asked for a margin of 1, which gives the hinge loss.",
            per_sample=lambda y_true, z: np.maximum(0.0, 1 - signed_score(y_true, z)),
        ),
        Mistake(
            "not_clipped",
            "You let the loss go below zero; on the right side it is zero.",
            per_sample=lambda y_true, z: -signed_score(y_true, z),
        ),
        Mistake(
            "wrong_sign",
            "You charged the right side; the loss grows with the score on the wrong one.",
            per_sample=lambda y_true, z: np.maximum(0.0, signed_score(y_true, z)),
        ),
    ),
    builds_on=("hinge",),
)


def _logistic(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return softplus(-signed_score(y_true, z))


def _logistic_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return -side(y_true) * sigmoid(-signed_score(y_true, z))


logistic = Loss(
    name="logistic",
    title="Logistic loss",
    short="Logistic",
    aliases=("logistic_loss", "soft_margin"),
    task="margin",
    definition="softplus(-y_true*y_pred)",
    symbols=SYMBOLS,
    y_true=SIDES,
    y_pred=_REAL,
    value=_logistic,
    slope=_logistic_slope,
    own_mistakes=(
        Mistake(
            "wrong_sign",
            "You took e^(y·z); a score on the right side lowers the loss, so the sign is minus.",
            per_sample=lambda y_true, z: softplus(signed_score(y_true, z)),
        ),
        Mistake(
            "base_2",
            "You took the base-2 logarithm, as bounds of the error rate do; the natural is meant.",
            factor=1 / math.log(2),
        ),
        Mistake(
            "exponential",
            "You left out the logarithm, which gives the exponential loss.",
            per_sample=lambda y_true, z: np.exp(-signed_score(y_true, z)),
        ),
    ),
    builds_on=("hinge", "binary_crossentropy_from_logits"),
    convention="The logarithm is natural; divided by log 2 it is a bound of the zero-one loss.",
)


def _exponential(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.exp(-signed_score(y_true, z))


def _exponential_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return -side(y_true) * _exponential(y_true, z)


exponential = Loss(
    name="exponential",
    title="Exponential loss",
    short="Exponential",
    aliases=("exponential_loss",),
    task="margin",
    definition="exp(-y_true*y_pred)",
    symbols=SYMBOLS,
    y_true=SIDES,
    y_pred=_REAL,
    value=_exponential,
    slope=_exponential_slope,
    own_mistakes=(
        Mistake(
            "wrong_sign",
            "You took e^(y·z); a score on the right side lowers the loss, so the sign is minus.",
            per_sample=lambda y_true, z: np.exp(signed_score(y_true, z)),
        ),
        Mistake(
            "logistic",
            "You took log(1 + e^(−y·z)), which is the logistic loss.",
            per_sample=_logistic,
        ),
    ),
    builds_on=("logistic",),
)

COUNTED = (zero_one,)
LOSSES = (squared_hinge, perceptron, logistic, exponential)
