"""Building blocks of classification losses that lose no digits to overflow or cancellation."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from quiz_app.losses.domain import FloatArray


def weighted(weight: FloatArray, term: FloatArray) -> FloatArray:
    """``weight * term`` where a zero weight wins over an infinite term: 0 · log 0 = 0."""
    return np.where(weight == 0, 0.0, weight * term)


def weighted_sum(weights: FloatArray, terms: FloatArray) -> FloatArray:
    """The weighted terms added up over the last axis."""
    total: FloatArray = weighted(weights, terms).sum(axis=-1)
    return total


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
    ratio = np.log(above) - np.log(below)
    surplus = (above - below) / below
    near = np.abs(surplus) < 0.5
    ratio[near] = np.log1p(surplus[near])
    return ratio


class Softmax(NamedTuple):
    """What a softmax over n rows of K logits is made of.

    ``probabilities`` p, ``complements`` 1 − p and ``below_top`` max(z) − z have shape (n, K);
    ``log_total``, logsumexp(z) − max(z), has shape (n,). Complements and log_total are made of
    all exponentials but the greatest, so that they keep their digits where p rounds to one.
    """

    probabilities: FloatArray
    complements: FloatArray
    below_top: FloatArray
    log_total: FloatArray


def softmax(z: FloatArray) -> Softmax:
    """Softmax over the last axis; −∞ masks a class."""
    top = z.argmax(axis=-1, keepdims=True)
    below_top = np.take_along_axis(z, top, axis=-1) - z
    powers = np.exp(-below_top)
    np.put_along_axis(powers, top, 0.0, axis=-1)
    rest = powers.sum(axis=-1, keepdims=True)
    np.put_along_axis(powers, top, 1.0, axis=-1)
    probabilities = powers / (1.0 + rest)
    complements = 1.0 - probabilities
    np.put_along_axis(complements, top, rest / (1.0 + rest), axis=-1)
    return Softmax(probabilities, complements, below_top, np.log1p(rest[:, 0]))
