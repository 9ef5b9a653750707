"""Losses of two classes, y = 1 or y = 0, from a probability or from a logit."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import (
    OF_NEGATIVE_LOGARITHMS,
    Mistake,
    after,
    swapped_arguments,
)
from quiz_app.losses.stable import sigmoid, weighted

_PROBABILITY = Domain.interval(0, 1)


def _positive_term(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return weighted(y_true, -np.log(p))


def _negative_term(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return weighted(1 - y_true, -np.log1p(-p))


def _crossentropy(y_true: FloatArray, p: FloatArray) -> FloatArray:
    """Nothing is clipped: a certain prediction that is wrong costs an infinite loss."""
    return _positive_term(y_true, p) + _negative_term(y_true, p)


def _crossentropy_slope(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return weighted(1 - y_true, 1 / (1 - p)) - weighted(y_true, 1 / p)


def _crossentropy_of_logit(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """max(z, 0) − yz + log(1 + e^−|z|), arranged so that no two large terms cancel."""
    return np.maximum(z * (1 - y_true), -z * y_true) + np.log1p(np.exp(-np.abs(z)))


def _logit_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """σ(z) − y, written so that it does not vanish before e^−|z| does."""
    return (1 - y_true) * sigmoid(z) - y_true * sigmoid(-z)


def _wrong_class(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return _crossentropy(1 - y_true, p)


_MISTAKES = (
    *OF_NEGATIVE_LOGARITHMS,
    Mistake(
        "only_positive_term",
        "You left out (1 − y) log(1 − p): samples of class 0 have a loss as well.",
        per_sample=_positive_term,
    ),
    Mistake(
        "only_negative_term",
        "You left out y log p: samples of class 1 have a loss as well.",
        per_sample=_negative_term,
    ),
    Mistake(
        "wrong_class",
        "You took the probability of the wrong class: p belongs to y = 1, and 1 − p to y = 0.",
        per_sample=_wrong_class,
    ),
)


def _sigmoid_of_probability(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return _crossentropy(y_true, sigmoid(p))


def _probability(y_true: FloatArray, z: FloatArray) -> tuple[FloatArray, FloatArray]:
    return y_true, sigmoid(z)


binary_crossentropy_from_logits = Loss(
    name="binary_crossentropy_from_logits",
    title="Binary cross-entropy on logits",
    short="BCE",
    aliases=("bce_with_logits",),
    task="binary",
    definition="softplus(y_pred) - y_true*y_pred",
    symbols={"y_true": "y", "y_pred": "z"},
    y_true=_PROBABILITY,
    y_pred=Domain.real(),
    value=_crossentropy_of_logit,
    slope=_logit_slope,
    own_mistakes=(
        *after(_probability, _MISTAKES),
        Mistake(
            "no_sigmoid",
            "You treated the logit as a probability; pass it through the sigmoid first.",
            per_sample=_crossentropy,
        ),
        Mistake(
            "sigmoid_twice",
            "You applied the sigmoid twice; once turns the logit into a probability.",
            per_sample=lambda y_true, z: _sigmoid_of_probability(y_true, sigmoid(z)),
        ),
    ),
)

binary_crossentropy = Loss(
    name="binary_crossentropy",
    title="Binary cross-entropy",
    short="BCE",
    aliases=("bce", "log_loss"),
    task="binary",
    definition="-(y_true*log(y_pred) + (1 - y_true)*log(1 - y_pred))",
    symbols={"y_true": "y", "y_pred": "p"},
    y_true=_PROBABILITY,
    y_pred=_PROBABILITY,
    value=_crossentropy,
    slope=_crossentropy_slope,
    own_mistakes=(
        *_MISTAKES,
        Mistake(
            "sigmoid_of_probability",
            "You applied the sigmoid to a probability; that is for logits.",
            per_sample=_sigmoid_of_probability,
        ),
        swapped_arguments(_crossentropy),
    ),
    from_logits=binary_crossentropy_from_logits,
)

LOSSES = (binary_crossentropy, binary_crossentropy_from_logits)
