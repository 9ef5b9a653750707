"""Losses of K classes, from rows of probabilities or of logits, to one-hot rows or labels."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import (
    OF_NEGATIVE_LOGARITHMS,
    LossFunction,
    Mistake,
    after,
    swapped_arguments,
)
from quiz_app.losses.stable import softmax, weighted, weighted_sum

_PROBABILITIES = Domain.probabilities()
_LOGITS = Domain.logit_rows()
_LABELS = Domain.labels()


def _crossentropy(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return weighted_sum(y_true, -np.log(p))


def _crossentropy_slope(y_true: FloatArray, p: FloatArray) -> FloatArray:
    """The K probabilities count as independent, whatever they add up to."""
    return -weighted(y_true, 1 / p)


def _crossentropy_of_logits(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """Each class costs logsumexp(z) − z_k, taken apart at max(z) so that nothing cancels."""
    parts = softmax(z)
    return weighted_sum(y_true, parts.below_top) + parts.log_total


def _logits_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """softmax(z) − y, written so that it does not vanish where a probability rounds to one."""
    parts = softmax(z)
    return (1 - y_true) * parts.probabilities - y_true * parts.complements


def _at_label(labels: FloatArray, rows: FloatArray) -> FloatArray:
    positions = labels.astype(np.intp)[:, np.newaxis]
    return np.take_along_axis(rows, positions, axis=-1)[:, 0]


def _one_hot(labels: FloatArray, rows: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Labels as one-hot rows as wide as ``rows``, which come along unchanged."""
    return (labels[:, np.newaxis] == np.arange(rows.shape[-1])).astype(np.float64), rows


def _sparse_crossentropy(labels: FloatArray, p: FloatArray) -> FloatArray:
    return -np.log(_at_label(labels, p))


def _sparse_crossentropy_slope(labels: FloatArray, p: FloatArray) -> FloatArray:
    return _crossentropy_slope(*_one_hot(labels, p))


def _sparse_crossentropy_of_logits(labels: FloatArray, z: FloatArray) -> FloatArray:
    parts = softmax(z)
    return _at_label(labels, parts.below_top) + parts.log_total


def _sparse_logits_slope(labels: FloatArray, z: FloatArray) -> FloatArray:
    return _logits_slope(*_one_hot(labels, z))


def _divided_by_classes(y_true: FloatArray, p: FloatArray) -> FloatArray:
    classes: int = p.shape[-1]
    return _crossentropy(y_true, p) / classes


def _missing_probability(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return weighted_sum(y_true, 1 - p)


def _probabilities(y_true: FloatArray, z: FloatArray) -> tuple[FloatArray, FloatArray]:
    return y_true, softmax(z).probabilities


_MISTAKES = (
    *OF_NEGATIVE_LOGARITHMS,
    Mistake(
        "averaged_over_classes",
        "You divided by the number of classes as well; add the classes up, average the samples.",
        per_sample=_divided_by_classes,
    ),
    Mistake(
        "no_logarithm",
        "You took 1 − p of the true class; its loss is −log p.",
        per_sample=_missing_probability,
    ),
)

_PROBABILITY_MISTAKES = (
    *_MISTAKES,
    Mistake(
        "softmax_of_probabilities",
        "You applied a softmax to probabilities; that is for logits.",
        per_sample=_crossentropy_of_logits,
    ),
)

_LOGIT_MISTAKES = (
    *after(_probabilities, _MISTAKES),
    Mistake(
        "no_softmax",
        "You treated the logits as probabilities; pass them through the softmax first.",
        per_sample=_crossentropy,
    ),
    Mistake(
        "softmax_twice",
        "You applied the softmax twice; once turns the logits into probabilities.",
        per_sample=lambda y_true, z: _crossentropy_of_logits(*_probabilities(y_true, z)),
    ),
)


def _counted_from_one(value: LossFunction) -> Mistake:
    """Label k read as the k-th class; label 0 would then be no class at all."""

    def per_sample(labels: FloatArray, rows: FloatArray) -> FloatArray:
        one_less = np.maximum(labels - 1, 0)
        return np.where(labels > 0, value(one_less, rows), np.nan)

    return Mistake(
        "counted_from_one",
        "You counted the classes from one; label 0 is the first class.",
        per_sample=per_sample,
    )


categorical_crossentropy_from_logits = Loss(
    name="categorical_crossentropy_from_logits",
    title="Categorical cross-entropy on logits",
    short="CCE",
    aliases=("cce_with_logits",),
    task="multi-class",
    definition="logsumexp(y_pred) - sum(y_true[k]*y_pred[k], k, K)",
    symbols={"y_true": "y", "y_pred": "z"},
    y_true=_PROBABILITIES,
    y_pred=_LOGITS,
    classwise=True,
    value=_crossentropy_of_logits,
    slope=_logits_slope,
    own_mistakes=_LOGIT_MISTAKES,
)

categorical_crossentropy = Loss(
    name="categorical_crossentropy",
    title="Categorical cross-entropy",
    short="CCE",
    aliases=("cce",),
    task="multi-class",
    definition="-sum(y_true[k]*log(y_pred[k]), k, K)",
    symbols={"y_true": "y", "y_pred": "p"},
    y_true=_PROBABILITIES,
    y_pred=_PROBABILITIES,
    classwise=True,
    value=_crossentropy,
    slope=_crossentropy_slope,
    own_mistakes=(*_PROBABILITY_MISTAKES, swapped_arguments(_crossentropy)),
    from_logits=categorical_crossentropy_from_logits,
)

sparse_categorical_crossentropy_from_logits = Loss(
    name="sparse_categorical_crossentropy_from_logits",
    title="Sparse categorical cross-entropy on logits",
    short="SCCE",
    aliases=("scce_with_logits",),
    task="multi-class",
    definition="logsumexp(y_pred) - y_pred[y_true]",
    symbols={"y_true": "y", "y_pred": "z"},
    y_true=_LABELS,
    y_pred=_LOGITS,
    classwise=True,
    value=_sparse_crossentropy_of_logits,
    slope=_sparse_logits_slope,
    own_mistakes=(
        *after(_one_hot, _LOGIT_MISTAKES),
        _counted_from_one(_sparse_crossentropy_of_logits),
    ),
)

sparse_categorical_crossentropy = Loss(
    name="sparse_categorical_crossentropy",
    title="Sparse categorical cross-entropy",
    short="SCCE",
    aliases=("scce",),
    task="multi-class",
    definition="-log(y_pred[y_true])",
    symbols={"y_true": "y", "y_pred": "p"},
    y_true=_LABELS,
    y_pred=_PROBABILITIES,
    classwise=True,
    value=_sparse_crossentropy,
    slope=_sparse_crossentropy_slope,
    own_mistakes=(
        *after(_one_hot, _PROBABILITY_MISTAKES),
        _counted_from_one(_sparse_crossentropy),
    ),
    from_logits=sparse_categorical_crossentropy_from_logits,
)

LOSSES = (
    categorical_crossentropy,
    categorical_crossentropy_from_logits,
    sparse_categorical_crossentropy,
    sparse_categorical_crossentropy_from_logits,
)
