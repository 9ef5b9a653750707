"""How losses over rows, of classes or of pixels, follow from one another."""

from __future__ import annotations

import numpy as np

from quiz_app.formulas.neighbours.model import Relation
from quiz_app.losses.divergences import jensen_shannon, kl_divergence
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.multiclass import (
    categorical_crossentropy,
    categorical_crossentropy_from_logits,
    sparse_categorical_crossentropy,
    sparse_categorical_crossentropy_from_logits,
)
from quiz_app.losses.multiclass_margin import multi_margin
from quiz_app.losses.noise import generalised_crossentropy, symmetric_crossentropy
from quiz_app.losses.overlap import dice, tversky
from quiz_app.losses.preference import margin_ranking
from quiz_app.losses.robust import mean_absolute_error
from quiz_app.losses.smoothing import (
    smoothed_categorical_crossentropy,
    smoothed_categorical_crossentropy_from_logits,
)
from quiz_app.losses.stable import softmax
from quiz_app.losses.temperature import distillation, info_nce

_cce, _kl = categorical_crossentropy.per_sample, kl_divergence.per_sample
_sparse = sparse_categorical_crossentropy.per_sample
_mae = mean_absolute_error.per_sample


def _softmax(logits: FloatArray) -> FloatArray:
    return softmax(logits).probabilities


def _one_hot(labels: FloatArray, rows: FloatArray) -> FloatArray:
    classes: int = rows.shape[-1]
    one_hot: FloatArray = np.eye(classes)[labels.astype(int)]
    return one_hot


def _of_label(labels: FloatArray, rows: FloatArray) -> FloatArray:
    """The entry of the right class."""
    entries: FloatArray = rows[np.arange(len(labels)), labels.astype(int)]
    return entries


def _rankings(labels: FloatArray, scores: FloatArray, margin: float) -> FloatArray:
    """What ranking the right class before each class costs; before itself, nothing."""
    leads = (_of_label(labels, scores)[:, np.newaxis] - scores).ravel()
    losses = margin_ranking.per_sample(np.ones_like(leads), leads, margin=margin)
    others: FloatArray = 1 - _one_hot(labels, scores)
    return losses.reshape(scores.shape) * others


def _smoothed(rows: FloatArray, smoothing: float) -> FloatArray:
    classes: int = rows.shape[-1]
    return (1 - smoothing) * rows + smoothing / classes


RELATIONS = (
    Relation(
        categorical_crossentropy_from_logits,
        categorical_crossentropy,
        "The same loss, the softmax being part of it.",
        "CCE(y, z)",
        "CCE(y, softmax(z))",
        lambda y, z, k: _cce(y, _softmax(z)),
    ),
    Relation(
        sparse_categorical_crossentropy,
        categorical_crossentropy,
        "The same loss for a label in place of a one-hot row.",
        "SCCE(y, p)",
        "CCE(onehot(y), p)",
        lambda y, p, k: _cce(_one_hot(y, p), p),
    ),
    Relation(
        sparse_categorical_crossentropy_from_logits,
        sparse_categorical_crossentropy,
        "The same loss, the softmax being part of it.",
        "SCCE(y, z)",
        "SCCE(y, softmax(z))",
        lambda y, z, k: _sparse(y, _softmax(z)),
    ),
    Relation(
        sparse_categorical_crossentropy_from_logits,
        categorical_crossentropy_from_logits,
        "The same loss for a label in place of a one-hot row.",
        "SCCE(y, z)",
        "CCE(onehot(y), z)",
        lambda y, z, k: categorical_crossentropy_from_logits.per_sample(_one_hot(y, z), z),
    ),
    Relation(
        smoothed_categorical_crossentropy,
        categorical_crossentropy,
        "Smoothing moves the targets towards 1/K; the loss stays what it was.",
        "CCE(α)",
        "CCE((1 − α) y + α/K, p)",
        lambda y, p, k: _cce(_smoothed(y, k["label_smoothing"]), p),
    ),
    Relation(
        smoothed_categorical_crossentropy_from_logits,
        categorical_crossentropy_from_logits,
        "Smoothing moves the targets towards 1/K; the loss stays what it was.",
        "CCE(α)",
        "CCE((1 − α) y + α/K, z)",
        lambda y, z, k: categorical_crossentropy_from_logits.per_sample(
            _smoothed(y, k["label_smoothing"]), z
        ),
    ),
    Relation(
        kl_divergence,
        categorical_crossentropy,
        "The cross-entropy without the entropy of the target, which no model can change.",
        "KL(p, q)",
        "CCE(p, q) − CCE(p, p)",
        lambda y, p, k: _cce(y, p) - _cce(y, y),
    ),
    Relation(
        jensen_shannon,
        kl_divergence,
        "Half the divergence of each from m, the row midway between both.",
        "JS(p, q)",
        "(KL(p, m) + KL(q, m))/2",
        lambda y, p, k: (_kl(y, (y + p) / 2) + _kl(p, (y + p) / 2)) / 2,
    ),
    Relation(
        distillation,
        kl_divergence,
        "The divergence of two softened softmaxes; τ² keeps the gradients of one size.",
        "Distillation",
        "τ² KL(softmax(t/τ), softmax(z/τ))",
        lambda y, z, k: (
            k["temperature"] ** 2
            * _kl(_softmax(y / k["temperature"]), _softmax(z / k["temperature"]))
        ),
    ),
    Relation(
        info_nce,
        sparse_categorical_crossentropy_from_logits,
        "The cross-entropy on logits, these being similarities divided by τ.",
        "InfoNCE(z)",
        "SCCE(y, z/τ)",
        lambda y, z, k: sparse_categorical_crossentropy_from_logits.per_sample(
            y, z / k["temperature"]
        ),
    ),
    Relation(
        generalised_crossentropy,
        mean_absolute_error,
        "At q = 1 GCE falls in a straight line with the probability of the right class.",
        "GCE(q = 1)",
        "MAE(1, p_y)",
        lambda y, p, k: _mae(np.ones_like(y), _of_label(y, p)),
        left=lambda y, p, k: generalised_crossentropy.per_sample(y, p, q=1.0),
    ),
    Relation(
        generalised_crossentropy,
        sparse_categorical_crossentropy,
        "As q goes to 0, GCE rises to the cross-entropy.",
        "GCE",
        "SCCE",
        lambda y, p, k: _sparse(y, p),
        sign="≤",
    ),
    Relation(
        symmetric_crossentropy,
        sparse_categorical_crossentropy,
        "The cross-entropy, and one that never costs more than β A per sample.",
        "SCE",
        "α SCCE + β A MAE(1, p_y)",
        lambda y, p, k: (
            k["alpha"] * _sparse(y, p)
            + k["beta"] * k["cap"] * _mae(np.ones_like(y), _of_label(y, p))
        ),
    ),
    Relation(
        multi_margin,
        margin_ranking,
        "The right class is ranked before each of the K − 1 others, the sum divided by K.",
        "MultiMargin",
        "Σ Ranking(1, z_y − z_k)/K",
        lambda y, z, k: _rankings(y, z, k["margin"]).sum(axis=-1) / z.shape[-1],
    ),
    Relation(
        tversky,
        dice,
        "With both weights ½, wrong and missed pixels cost the same: the Dice loss.",
        "Tversky(½, ½)",
        "Dice",
        lambda y, p, k: dice.per_sample(y, p),
        left=lambda y, p, k: tversky.per_sample(y, p, alpha=0.5, beta=0.5),
    ),
)
