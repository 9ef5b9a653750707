"""The root of a mean of squares: a loss of a whole row, which no mean over its entries is."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import Mistake
from quiz_app.losses.residuals import SYMBOLS
from quiz_app.losses.stable import scale

_ROWS = Domain.rows()


def _rmse(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    """√(mean r²), from residuals scaled so that no square leaves the range of float64."""
    residuals = y_true - y_pred
    size = scale(residuals)
    root: FloatArray = size[:, 0] * np.sqrt(np.mean(np.square(residuals / size), axis=-1))
    return root


def _rmse_slope(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    """−r over the root and the number of entries; for a perfect row the subgradient 0."""
    residuals = y_true - y_pred
    scaled = residuals / scale(residuals)
    root = np.sqrt(np.mean(np.square(scaled), axis=-1, keepdims=True))
    return np.where(root == 0, 0.0, -scaled / (root * residuals.shape[-1]))


def _mean_of_squares(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    return np.square(_rmse(y_true, y_pred))


def _root_of_sum(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    entries: int = y_pred.shape[-1]
    return _rmse(y_true, y_pred) * math.sqrt(entries)


def _divided_after_the_root(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    entries: int = y_pred.shape[-1]
    return _rmse(y_true, y_pred) / math.sqrt(entries)


def _mean_of_roots(y_true: FloatArray, y_pred: FloatArray) -> FloatArray:
    mean: FloatArray = np.abs(y_true - y_pred).mean(axis=-1)
    return mean


root_mean_squared_error = Loss(
    name="root_mean_squared_error",
    title="Root mean squared error",
    short="RMSE",
    aliases=("rmse",),
    task="regression",
    definition="sqrt(M)",
    where={"M": "1/K*sum((y_true[k] - y_pred[k])^2, k, K)"},
    symbols=SYMBOLS,
    y_true=_ROWS,
    y_pred=_ROWS,
    classwise=True,
    row_is_data=True,
    value=_rmse,
    slope=_rmse_slope,
    own_mistakes=(
        Mistake(
            "root_forgotten",
            "You left out the square root, which gives the MSE.",
            per_sample=_mean_of_squares,
        ),
        Mistake(
            "root_of_sum",
            "You took the root of the sum; divide the sum by the number of entries first.",
            per_sample=_root_of_sum,
        ),
        Mistake(
            "divided_after_the_root",
            "You divided after taking the root; the mean of the squares comes first.",
            per_sample=_divided_after_the_root,
        ),
        Mistake(
            "mean_of_roots",
            "You took the root of each square, which gives the MAE; average the squares first.",
            per_sample=_mean_of_roots,
        ),
    ),
    builds_on=("mean_squared_error",),
    convention="One row of K numbers is a whole data set, as no mean of losses of its entries is.",
)

LOSSES = (root_mean_squared_error,)
