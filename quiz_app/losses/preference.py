"""Losses of a score difference: which of two items is preferred, and how clearly."""

from __future__ import annotations

import math

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.margin import SIDES, side, signed_score
from quiz_app.losses.mistakes import Mistake, inapplicable
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.residuals import POSITIVE
from quiz_app.losses.stable import sigmoid, softplus

_SYMBOLS = {"y_true": "y", "y_pred": "d"}
_REAL = Domain.real()


def _margin_ranking(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    return np.maximum(0.0, margin - signed_score(y_true, d))


def _margin_ranking_slope(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    """−y inside the margin, else 0; at the kink the subgradient 0."""
    return np.where(signed_score(y_true, d) < margin, -side(y_true), 0.0)


def _margin_ignored(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    return inapplicable(d) if margin == 0 else _margin_ranking(y_true, d, 0.0)


def _not_clipped(y_true: FloatArray, d: FloatArray, margin: float) -> FloatArray:
    missing = margin - signed_score(y_true, d)
    return missing if np.any(missing < 0) else inapplicable(d)


margin_ranking = Loss(
    name="margin_ranking",
    title="Margin ranking loss",
    short="Ranking",
    task="preference",
    definition="max(0, margin - y_true*y_pred)",
    symbols={**_SYMBOLS, "margin": "m"},
    y_true=SIDES,
    y_pred=_REAL,
    parameters=(
        Parameter(
            "margin", 1.0, Domain.interval(0, math.inf), "the score difference that is enough"
        ),
    ),
    value=_margin_ranking,
    slope=_margin_ranking_slope,
    own_mistakes=(
        Mistake(
            "margin_ignored",
            "You left out the margin; the preferred item must lead by that much.",
            per_sample=_margin_ignored,
        ),
        Mistake(
            "wrong_sign",
            "You added y·d; a lead of the preferred item lowers the loss, so subtract it.",
            per_sample=lambda y_true, d, margin: np.maximum(0.0, margin + signed_score(y_true, d)),
        ),
        Mistake(
            "not_clipped",
            "You let the loss go below zero; beyond the margin it is zero.",
            per_sample=_not_clipped,
        ),
    ),
    builds_on=("hinge",),
    convention="It takes the difference d of the two scores; the margin is 0 in PyTorch, 1 here.",
)


def _bradley_terry(y_true: FloatArray, d: FloatArray) -> FloatArray:
    return softplus(-signed_score(y_true, d))


def _bradley_terry_slope(y_true: FloatArray, d: FloatArray) -> FloatArray:
    return -side(y_true) * sigmoid(-signed_score(y_true, d))


bradley_terry = Loss(
    name="bradley_terry",
    title="Bradley–Terry (RankNet) loss",
    short="Pairs",
    aliases=("ranknet", "reward_model_loss"),
    task="preference",
    definition="-log(sigmoid(y_true*y_pred))",
    symbols=_SYMBOLS,
    y_true=SIDES,
    y_pred=_REAL,
    value=_bradley_terry,
    slope=_bradley_terry_slope,
    own_mistakes=(
        Mistake(
            "wrong_sign",
            "You turned the difference round; it is the score of the first item less the second.",
            per_sample=lambda y_true, d: softplus(signed_score(y_true, d)),
        ),
        Mistake(
            "no_logarithm",
            "You took the probability of the wrong order; its loss is −log of the right one's.",
            per_sample=lambda y_true, d: sigmoid(-signed_score(y_true, d)),
        ),
        Mistake(
            "hinge",
            "You clipped 1 − y·d at zero, which is the margin ranking loss.",
            per_sample=lambda y_true, d: _margin_ranking(y_true, d, 1.0),
        ),
    ),
    builds_on=("margin_ranking", "logistic"),
    convention="It takes the difference d of the two scores, and y = 1 prefers the first item.",
)


def _dpo(y_true: FloatArray, d: FloatArray, beta: float) -> FloatArray:
    return _bradley_terry(y_true, beta * d)


def _dpo_slope(y_true: FloatArray, d: FloatArray, beta: float) -> FloatArray:
    return beta * _bradley_terry_slope(y_true, beta * d)


def _beta_ignored(y_true: FloatArray, d: FloatArray, beta: float) -> FloatArray:
    return inapplicable(d) if beta == 1 else _bradley_terry(y_true, d)


def _divided_by_beta(y_true: FloatArray, d: FloatArray, beta: float) -> FloatArray:
    return inapplicable(d) if beta == 1 else _bradley_terry(y_true, d / beta)


dpo = Loss(
    name="dpo",
    title="Direct preference optimisation",
    short="DPO",
    aliases=("direct_preference_optimisation",),
    task="preference",
    definition="-log(sigmoid(beta*y_true*y_pred))",
    symbols=_SYMBOLS,
    y_true=SIDES,
    y_pred=_REAL,
    parameters=(
        Parameter("beta", 0.1, POSITIVE, "how dearly a departure from the reference is paid"),
    ),
    value=_dpo,
    slope=_dpo_slope,
    own_mistakes=(
        Mistake(
            "beta_ignored",
            "You left out β, which scales the difference of the log-ratios.",
            per_sample=_beta_ignored,
        ),
        Mistake(
            "divided_by_beta",
            "You divided by β, as by a temperature; the difference is multiplied by it.",
            per_sample=_divided_by_beta,
        ),
        Mistake(
            "wrong_sign",
            "You turned the difference round; it is the chosen answer less the rejected one.",
            per_sample=lambda y_true, d, beta: _dpo(-side(y_true), d, beta),
        ),
    ),
    builds_on=("bradley_terry", "kl_divergence"),
    convention="d is log π/π_ref of the first answer less that of the second.",
)

LOSSES = (margin_ranking, bradley_terry, dpo)
