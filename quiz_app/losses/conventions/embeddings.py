"""Conventions of losses of embeddings: signs, squares and factors."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.conventions.model import (
    KERAS,
    OPTAX,
    OURS,
    PYTORCH,
    SCIKIT_LEARN,
    Convention,
    Practice,
)
from quiz_app.losses.distances import contrastive, triplet
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.similarity import cosine_distance

_SIGN = Convention(
    key="cosine.sign",
    losses=("cosine_distance",),
    question="Is it the cosine, its negative, or one minus it?",
    example={"y_true": ((1.0, 0.0),), "y_pred": ((1.0, 2.0),)},
    ours=Practice(OURS, "cosine_distance(y_true, y_pred)", "1 − cos, from 0 to 2", cosine_distance),
    practices=(
        Practice(
            KERAS,
            "keras.losses.cosine_similarity(y_true, y_pred)",
            "−cos, so that less is better",
            lambda y_true, y_pred: cosine_distance(y_true, y_pred) - 1,
        ),
        Practice(
            PYTORCH,
            "F.cosine_embedding_loss(y_pred, y_true, torch.ones(1))",
            "1 − cos of a like pair",
            cosine_distance,
        ),
        Practice(
            PYTORCH,
            "F.cosine_similarity(y_pred, y_true)",
            "cos itself, which is no loss",
            lambda y_true, y_pred: 1 - cosine_distance(y_true, y_pred),
        ),
        Practice(
            SCIKIT_LEARN,
            "metrics.pairwise.paired_cosine_distances(y_true, y_pred).mean()",
            "1 − cos",
            cosine_distance,
        ),
        Practice(
            OPTAX,
            "optax.cosine_distance(y_pred, y_true).mean()",
            "1 − cos",
            cosine_distance,
        ),
    ),
)

_CONTRASTIVE = Convention(
    key="contrastive.square",
    losses=("contrastive",),
    question="Is the gap of an unlike pair to the margin squared?",
    example={"y_true": (0.0,), "y_pred": (0.4,)},
    ours=Practice(OURS, "contrastive(y_true, y_pred)", "yes, and not halved", contrastive),
    practices=(
        Practice(
            PYTORCH,
            "F.hinge_embedding_loss(y_pred, 2 * y_true - 1)",
            "no, and unlike is labelled −1",
            lambda y_true, y_pred: np.mean(
                np.where(y_true == 1, y_pred, np.maximum(0, 1 - y_pred))
            ),
        ),
    ),
)


def _distances(
    anchor: FloatArray, positive: FloatArray, negative: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Of the anchor to the positive and to the negative."""
    return np.linalg.norm(anchor - positive, axis=-1), np.linalg.norm(anchor - negative, axis=-1)


def _plain(anchor: FloatArray, positive: FloatArray, negative: FloatArray) -> float:
    return triplet(*_distances(anchor, positive, negative))


def _squared(anchor: FloatArray, positive: FloatArray, negative: FloatArray) -> float:
    return triplet(*map(np.square, _distances(anchor, positive, negative)))


_TRIPLET = Convention(
    key="triplet.square",
    losses=("triplet",),
    question="Are the distances of a triplet squared?",
    example={
        "anchor": ((0.0, 0.0),),
        "positive": ((0.6, 0.8),),
        "negative": ((0.0, 1.2),),
    },
    ours=Practice(
        OURS,
        "triplet(norm(anchor - positive), norm(anchor - negative))",
        "no, unless you give it squares",
        _plain,
    ),
    practices=(
        Practice(PYTORCH, "F.triplet_margin_loss(anchor, positive, negative)", "no", _plain),
        Practice(
            PYTORCH,
            "F.triplet_margin_with_distance_loss(anchor, positive, negative, "
            "distance_function=lambda a, b: (a - b).square().sum(-1))",
            "yes, if told so, as FaceNet does",
            _squared,
        ),
        Practice(
            OPTAX,
            "optax.losses.triplet_margin_loss(anchor, positive, negative).mean()",
            "no",
            _plain,
        ),
    ),
)

EMBEDDINGS = (_SIGN, _CONTRASTIVE, _TRIPLET)
