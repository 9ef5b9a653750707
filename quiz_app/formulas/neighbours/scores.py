"""How losses of a margin, of a pair and of distances follow from one another."""

from __future__ import annotations

import numpy as np

from quiz_app.formulas.neighbours.model import Relation
from quiz_app.losses.binary import binary_crossentropy_from_logits
from quiz_app.losses.distances import contrastive, triplet
from quiz_app.losses.margin import hinge
from quiz_app.losses.preference import bradley_terry, dpo, margin_ranking
from quiz_app.losses.squared import mean_squared_error
from quiz_app.losses.surrogates import (
    exponential,
    logistic,
    perceptron,
    squared_hinge,
    zero_one,
)

_hinge, _logistic = hinge.per_sample, logistic.per_sample
_ranking = margin_ranking.per_sample

RELATIONS = (
    Relation(
        zero_one,
        hinge,
        "The hinge lies above the count of errors: driving it down drives the errors down.",
        "ZeroOne",
        "Hinge",
        lambda y, z, k: _hinge(y, z),
        sign="≤",
    ),
    Relation(
        zero_one,
        logistic,
        "The logistic loss, divided by ln 2, lies above the count of errors.",
        "ZeroOne",
        "Logistic/ln 2",
        lambda y, z, k: _logistic(y, z) / np.log(2),
        sign="≤",
    ),
    Relation(
        squared_hinge,
        hinge,
        "The hinge, squared: no kink, and far errors cost more.",
        "SquaredHinge",
        "(Hinge)²",
        lambda y, z, k: _hinge(y, z) ** 2,
    ),
    Relation(
        perceptron,
        margin_ranking,
        "A hinge that asks for no margin.",
        "Perceptron",
        "Ranking(m = 0)",
        lambda y, z, k: _ranking(y, z, margin=0.0),
    ),
    Relation(
        perceptron,
        hinge,
        "The perceptron loss is never above the hinge, which asks for a margin as well.",
        "Perceptron",
        "Hinge",
        lambda y, z, k: _hinge(y, z),
        sign="≤",
    ),
    Relation(
        logistic,
        binary_crossentropy_from_logits,
        "The binary cross-entropy on logits for labels −1 and 1 in place of 0 and 1.",
        "Logistic(y, z)",
        "BCE((y + 1)/2, z)",
        lambda y, z, k: binary_crossentropy_from_logits.per_sample((y > 0).astype(float), z),
    ),
    Relation(
        exponential,
        logistic,
        "Far on the right side both agree; on the wrong one Exponential runs away.",
        "Exponential",
        "exp(Logistic) − 1",
        lambda y, z, k: np.expm1(_logistic(y, z)),
    ),
    Relation(
        margin_ranking,
        hinge,
        "With margin 1, the hinge of a score difference.",
        "Ranking(m = 1)",
        "Hinge",
        lambda y, z, k: _hinge(y, z),
        left=lambda y, z, k: _ranking(y, z, margin=1.0),
    ),
    Relation(
        bradley_terry,
        logistic,
        "The logistic loss of a score difference.",
        "Pairs",
        "Logistic",
        lambda y, z, k: _logistic(y, z),
    ),
    Relation(
        dpo,
        bradley_terry,
        "Bradley–Terry, the reward being β times a log-ratio.",
        "DPO(d)",
        "Pairs(β d)",
        lambda y, d, k: bradley_terry.per_sample(y, k["beta"] * d),
    ),
    Relation(
        contrastive,
        mean_squared_error,
        "Two of a kind cost the square of their distance.",
        "Contrastive",
        "MSE(0, d)",
        lambda y, d, k: mean_squared_error.per_sample(np.zeros_like(d), d),
        where="y = 1",
        inside=lambda y, d, k: y == 1,
    ),
    Relation(
        contrastive,
        margin_ranking,
        "Two that differ are to be a margin apart; what is missing is squared.",
        "Contrastive",
        "Ranking(1, d)²",
        lambda y, d, k: _ranking(np.ones_like(d), d, margin=k["margin"]) ** 2,
        where="y = 0",
        inside=lambda y, d, k: y == 0,
    ),
    Relation(
        triplet,
        margin_ranking,
        "The ranking of two distances: the negative is to be the farther by a margin.",
        "Triplet",
        "Ranking(1, d − p)",
        lambda near, far, k: _ranking(np.ones_like(near), far - near, margin=k["margin"]),
    ),
)
