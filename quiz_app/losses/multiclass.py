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

PROBABILITIES = Domain.probabilities()
LOGITS = Domain.logit_rows()
LABELS = Domain.labels()


def crossentropy(y_true: FloatArray, p: FloatArray) -> FloatArray:
    """−Σ y_k log p_k."""
    return weighted_sum(y_true, -np.log(p))


def crossentropy_slope(y_true: FloatArray, p: FloatArray) -> FloatArray:
    """The K probabilities count as independent, whatever they add up to."""
    return -weighted(y_true, 1 / p)


def crossentropy_of_logits(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """Each class costs logsumexp(z) − z_k, taken apart at max(z) so that nothing cancels."""
    parts = softmax(z)
    return weighted_sum(y_true, parts.below_top) + parts.log_total


def logits_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """softmax(z) − y, written so that it does not vanish where a probability rounds to one."""
    parts = softmax(z)
    return (1 - y_true) * parts.probabilities - y_true * parts.complements


def at_label(labels: FloatArray, rows: FloatArray) -> FloatArray:
    """The entry of each row at its label."""
    positions = labels.astype(np.intp)[:, np.newaxis]
    return np.take_along_axis(rows, positions, axis=-1)[:, 0]


def one_hot(labels: FloatArray, rows: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Labels as one-hot rows as wide as ``rows``, which come along unchanged."""
    return (labels[:, np.newaxis] == np.arange(rows.shape[-1])).astype(np.float64), rows


def sparse_crossentropy(labels: FloatArray, p: FloatArray) -> FloatArray:
    """−log of the probability at the label."""
    return -np.log(at_label(labels, p))


def sparse_crossentropy_slope(labels: FloatArray, p: FloatArray) -> FloatArray:
    """−1/p at the label, else 0."""
    return crossentropy_slope(*one_hot(labels, p))


def sparse_crossentropy_of_logits(labels: FloatArray, z: FloatArray) -> FloatArray:
    """logsumexp(z) − z at the label."""
    parts = softmax(z)
    return at_label(labels, parts.below_top) + parts.log_total


def sparse_logits_slope(labels: FloatArray, z: FloatArray) -> FloatArray:
    """softmax(z), and at the label less 1, which is minus the complement."""
    parts, positions = softmax(z), labels.astype(np.intp)[:, np.newaxis]
    slope, complements = parts.probabilities, parts.complements
    at_labels = np.take_along_axis(complements, positions, axis=-1)
    np.put_along_axis(slope, positions, -at_labels, axis=-1)
    return slope


def _divided_by_classes(y_true: FloatArray, p: FloatArray) -> FloatArray:
    classes: int = p.shape[-1]
    return crossentropy(y_true, p) / classes


def _missing_probability(y_true: FloatArray, p: FloatArray) -> FloatArray:
    return weighted_sum(y_true, 1 - p)


def probabilities(y_true: FloatArray, z: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The right first step on logits."""
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
        per_sample=crossentropy_of_logits,
    ),
)

_LOGIT_MISTAKES = (
    *after(probabilities, _MISTAKES),
    Mistake(
        "no_softmax",
        "You treated the logits as probabilities; pass them through the softmax first.",
        per_sample=crossentropy,
    ),
    Mistake(
        "softmax_twice",
        "You applied the softmax twice; once turns the logits into probabilities.",
        per_sample=lambda y_true, z: crossentropy_of_logits(*probabilities(y_true, z)),
    ),
)


def counted_from_one(value: LossFunction) -> Mistake:
    """Label k read as the k-th class; label 0 would then be no class at all."""

    def per_sample(labels: FloatArray, rows: FloatArray, **parameters: float) -> FloatArray:
        one_less = np.maximum(labels - 1, 0)
        return np.where(labels > 0, value(one_less, rows, **parameters), np.nan)

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
    y_true=PROBABILITIES,
    y_pred=LOGITS,
    classwise=True,
    value=crossentropy_of_logits,
    slope=logits_slope,
    own_mistakes=_LOGIT_MISTAKES,
    builds_on=("categorical_crossentropy", "binary_crossentropy_from_logits"),
)

categorical_crossentropy = Loss(
    name="categorical_crossentropy",
    title="Categorical cross-entropy",
    short="CCE",
    aliases=("cce",),
    task="multi-class",
    definition="-sum(y_true[k]*log(y_pred[k]), k, K)",
    symbols={"y_true": "y", "y_pred": "p"},
    y_true=PROBABILITIES,
    y_pred=PROBABILITIES,
    classwise=True,
    value=crossentropy,
    slope=crossentropy_slope,
    own_mistakes=(*_PROBABILITY_MISTAKES, swapped_arguments(crossentropy)),
    from_logits=categorical_crossentropy_from_logits,
    builds_on=("binary_crossentropy",),
    convention="Rows add up to 1; Keras divides each row by its sum first and clips at 1e-7.",
)

sparse_categorical_crossentropy_from_logits = Loss(
    name="sparse_categorical_crossentropy_from_logits",
    title="Sparse categorical cross-entropy on logits",
    short="SCCE",
    aliases=("scce_with_logits",),
    task="multi-class",
    definition="logsumexp(y_pred) - y_pred[y_true]",
    symbols={"y_true": "y", "y_pred": "z"},
    y_true=LABELS,
    y_pred=LOGITS,
    classwise=True,
    value=sparse_crossentropy_of_logits,
    slope=sparse_logits_slope,
    own_mistakes=(
        *after(one_hot, _LOGIT_MISTAKES),
        counted_from_one(sparse_crossentropy_of_logits),
    ),
    builds_on=("sparse_categorical_crossentropy", "categorical_crossentropy_from_logits"),
    convention="Classes run along the last axis; in PyTorch they run along the axis 1.",
)

sparse_categorical_crossentropy = Loss(
    name="sparse_categorical_crossentropy",
    title="Sparse categorical cross-entropy",
    short="SCCE",
    aliases=("scce",),
    task="multi-class",
    definition="-log(y_pred[y_true])",
    symbols={"y_true": "y", "y_pred": "p"},
    y_true=LABELS,
    y_pred=PROBABILITIES,
    classwise=True,
    value=sparse_crossentropy,
    slope=sparse_crossentropy_slope,
    own_mistakes=(
        *after(one_hot, _PROBABILITY_MISTAKES),
        counted_from_one(sparse_crossentropy),
    ),
    from_logits=sparse_categorical_crossentropy_from_logits,
    builds_on=("categorical_crossentropy",),
    convention="Labels count from 0; PyTorch calls the same loss on log-probabilities nll_loss.",
)

LOSSES = (
    categorical_crossentropy,
    categorical_crossentropy_from_logits,
    sparse_categorical_crossentropy,
    sparse_categorical_crossentropy_from_logits,
)
