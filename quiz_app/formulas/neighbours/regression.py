"""How losses of a residual follow from one another."""

from __future__ import annotations

import numpy as np

from quiz_app.formulas.neighbours.model import Relation
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.quantile import epsilon_insensitive, pinball, squared_epsilon_insensitive
from quiz_app.losses.relative import (
    mean_absolute_percentage_error,
    mean_squared_logarithmic_error,
)
from quiz_app.losses.robust import huber, mean_absolute_error, smooth_l1
from quiz_app.losses.root import root_mean_squared_error
from quiz_app.losses.similarity import cosine_distance
from quiz_app.losses.smooth import log_cosh, pseudo_huber
from quiz_app.losses.squared import half_squared_error, mean_squared_error

_mse, _mae = mean_squared_error.per_sample, mean_absolute_error.per_sample


def _squares(rows: FloatArray, others: FloatArray) -> FloatArray:
    """The squared error of every entry of the rows."""
    return _mse(rows.ravel(), others.ravel()).reshape(rows.shape)


def _unit(rows: FloatArray) -> FloatArray:
    unit: FloatArray = rows / np.linalg.norm(rows, axis=-1, keepdims=True)
    return unit


RELATIONS = (
    Relation(
        half_squared_error,
        mean_squared_error,
        "Halved, so that its slope is ŷ − y, without a factor 2.",
        "HSE",
        "MSE/2",
        lambda y, p, k: _mse(y, p) / 2,
    ),
    Relation(
        root_mean_squared_error,
        mean_squared_error,
        "The root of the mean, in the unit of the target; least where the MSE is least.",
        "RMSE",
        "√(mean of MSE)",
        lambda y, p, k: np.sqrt(_squares(y, p).mean(axis=-1)),
    ),
    Relation(
        cosine_distance,
        mean_squared_error,
        "Half the squared distance of the two directions.",
        "Cosine(a, b)",
        "Σ MSE(a/|a|, b/|b|)/2",
        lambda a, b, k: _squares(_unit(a), _unit(b)).sum(axis=-1) / 2,
    ),
    Relation(
        huber,
        half_squared_error,
        "Up to δ the Huber loss is half the squared error.",
        "Huber",
        "HSE",
        lambda y, p, k: half_squared_error.per_sample(y, p),
        where="|r| ≤ δ",
        inside=lambda y, p, k: np.abs(y - p) <= k["delta"],
    ),
    Relation(
        huber,
        mean_absolute_error,
        "From δ on the Huber loss is a straight line, as steep as δ.",
        "Huber",
        "δ (MAE − δ/2)",
        lambda y, p, k: k["delta"] * (_mae(y, p) - k["delta"] / 2),
        where="|r| ≥ δ",
        inside=lambda y, p, k: np.abs(y - p) >= k["delta"],
    ),
    Relation(
        huber,
        squared_epsilon_insensitive,
        "Half the squared error, less half of its part beyond δ.",
        "Huber",
        "(MSE − SquaredTube(ε = δ))/2",
        lambda y, p, k: (
            (_mse(y, p) - squared_epsilon_insensitive.per_sample(y, p, epsilon=k["delta"])) / 2
        ),
    ),
    Relation(
        smooth_l1,
        huber,
        "SmoothL1 is Huber divided by its threshold.",
        "SmoothL1",
        "Huber(δ = β)/β",
        lambda y, p, k: huber.per_sample(y, p, delta=k["beta"]) / k["beta"],
    ),
    Relation(
        log_cosh,
        half_squared_error,
        "Near zero LogCosh is half the squared error, and never more than that.",
        "LogCosh",
        "HSE",
        lambda y, p, k: half_squared_error.per_sample(y, p),
        sign="≤",
    ),
    Relation(
        log_cosh,
        mean_absolute_error,
        "LogCosh stays below the absolute error, far out by ln 2.",
        "LogCosh",
        "MAE",
        lambda y, p, k: _mae(y, p),
        sign="≤",
    ),
    Relation(
        pseudo_huber,
        huber,
        "PseudoHuber rounds the corners in the slope of Huber, from below.",
        "PseudoHuber",
        "Huber",
        lambda y, p, k: huber.per_sample(y, p, delta=k["delta"]),
        sign="≤",
    ),
    Relation(
        pinball,
        mean_absolute_error,
        "For the median, τ = ½, Pinball is half the absolute error.",
        "Pinball(τ = ½)",
        "MAE/2",
        lambda y, p, k: _mae(y, p) / 2,
        left=lambda y, p, k: pinball.per_sample(y, p, tau=0.5),
    ),
    Relation(
        epsilon_insensitive,
        mean_absolute_error,
        "A tube of no width leaves the absolute error.",
        "Tube(ε = 0)",
        "MAE",
        lambda y, p, k: _mae(y, p),
        left=lambda y, p, k: epsilon_insensitive.per_sample(y, p, epsilon=0.0),
    ),
    Relation(
        squared_epsilon_insensitive,
        epsilon_insensitive,
        "The same tube, squared outside.",
        "SquaredTube",
        "(Tube)²",
        lambda y, p, k: epsilon_insensitive.per_sample(y, p, epsilon=k["epsilon"]) ** 2,
    ),
    Relation(
        squared_epsilon_insensitive,
        mean_squared_error,
        "A tube of no width leaves the squared error.",
        "SquaredTube(ε = 0)",
        "MSE",
        lambda y, p, k: _mse(y, p),
        left=lambda y, p, k: squared_epsilon_insensitive.per_sample(y, p, epsilon=0.0),
    ),
    Relation(
        mean_absolute_percentage_error,
        mean_absolute_error,
        "The absolute error in parts of the target.",
        "MAPE",
        "MAE/y",
        lambda y, p, k: _mae(y, p) / y,
    ),
    Relation(
        mean_squared_logarithmic_error,
        mean_squared_error,
        "The squared error of logarithms, one added to both.",
        "MSLE",
        "MSE(ln(1 + y), ln(1 + ŷ))",
        lambda y, p, k: _mse(np.log1p(y), np.log1p(p)),
    ),
)
