"""The subject: every loss, defined once, under its own name and its usual short forms."""

from __future__ import annotations

from quiz_app.errors import QuizError
from quiz_app.losses import (
    adversarial,
    binary,
    counts,
    distances,
    divergences,
    gaussian,
    imbalance,
    margin,
    multiclass,
    multiclass_margin,
    noise,
    overlap,
    preference,
    quantile,
    relative,
    robust,
    root,
    similarity,
    smooth,
    smoothing,
    squared,
    surrogates,
    temperature,
)
from quiz_app.losses.definition import Loss, Task
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.inputs import did_you_mean
from quiz_app.losses.mistakes import Mistake
from quiz_app.losses.parameter import Parameter
from quiz_app.losses.reduction import Reduction

__all__ = [
    "Domain",
    "FloatArray",
    "Loss",
    "Mistake",
    "Parameter",
    "Reduction",
    "Task",
    "all_losses",
    "get",
    "is_loss",
]

_ALL = (
    *squared.LOSSES,
    *root.LOSSES,
    *robust.LOSSES,
    *smooth.LOSSES,
    *quantile.LOSSES,
    *relative.LOSSES,
    *surrogates.COUNTED,
    *binary.LOSSES,
    *imbalance.WEIGHTED,
    *multiclass.LOSSES,
    *smoothing.LOSSES,
    *binary.SCORES,
    *imbalance.FOCAL,
    *margin.LOSSES,
    *surrogates.LOSSES,
    *multiclass_margin.LOSSES,
    *divergences.LOSSES,
    *gaussian.LIKELIHOOD,
    *counts.LOSSES,
    *similarity.LOSSES,
    *distances.LOSSES,
    *temperature.SIMILARITIES,
    *overlap.LOSSES,
    *gaussian.LATENT,
    *adversarial.LOSSES,
    *preference.LOSSES,
    *temperature.DISTILLATION,
    *noise.LOSSES,
)
_BY_NAME = {loss.name: loss for loss in _ALL}
_BY_ANY_NAME = {name: loss for loss in _ALL for name in (loss.name, *loss.aliases)}


def all_losses() -> tuple[Loss, ...]:
    """Every loss, in the order in which they are best learned."""
    return _ALL


def is_loss(name: str) -> bool:
    """Whether ``get`` knows the name."""
    return name.lower() in _BY_ANY_NAME


def get(name_or_alias: str) -> Loss:
    """The loss of that name or short form, in letters of either case.

    Raises QuizError for an unknown name, with the nearest known one.
    """
    loss = _BY_ANY_NAME.get(name_or_alias.lower())
    if loss is None:
        near = did_you_mean(name_or_alias.lower(), _BY_ANY_NAME)
        raise QuizError(
            f"There is no loss named {name_or_alias!r}.",
            f"Did you mean {near!r}?" if near else "'quiz-app losses' lists all of them.",
        )
    return loss


def __getattr__(name: str) -> Loss:
    """Each loss under its own name: ``from quiz_app.losses import huber``."""
    try:
        return _BY_NAME[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __dir__() -> list[str]:
    return [*__all__, *_BY_NAME]
