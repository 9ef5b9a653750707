"""Expressions in numbers of many digits, computed by mpmath."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from threading import get_ident
from typing import TypeAlias

import mpmath
import numpy as np
from mpmath.ctx_mp import MPContext
from numpy.typing import NDArray

from quiz_app.maths.evaluate.backend import Array, Backend, Mask
from quiz_app.maths.evaluate.exact_operations import ExactOperations

Exacts: TypeAlias = NDArray[np.object_]

# Digits beyond those asked for, lost to rounding and to large exponents.
_GUARD = 12


class ExactBackend(Backend):
    """Object arrays of mpmath numbers that are right to ``digits`` digits but for cancellation."""

    steps = 20_000

    def __init__(self, digits: int) -> None:
        self._context = _context(digits, get_ident())
        self.operations = {
            name: np.frompyfunc(operation, operands, 1)
            for name, (operation, operands) in ExactOperations(self._context).table().items()
        }
        self._is_nan = np.frompyfunc(self._context.isnan, 1, 1)
        self._is_finite = np.frompyfunc(self._context.isfinite, 1, 1)
        self._convert = np.frompyfunc(self._number, 1, 1)

    def array(self, values: object) -> Exacts:
        """Numbers of any kind as an array of this kind."""
        return np.asarray(self._convert(np.asarray(values, dtype=object)), dtype=object)

    def result(self, values: object) -> Exacts:
        """What operations of this kind gave, as an array."""
        return np.asarray(values, dtype=np.object_)

    def number(self, text: str) -> Exacts:
        """A decimal as it was written."""
        return self.array(Fraction(text))

    def constant(self, name: str) -> Exacts | None:
        """The value of e or pi; None for another name."""
        constants = {"e": self._context.e, "pi": self._context.pi}
        return self.array(+constants[name]) if name in constants else None

    def is_nan(self, array: Array) -> Mask:
        """Where no value exists."""
        return np.asarray(self._is_nan(array), dtype=np.bool_)

    def is_finite(self, array: Array) -> Mask:
        """Where a value exists and is not infinite."""
        return np.asarray(self._is_finite(array), dtype=np.bool_)

    def _number(self, value: object) -> mpmath.mpf:
        if isinstance(value, str):
            value = Fraction(value)
        if isinstance(value, Fraction):
            return self._context.mpf(value.numerator) / value.denominator
        return self._context.mpf(value)


# A context is not to be shared between threads: mpmath changes its precision while it works.
@lru_cache(maxsize=16)
def _context(digits: int, _thread: int) -> MPContext:
    context = MPContext()
    context.dps = digits + _GUARD
    return context
