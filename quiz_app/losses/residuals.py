"""The residual r = y − ŷ, which every loss of a predicted number is made of."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.domain import Domain, FloatArray

SYMBOLS = {"y_true": "y", "y_pred": "yhat"}
REAL = Domain.real()
POSITIVE = Domain.interval(0, math.inf, open_low=True)


def residual(y_true: FloatArray, y_pred: FloatArray, **_: float) -> FloatArray:
    """r, with its sign."""
    return y_true - y_pred


def distance(y_true: FloatArray, y_pred: FloatArray, **_: float) -> FloatArray:
    """|r|."""
    return np.abs(y_true - y_pred)


def square(y_true: FloatArray, y_pred: FloatArray, **_: float) -> FloatArray:
    """r²."""
    return np.square(y_true - y_pred)


def half_square(y_true: FloatArray, y_pred: FloatArray, **_: float) -> FloatArray:
    """½r²."""
    return np.square(y_true - y_pred) / 2
