"""Building blocks of classification losses that lose no digits to overflow or cancellation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quiz_app.losses.domain import FloatArray


def weighted(weight: FloatArray, term: FloatArray) -> FloatArray:
    """``weight * term`` where a zero weight wins over an infinite term: 0 · log 0 = 0."""
    product = weight * term
    return np.where(weight == 0, 0.0, product) if np.isnan(product).any() else product


def weighted_sum(weights: FloatArray, terms: FloatArray) -> FloatArray:
    """The weighted terms added up over the last axis."""
    total: FloatArray = np.einsum("...k,...k->...", weights, terms)
    return weighted(weights, terms).sum(axis=-1) if np.isnan(total).any() else total


def scale(rows: FloatArray) -> FloatArray:
    """The greatest size in each row, as a column of numbers to divide the rows by.

    It is never 0 nor infinite, so that rows of zeros stay zeros and infinities infinite.
    """
    bounds = np.finfo(np.float64)
    greatest: FloatArray = np.abs(rows).max(axis=-1, keepdims=True)
    return np.clip(greatest, bounds.tiny, bounds.max)


def sigmoid(z: FloatArray) -> FloatArray:
    """1 / (1 + e⁻ᶻ), from the exponential that cannot overflow."""
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, decay) / (1.0 + decay)


def softplus(x: FloatArray) -> FloatArray:
    """log(1 + eˣ), from the exponential that cannot overflow."""
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))


def hypotenuse(x: FloatArray) -> FloatArray:
    """√(1 + x²), without overflow: from 10⁸ on it is |x| to the last digit."""
    size = np.abs(x)
    longest: FloatArray = np.maximum(np.sqrt(1 + np.square(np.minimum(size, 1e8))), size)
    return longest


def above_tangent(x: FloatArray) -> FloatArray:
    """eˣ − 1 − x, how far the exponential lies above its tangent at 0; no digits cancel."""
    above = np.expm1(x) - x
    near = np.abs(x) < 0.1
    above[near] = _above_tangent_near_zero(x[near])
    return above


def _above_tangent_near_zero(x: FloatArray) -> FloatArray:
    series = np.ones_like(x)
    for power in range(12, 2, -1):
        series = 1 + x / power * series
    return x * x / 2 * series


def log_ratio(above: FloatArray, below: FloatArray) -> FloatArray:
    """log(above/below), whose digits last when the two are nearly equal."""
    ratio = _log_of_quotient(above, below)
    surplus = (above - below) / below
    near = np.abs(surplus) < 0.5
    ratio[near] = np.log1p(surplus[near])
    return ratio


def above_logarithm(above: FloatArray, below: FloatArray) -> FloatArray:
    """x − 1 − log x with x = above/below: how far a line lies above the logarithm that it touches.

    No digits cancel, for near 1 it is a series.
    """
    surplus = (above - below) / below
    gap = surplus - _log_of_quotient(above, below)
    near = np.abs(surplus) < 0.2
    gap[near] = _above_logarithm_near_one(surplus[near])
    return gap


def _log_of_quotient(above: FloatArray, below: FloatArray) -> FloatArray:
    """From two logarithms where the quotient leaves the range of float64."""
    ratio, bounds = above / below, np.finfo(np.float64)
    if ratio.min() >= bounds.tiny and ratio.max() <= bounds.max:
        return np.log(ratio)
    return np.log(above) - np.log(below)


def _above_logarithm_near_one(surplus: FloatArray) -> FloatArray:
    """s − log(1 + s) = s z − 2 (z³/3 + z⁵/5 + …) with z = s/(2 + s)."""
    z = surplus / (2 + surplus)
    square = z * z
    series = np.zeros_like(z)
    for power in range(19, 1, -2):
        series = series * square + 1 / power
    return z * (surplus - 2 * square * series)


@dataclass(frozen=True)
class Softmax:
    """What a softmax over n rows of K logits is made of.

    ``below_top`` is max(z) − z, shape (n, K), and ``top`` the place of max(z) in each row.
    ``powers`` are the exponentials of −below_top with 0 at the top, and ``rest`` their sums,
    shape (n, 1): all but the greatest, whose 1 would swallow the digits of the others.
    """

    top: NDArray[np.intp]
    below_top: FloatArray
    powers: FloatArray
    rest: FloatArray

    @property
    def probabilities(self) -> FloatArray:
        """p, shape (n, K)."""
        whole = 1.0 + self.rest
        probabilities = self.powers / whole
        np.put_along_axis(probabilities, self.top, 1.0 / whole, axis=-1)
        return probabilities

    @property
    def complements(self) -> FloatArray:
        """1 − p, shape (n, K), with all digits where p rounds to one."""
        complements = 1.0 - self.probabilities
        np.put_along_axis(complements, self.top, self.rest / (1.0 + self.rest), axis=-1)
        return complements

    @property
    def log_total(self) -> FloatArray:
        """logsumexp(z) − max(z), shape (n,)."""
        return np.log1p(self.rest[:, 0])


def softmax(z: FloatArray) -> Softmax:
    """Softmax over the last axis; −∞ masks a class."""
    top = z.argmax(axis=-1, keepdims=True)
    below_top = np.take_along_axis(z, top, axis=-1) - z
    powers = np.exp(-below_top)
    np.put_along_axis(powers, top, 0.0, axis=-1)
    return Softmax(top, below_top, powers, np.einsum("ij->i", powers)[:, np.newaxis])
