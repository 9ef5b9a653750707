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
from quiz_app.losses.residuals import distance, square
from quiz_app.losses.stable import sigmoid, weighted

PROBABILITY = Domain.interval(0, 1)


def positive_term(y_true: FloatArray, p: FloatArray) -> FloatArray:
    """−y log p."""
    return weighted(y_true, -np.log(p))


def negative_term(y_true: FloatArray, p: FloatArray) -> FloatArray:
    """−(1 − y) log(1 − p)."""
    return weighted(1 - y_true, -np.log1p(-p))


def crossentropy(y_true: FloatArray, p: FloatArray) -> FloatArray:
    """Nothing is clipped: a certain prediction that is wrong costs an infinite loss."""
    return positive_term(y_true, p) + negative_term(y_true, p)


def _crossentropy_slope(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return weighted(1 - y_true, 1 / (1 - p)) - weighted(y_true, 1 / p)


def crossentropy_of_logit(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """max(z, 0) − yz + log(1 + e^−|z|), arranged so that no two large terms cancel."""
    return np.maximum(z * (1 - y_true), -z * y_true) + np.log1p(np.exp(-np.abs(z)))


def _logit_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """σ(z) − y, written so that it does not vanish before e^−|z| does."""
    return (1 - y_true) * sigmoid(z) - y_true * sigmoid(-z)


def _wrong_class(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return crossentropy(1 - y_true, p)


MISTAKES = (
    *OF_NEGATIVE_LOGARITHMS,
    Mistake(
        "only_positive_term",
        "You left out (1 − y) log(1 − p): samples of class 0 have a loss as well.",
        per_sample=positive_term,
    ),
    Mistake(
        "only_negative_term",
        "You left out y log p: samples of class 1 have a loss as well.",
        per_sample=negative_term,
    ),
    Mistake(
        "wrong_class",
        "You took the probability of the wrong class: p belongs to y = 1, and 1 − p to y = 0.",
        per_sample=_wrong_class,
    ),
)


def _sigmoid_of_probability(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return crossentropy(y_true, sigmoid(p))


def probability(y_true: FloatArray, z: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The right first step on a logit."""
    return y_true, sigmoid(z)


binary_crossentropy_from_logits = Loss(
    name="binary_crossentropy_from_logits",
    title="Binary cross-entropy on logits",
    short="BCE",
    aliases=("bce_with_logits",),
    task="binary",
    definition="softplus(y_pred) - y_true*y_pred",
    symbols={"y_true": "y", "y_pred": "z"},
    y_true=PROBABILITY,
    y_pred=Domain.real(),
    value=crossentropy_of_logit,
    slope=_logit_slope,
    own_mistakes=(
        *after(probability, MISTAKES),
        Mistake(
            "no_sigmoid",
            "You treated the logit as a probability; pass it through the sigmoid first.",
            per_sample=crossentropy,
        ),
        Mistake(
            "sigmoid_twice",
            "You applied the sigmoid twice; once turns the logit into a probability.",
            per_sample=lambda y_true, z: _sigmoid_of_probability(y_true, sigmoid(z)),
        ),
    ),
    builds_on=("binary_crossentropy",),
    convention="Nothing is clipped: a logit of −1000 for y = 1 costs 1000.",
)

binary_crossentropy = Loss(
    name="binary_crossentropy",
    title="Binary cross-entropy",
    short="BCE",
    aliases=("bce", "log_loss"),
    task="binary",
    definition="-(y_true*log(y_pred) + (1 - y_true)*log(1 - y_pred))",
    symbols={"y_true": "y", "y_pred": "p"},
    y_true=PROBABILITY,
    y_pred=PROBABILITY,
    value=crossentropy,
    slope=_crossentropy_slope,
    own_mistakes=(
        *MISTAKES,
        Mistake(
            "sigmoid_of_probability",
            "You applied the sigmoid to a probability; that is for logits.",
            per_sample=_sigmoid_of_probability,
        ),
        swapped_arguments(crossentropy),
    ),
    from_logits=binary_crossentropy_from_logits,
    convention=(
        "Nothing is clipped; Keras keeps probabilities 1e-7 away from 0 and 1, and PyTorch "
        "lets no logarithm fall below −100."
    ),
)


def _square_slope(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return 2.0 * (p - y_true)


brier = Loss(
    name="brier",
    title="Brier score",
    short="Brier",
    aliases=("brier_score",),
    task="binary",
    definition="(y_true - y_pred)^2",
    symbols={"y_true": "y", "y_pred": "p"},
    y_true=PROBABILITY,
    y_pred=PROBABILITY,
    value=square,
    slope=_square_slope,
    own_mistakes=(
        Mistake(
            "both_classes",
            "You added the square of the other class as well, which doubles the binary score.",
            factor=2.0,
        ),
        Mistake(
            "absolute_instead_of_squared",
            "You took the distance |y − p|; square it.",
            per_sample=distance,
        ),
        Mistake(
            "wrong_class",
            "You took the probability of the wrong class: p belongs to y = 1, and 1 − p to y = 0.",
            per_sample=lambda y_true, p: square(1 - y_true, p),
        ),
        Mistake(
            "crossentropy",
            "You computed the cross-entropy; the Brier score squares y − p.",
            per_sample=crossentropy,
        ),
    ),
    builds_on=("mean_squared_error", "binary_crossentropy"),
    convention="One square per sample; adding up both classes, as some do, gives twice as much.",
)

LOSSES = (binary_crossentropy, binary_crossentropy_from_logits)
SCORES = (brier,)
