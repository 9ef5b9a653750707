"""Expressions in float64, computed by NumPy in forms that neither overflow nor cancel."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quiz_app.maths.evaluate.backend import Array, Backend, Mask

Floats: TypeAlias = NDArray[np.float64]

_CONSTANTS = {"e": math.e, "pi": math.pi}


def _power(base: Floats, exponent: Floats) -> Floats:
    # NumPy has nan^0 = 1 and 1^nan = 1.
    exists = ~(np.isnan(base) | np.isnan(exponent))
    return np.where(exists, np.power(base, exponent), np.nan)


def _sigmoid(x: Floats) -> Floats:
    decay = np.exp(-np.abs(x))
    return np.where(x < 0, decay, 1.0) / (1.0 + decay)


def _softplus(x: Floats) -> Floats:
    return np.logaddexp(0.0, x)


def _logit(p: Floats) -> Floats:
    # log p - log(1 - p) cancels near one half, where the inverse hyperbolic tangent does not.
    near_half = np.abs(p - 0.5) < 0.25
    return np.where(near_half, 2.0 * np.arctanh(2.0 * p - 1.0), np.log(p) - np.log1p(-p))


def _relu(x: Floats) -> Floats:
    return np.maximum(x, 0.0)


class FloatBackend(Backend):
    """Arrays of float64. The caller silences NumPy's warnings."""

    steps = 30_000

    operations = MappingProxyType(
        {
            "+": np.add,
            "-": np.subtract,
            "*": np.multiply,
            "/": np.divide,
            "^": _power,
            "negative": np.negative,
            "min": np.minimum,
            "max": np.maximum,
            "exp": np.exp,
            "log": np.log,
            "log2": np.log2,
            "log10": np.log10,
            "sqrt": np.sqrt,
            "abs": np.abs,
            "sign": np.sign,
            "tanh": np.tanh,
            "cosh": np.cosh,
            "sinh": np.sinh,
            "sigmoid": _sigmoid,
            "logit": _logit,
            "softplus": _softplus,
            "relu": _relu,
        }
    )

    def array(self, values: object) -> Floats:
        """Numbers of any kind as an array of this kind."""
        return np.array(values, dtype=np.float64)

    def result(self, values: object) -> Floats:
        """What operations of this kind gave, as an array."""
        return np.asarray(values, dtype=np.float64)

    def number(self, text: str) -> Floats:
        """A decimal as it was written."""
        return np.asarray(float(text))

    def constant(self, name: str) -> Floats | None:
        """The value of e or pi; None for another name."""
        return np.asarray(_CONSTANTS[name]) if name in _CONSTANTS else None

    def is_nan(self, array: Array) -> Mask:
        """Where no value exists."""
        return np.isnan(array)

    def is_finite(self, array: Array) -> Mask:
        """Where a value exists and is not infinite."""
        return np.isfinite(array)
