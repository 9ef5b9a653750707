"""Zeros of a function between two places where its sign differs, many at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from quiz_app.grading.expression.domain import Floats

_MOST_STEPS = 40
_DIGITS = 9


def zeros_between(function: Callable[[Floats], Floats], low: Floats, high: Floats) -> Floats:
    """A zero in each bracket, found by the Illinois form of false position.

    Zeros that are short decimals are given as such: 0.3, not 0.30000000000000004.
    Source: Dowell and Jarratt, A modified regula falsi method, BIT 11 (1971).
    """
    a, b = low.copy(), high.copy()
    fa, fb = function(a).copy(), function(b).copy()
    zero = a
    with np.errstate(all="ignore"):
        for _ in range(_MOST_STEPS):
            zero = np.where(np.isfinite(fa) & np.isfinite(fb), b - fb * (b - a) / (fb - fa), np.nan)
            zero = np.where(
                (zero >= np.minimum(a, b)) & (zero <= np.maximum(a, b)), zero, (a + b) / 2
            )
            height = function(zero)
            if np.all((np.abs(height) <= 1e-13) | (np.abs(b - a) <= 1e-13)):
                break
            crossed = np.sign(height) != np.sign(fb)
            a, fa = np.where(crossed, b, a), np.where(crossed, fb, fa / 2)
            b, fb = zero, height
        rounded = np.round(zero, _DIGITS)
        near = np.abs(rounded - zero) <= 1e-12 * np.maximum(1.0, np.abs(zero))
    return np.where(near, rounded, zero)
