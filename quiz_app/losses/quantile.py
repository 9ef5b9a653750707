"""Losses that pay for part of a residual: by its sign, or by what exceeds a tube."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import REAL, SYMBOLS, distance, square


def _pinball(y_true: FloatArray, y_pred: FloatArray, tau: float) -> FloatArray:
    rest = y_true - y_pred
    return np.where(rest >= 0, tau, tau - 1) * rest


def _pinball_slope(y_true: FloatArray, y_pred: FloatArray, tau: float) -> FloatArray:
    """−τ below the target and 1 − τ above it; at the kink the subgradient 0."""
    rest = y_true - y_pred
    return np.where(rest == 0, 0.0, np.where(rest > 0, -tau, 1 - tau))


def _sides_swapped(y_true: FloatArray, y_pred: FloatArray, tau: float) -> FloatArray:
    return inapplicable(y_pred) if tau == 0.5 else _pinball(y_true, y_pred, 1 - tau)


def _sign_kept(y_true: FloatArray, y_pred: FloatArray, tau: float) -> FloatArray:
    rest = y_true - y_pred
    return np.where(rest >= 0, tau, 1 - tau) * rest


pinball = Loss(
    name="pinball",
    title="Pinball (quantile) loss",
    short="Pinball",
    aliases=("quantile_loss",),
    task="regression",
    definition="tau*r if r >= 0 else (tau - 1)*r",
    where={"r": "y_true - y_pred"},
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    parameters=(
        Parameter(
            "tau",
            0.5,
            Domain.interval(0, 1, open_low=True, open_high=True),
            "the level of the quantile that is predicted",
        ),
    ),
    value=_pinball,
    slope=_pinball_slope,
    own_mistakes=(
        Mistake(
            "sides_swapped",
            "You swapped the sides: a target above its prediction is weighted τ, below it 1 − τ.",
            per_sample=_sides_swapped,
        ),
        Mistake(
            "sign_kept",
            "You let the loss go below zero; a residual below zero is multiplied by τ − 1.",
            per_sample=_sign_kept,
        ),
        Mistake(
            "absolute_instead",
            "You took |r|; the two sides are weighted with τ and 1 − τ.",
            per_sample=distance,
        ),
    ),
    builds_on=("mean_absolute_error",),
    convention="At τ = ½ it is half of the MAE; scikit-learn calls the level alpha.",
)

_TUBE = (
    Parameter("epsilon", 0.1, Domain.interval(0, math.inf), "the largest residual that is free"),
)


def _excess(y_true: FloatArray, y_pred: FloatArray, epsilon: float) -> FloatArray:
    return np.maximum(0.0, distance(y_true, y_pred) - epsilon)


def _excess_slope(y_true: FloatArray, y_pred: FloatArray, epsilon: float) -> FloatArray:
    """The sign of ŷ − y outside the tube; inside it and at its edge 0."""
    return np.where(_excess(y_true, y_pred, epsilon) > 0, np.sign(y_pred - y_true), 0.0)


def _jumps_at_the_edge(y_true: FloatArray, y_pred: FloatArray, epsilon: float) -> FloatArray:
    size = distance(y_true, y_pred)
    return np.where(size <= epsilon, 0.0, size)


def _not_clipped(y_true: FloatArray, y_pred: FloatArray, epsilon: float) -> FloatArray:
    return distance(y_true, y_pred) - epsilon


epsilon_insensitive = Loss(
    name="epsilon_insensitive",
    title="Epsilon-insensitive loss",
    short="Tube",
    task="regression",
    definition="max(0, |y_true - y_pred| - epsilon)",
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    parameters=_TUBE,
    value=_excess,
    slope=_excess_slope,
    own_mistakes=(
        Mistake(
            "tube_ignored",
            "You took |r|; residuals count only as far as they exceed ε.",
            per_sample=distance,
        ),
        Mistake(
            "tube_not_subtracted",
            "You charged the whole residual outside the tube; only |r| − ε of it counts.",
            per_sample=_jumps_at_the_edge,
        ),
        Mistake(
            "not_clipped",
            "You let the loss go below zero; inside the tube it is zero.",
            per_sample=_not_clipped,
        ),
    ),
    builds_on=("mean_absolute_error",),
    convention="The default is ε = 0.1, as in the support vector regression of scikit-learn.",
)


def _squared_excess(y_true: FloatArray, y_pred: FloatArray, epsilon: float) -> FloatArray:
    return np.square(_excess(y_true, y_pred, epsilon))


def _squared_excess_slope(y_true: FloatArray, y_pred: FloatArray, epsilon: float) -> FloatArray:
    return 2 * _excess(y_true, y_pred, epsilon) * np.sign(y_pred - y_true)


def _excess_not_squared(y_true: FloatArray, y_pred: FloatArray, epsilon: float) -> FloatArray:
    excess = _excess(y_true, y_pred, epsilon)
    return excess if np.any(excess > 0) else inapplicable(y_pred)


def _tube_after_squaring(y_true: FloatArray, y_pred: FloatArray, epsilon: float) -> FloatArray:
    return np.maximum(0.0, square(y_true, y_pred) - epsilon)


squared_epsilon_insensitive = Loss(
    name="squared_epsilon_insensitive",
    title="Squared epsilon-insensitive loss",
    short="SquaredTube",
    task="regression",
    definition="max(0, |y_true - y_pred| - epsilon)^2",
    symbols=SYMBOLS,
    y_true=REAL,
    y_pred=REAL,
    parameters=_TUBE,
    value=_squared_excess,
    slope=_squared_excess_slope,
    own_mistakes=(
        Mistake(
            "not_squared",
            "You left out the square, which gives the ε-insensitive loss.",
            per_sample=_excess_not_squared,
        ),
        Mistake(
            "tube_after_squaring",
            "You squared first; subtract ε from |r|, then square what remains.",
            per_sample=_tube_after_squaring,
        ),
        Mistake(
            "tube_ignored",
            "You squared the whole residual; it counts only as far as it exceeds ε.",
            per_sample=square,
        ),
    ),
    builds_on=("epsilon_insensitive", "mean_squared_error"),
)

LOSSES = (pinball, epsilon_insensitive, squared_epsilon_insensitive)
