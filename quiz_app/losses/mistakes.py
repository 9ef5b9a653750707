"""The wrong computations people really make: what one is, and those that any loss may meet."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from quiz_app.losses.domain import FloatArray
from quiz_app.losses.reduction import Reduction

LossFunction: TypeAlias = Callable[..., FloatArray]
Preparation: TypeAlias = Callable[[FloatArray, FloatArray], tuple[FloatArray, FloatArray]]


@dataclass(frozen=True)
class Mistake:
    """A wrong way to compute a cost, and the sentence that mends it.

    ``per_sample`` replaces the function of the loss and takes the same arguments, ``reduce``
    replaces the reduction over samples, ``factor`` multiplies the cost. Where the mistake
    cannot be made it yields nan. ``reduction`` names the one reduction that it is confused
    with; without it the mistake is possible under both.
    """

    name: str
    say: str
    per_sample: LossFunction | None = None
    reduce: Callable[[FloatArray], float] | None = None
    factor: float = 1.0
    reduction: Reduction | None = None


def combine(mistakes: Iterable[Mistake]) -> Mistake | None:
    """All of them made at once; ``None`` when two would spoil the same step."""
    made = tuple(mistakes)
    per_sample = [mistake.per_sample for mistake in made if mistake.per_sample]
    reduce = [mistake.reduce for mistake in made if mistake.reduce]
    factors = [mistake.factor for mistake in made if mistake.factor != 1.0]
    reductions = [mistake.reduction for mistake in made if mistake.reduction]
    if max(len(per_sample), len(reduce), len(factors), len(set(reductions))) > 1:
        return None
    return Mistake(
        name=" and ".join(mistake.name for mistake in made),
        say=" ".join(mistake.say for mistake in made),
        per_sample=next(iter(per_sample), None),
        reduce=next(iter(reduce), None),
        factor=math.prod(factors),
        reduction=next(iter(reductions), None),
    )


def inapplicable(losses: FloatArray) -> FloatArray:
    """As many nans: what a mistake yields where it cannot be made."""
    return np.full_like(losses, np.nan)


def swapped_arguments(value: LossFunction) -> Mistake:
    """The function of a loss with its two arrays exchanged, for a loss that is not symmetric."""
    return Mistake(
        "swapped_arguments",
        "You exchanged targets and predictions, which do not play the same part here.",
        per_sample=lambda y_true, y_pred, **parameters: value(y_pred, y_true, **parameters),
    )


def after(prepare: Preparation, mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """The same mistakes made after a right first step, such as a sigmoid on the logits.

    ``prepare`` takes ``y_true`` and ``y_pred`` and returns both as the mistakes expect them.
    """

    def later(mistake: Mistake) -> Mistake:
        wrong = mistake.per_sample
        if wrong is None:
            return mistake

        def per_sample(y_true: FloatArray, y_pred: FloatArray, **parameters: float) -> FloatArray:
            return wrong(*prepare(y_true, y_pred), **parameters)

        return replace(mistake, per_sample=per_sample)

    return tuple(later(mistake) for mistake in mistakes)


def _of_several(reduce: Callable[[FloatArray], float]) -> Callable[[FloatArray], float]:
    """With a single sample the mean and the sum are one, so there is nothing to confuse."""
    return lambda losses: reduce(losses) if losses.size > 1 else math.nan


OF_EVERY_LOSS = (
    Mistake(
        "sum_instead_of_mean",
        "You added the losses up; their mean is asked for, so divide by the number of samples.",
        reduce=_of_several(np.sum),
        reduction="mean",
    ),
    Mistake(
        "mean_instead_of_sum",
        "You averaged the losses; their sum is asked for, so do not divide.",
        reduce=_of_several(np.mean),
        reduction="sum",
    ),
    Mistake(
        "n_minus_1",
        "You divided by n − 1, as a sample variance does; the mean of n losses divides by n.",
        reduce=_of_several(lambda losses: np.sum(losses) / (losses.size - 1)),
        reduction="mean",
    ),
)

OF_NEGATIVE_LOGARITHMS = (
    Mistake(
        "dropped_sign",
        "You lost the minus sign: the logarithm of a probability is negative, its loss positive.",
        factor=-1.0,
    ),
    Mistake(
        "log2",
        "You took the base-2 logarithm; the natural one is meant.",
        factor=1 / math.log(2),
    ),
    Mistake(
        "log10",
        "You took the base-10 logarithm; the natural one is meant.",
        factor=1 / math.log(10),
    ),
)
