"""Cross-entropies that pay more attention to some samples: the rare ones, or the hard ones."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from quiz_app.losses.binary import (
    PROBABILITY,
    crossentropy,
    negative_term,
    positive_term,
    probability,
)
from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import OF_NEGATIVE_LOGARITHMS, Mistake, after, inapplicable
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import POSITIVE
from quiz_app.losses.stable import sigmoid, softplus, weighted

_LOGIT = {"y_true": "y", "y_pred": "z"}
_PROBABILITY = {"y_true": "y", "y_pred": "p"}


def _weighted(y_true: FloatArray, p: FloatArray, pos_weight: float) -> FloatArray:
    return pos_weight * positive_term(y_true, p) + negative_term(y_true, p)


def _weighted_slope(y_true: FloatArray, p: FloatArray, pos_weight: float) -> FloatArray:
    return weighted(1 - y_true, 1 / (1 - p)) - pos_weight * weighted(y_true, 1 / p)


def _weighted_of_logit(y_true: FloatArray, z: FloatArray, pos_weight: float) -> FloatArray:
    return pos_weight * y_true * softplus(-z) + (1 - y_true) * softplus(z)


def _weighted_logit_slope(y_true: FloatArray, z: FloatArray, pos_weight: float) -> FloatArray:
    return (1 - y_true) * sigmoid(z) - pos_weight * y_true * sigmoid(-z)


def _not_weighted(y_true: FloatArray, p: FloatArray, pos_weight: float) -> FloatArray:
    return inapplicable(p) if pos_weight == 1 else crossentropy(y_true, p)


def _both_weighted(y_true: FloatArray, p: FloatArray, pos_weight: float) -> FloatArray:
    return inapplicable(p) if pos_weight == 1 else pos_weight * crossentropy(y_true, p)


def _negatives_weighted(y_true: FloatArray, p: FloatArray, pos_weight: float) -> FloatArray:
    if pos_weight == 1:
        return inapplicable(p)
    return positive_term(y_true, p) + pos_weight * negative_term(y_true, p)


_WEIGHT_MISTAKES = (
    *OF_NEGATIVE_LOGARITHMS,
    Mistake(
        "not_weighted",
        "You left out the weight; a sample of class 1 counts as often as the weight says.",
        per_sample=_not_weighted,
    ),
    Mistake(
        "both_weighted",
        "You weighted both terms; the weight belongs to the term of class 1 only.",
        per_sample=_both_weighted,
    ),
    Mistake(
        "negatives_weighted",
        "You weighted the term of class 0; the weight belongs to class 1.",
        per_sample=_negatives_weighted,
    ),
)

_POS_WEIGHT = Parameter("pos_weight", 2.0, POSITIVE, "how often a sample of class 1 counts")

weighted_binary_crossentropy_from_logits = Loss(
    name="weighted_binary_crossentropy_from_logits",
    title="Weighted binary cross-entropy on logits",
    short="WBCE",
    task="binary",
    definition="pos_weight*y_true*softplus(-y_pred) + (1 - y_true)*softplus(y_pred)",
    symbols={**_LOGIT, "pos_weight": "w"},
    y_true=PROBABILITY,
    y_pred=Domain.real(),
    parameters=(_POS_WEIGHT,),
    value=_weighted_of_logit,
    slope=_weighted_logit_slope,
    own_mistakes=after(probability, _WEIGHT_MISTAKES),
    builds_on=("weighted_binary_crossentropy", "binary_crossentropy_from_logits"),
    convention="The mean divides by the number of samples, as in PyTorch, not by their weights.",
)

weighted_binary_crossentropy = replace(
    weighted_binary_crossentropy_from_logits,
    name="weighted_binary_crossentropy",
    title="Weighted binary cross-entropy",
    aliases=("weighted_bce",),
    definition="-(pos_weight*y_true*log(y_pred) + (1 - y_true)*log(1 - y_pred))",
    symbols={**_PROBABILITY, "pos_weight": "w"},
    y_pred=PROBABILITY,
    value=_weighted,
    slope=_weighted_slope,
    own_mistakes=_WEIGHT_MISTAKES,
    from_logits=weighted_binary_crossentropy_from_logits,
    builds_on=("binary_crossentropy",),
)


def _focal(y_true: FloatArray, p: FloatArray, gamma: float) -> FloatArray:
    return np.abs(y_true - p) ** gamma * crossentropy(y_true, p)


def _focal_slope(y_true: FloatArray, p: FloatArray, gamma: float) -> FloatArray:
    """In p_t: γ (1 − p_t)^(γ − 1) log p_t − (1 − p_t)^γ / p_t; the sign says which way p goes."""
    sign = np.where(y_true == 1, 1.0, -1.0)
    missing = np.abs(y_true - p)
    p_true = np.where(y_true == 1, p, 1 - p)
    pull = weighted(gamma * missing**gamma, crossentropy(y_true, p) / missing)
    return -sign * (pull + missing**gamma / p_true)


def _focal_of_logit(y_true: FloatArray, z: FloatArray, gamma: float) -> FloatArray:
    """(1 − p_t)^γ is e^(−γ softplus(m)) and −log p_t is softplus(−m), with m = ±z."""
    margin = np.where(y_true == 1, z, -z)
    return np.exp(-gamma * softplus(margin)) * softplus(-margin)


def _focal_logit_slope(y_true: FloatArray, z: FloatArray, gamma: float) -> FloatArray:
    sign = np.where(y_true == 1, 1.0, -1.0)
    margin = sign * z
    fading = np.exp(-gamma * softplus(margin))
    return -sign * fading * (gamma * sigmoid(margin) * softplus(-margin) + sigmoid(-margin))


def _not_focused(y_true: FloatArray, p: FloatArray, gamma: float) -> FloatArray:
    return inapplicable(p) if gamma == 0 else crossentropy(y_true, p)


def _focused_on_easy(y_true: FloatArray, p: FloatArray, gamma: float) -> FloatArray:
    if gamma == 0:
        return inapplicable(p)
    return np.abs(1 - y_true - p) ** gamma * crossentropy(y_true, p)


def _gamma_as_factor(y_true: FloatArray, p: FloatArray, gamma: float) -> FloatArray:
    if gamma in (0, 1):
        return inapplicable(p)
    return gamma * np.abs(y_true - p) * crossentropy(y_true, p)


_FOCAL_MISTAKES = (
    *OF_NEGATIVE_LOGARITHMS,
    Mistake(
        "not_focused",
        "You left out the factor (1 − p_t)^γ, which fades out what is already right.",
        per_sample=_not_focused,
    ),
    Mistake(
        "focused_on_easy",
        "You took p_t^γ; the factor is (1 − p_t)^γ, small for what is already right.",
        per_sample=_focused_on_easy,
    ),
    Mistake(
        "gamma_as_factor",
        "You multiplied by γ; it is the exponent of 1 − p_t.",
        per_sample=_gamma_as_factor,
    ),
)

_FOCUS = Parameter(
    "gamma", 2.0, Domain.interval(0, math.inf), "how fast samples fade out as they come right"
)

binary_focal_crossentropy_from_logits = Loss(
    name="binary_focal_crossentropy_from_logits",
    title="Binary focal loss on logits",
    short="Focal",
    aliases=("focal_with_logits",),
    task="binary",
    definition="sigmoid(-m)^gamma*softplus(-m)",
    where={"m": "(2*y_true - 1)*y_pred"},
    symbols=_LOGIT,
    y_true=Domain.values(0, 1),
    y_pred=Domain.real(),
    parameters=(_FOCUS,),
    value=_focal_of_logit,
    slope=_focal_logit_slope,
    own_mistakes=after(probability, _FOCAL_MISTAKES),
    builds_on=("binary_focal_crossentropy", "binary_crossentropy_from_logits"),
    convention="No class weight is applied; Keras ignores its alpha too unless told otherwise.",
)

binary_focal_crossentropy = replace(
    binary_focal_crossentropy_from_logits,
    name="binary_focal_crossentropy",
    title="Binary focal loss",
    aliases=("focal",),
    definition="-(1 - p_t)^gamma*log(p_t)",
    where={"p_t": "y_true*y_pred + (1 - y_true)*(1 - y_pred)"},
    symbols=_PROBABILITY,
    y_pred=PROBABILITY,
    value=_focal,
    slope=_focal_slope,
    own_mistakes=_FOCAL_MISTAKES,
    from_logits=binary_focal_crossentropy_from_logits,
    builds_on=("binary_crossentropy",),
)

WEIGHTED = (weighted_binary_crossentropy, weighted_binary_crossentropy_from_logits)
FOCAL = (binary_focal_crossentropy, binary_focal_crossentropy_from_logits)
