"""How far one distribution lies from another, both as rows of probabilities."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import OF_NEGATIVE_LOGARITHMS, Mistake, swapped_arguments
from quiz_app.losses.stable import above_logarithm, log_ratio, weighted, weighted_sum

_SYMBOLS = {"y_true": "p", "y_pred": "q"}
_PROBABILITIES = Domain.probabilities()
_OTHER_LOGARITHMS = tuple(
    mistake for mistake in OF_NEGATIVE_LOGARITHMS if mistake.name != "dropped_sign"
)


def _surplus(p: FloatArray, q: FloatArray) -> FloatArray:
    """p log(p/q) − p + q of each class, which is never negative and cancels nowhere."""
    return np.where(p == 0, q, p * above_logarithm(q, p))


def _kl(p: FloatArray, q: FloatArray) -> FloatArray:
    total: FloatArray = _surplus(p, q).sum(axis=-1) + (p - q).sum(axis=-1)
    return total


def _kl_slope(p: FloatArray, q: FloatArray) -> FloatArray:
    """The K probabilities count as independent, whatever they add up to."""
    return -weighted(p, 1 / q)


def _crossentropy(p: FloatArray, q: FloatArray) -> FloatArray:
    return weighted_sum(p, -np.log(q))


def _averaged(p: FloatArray, q: FloatArray) -> FloatArray:
    classes: int = p.shape[-1]
    return _kl(p, q) / classes


kl_divergence = Loss(
    name="kl_divergence",
    title="Kullback–Leibler divergence",
    short="KL",
    aliases=("kl",),
    task="divergence",
    definition="sum(y_true[k]*log(y_true[k]/y_pred[k]), k, K)",
    symbols=_SYMBOLS,
    y_true=_PROBABILITIES,
    y_pred=_PROBABILITIES,
    classwise=True,
    value=_kl,
    slope=_kl_slope,
    own_mistakes=(
        swapped_arguments(_kl),
        *_OTHER_LOGARITHMS,
        Mistake(
            "dropped_sign",
            "You took log(q/p); the ratio is p/q, which makes the divergence positive.",
            factor=-1.0,
        ),
        Mistake(
            "crossentropy",
            "You computed the cross-entropy; subtract the entropy of p.",
            per_sample=_crossentropy,
        ),
        Mistake(
            "averaged_over_classes",
            "You divided by the number of classes as well; add the classes up.",
            per_sample=_averaged,
        ),
    ),
    builds_on=("categorical_crossentropy",),
    convention=(
        "The classes are added up; PyTorch takes log q first and with reduction 'mean' divides "
        "by the number of all entries."
    ),
)


def _js(p: FloatArray, q: FloatArray) -> FloatArray:
    middle = (p + q) / 2
    total: FloatArray = (_surplus(p, middle) + _surplus(q, middle)).sum(axis=-1) / 2
    return total


def _js_slope(p: FloatArray, q: FloatArray) -> FloatArray:
    return log_ratio(q, (p + q) / 2) / 2


def _symmetric_kl(p: FloatArray, q: FloatArray) -> FloatArray:
    return (_kl(p, q) + _kl(q, p)) / 2


def _root(p: FloatArray, q: FloatArray) -> FloatArray:
    return np.sqrt(_js(p, q))


jensen_shannon = Loss(
    name="jensen_shannon",
    title="Jensen–Shannon divergence",
    short="JS",
    aliases=("js",),
    task="divergence",
    definition=(
        "sum(y_true[k]*log(2*y_true[k]/(y_true[k] + y_pred[k]))"
        " + y_pred[k]*log(2*y_pred[k]/(y_true[k] + y_pred[k])), k, K)/2"
    ),
    symbols=_SYMBOLS,
    y_true=_PROBABILITIES,
    y_pred=_PROBABILITIES,
    classwise=True,
    value=_js,
    slope=_js_slope,
    own_mistakes=(
        *_OTHER_LOGARITHMS,
        Mistake("not_halved", "You left out the ½ in front of the two divergences.", factor=2.0),
        Mistake(
            "symmetric_kl",
            "You averaged KL(p‖q) and KL(q‖p); compare each with the mean of both instead.",
            per_sample=_symmetric_kl,
        ),
        Mistake(
            "distance",
            "You took the square root, which gives the Jensen–Shannon distance.",
            per_sample=_root,
        ),
    ),
    builds_on=("kl_divergence",),
    convention="The logarithm is natural, so it is at most log 2; SciPy returns its square root.",
)

LOSSES = (kl_divergence, jensen_shannon)
