"""Where libraries disagree about a loss: what each does, with a number that shows it."""

from __future__ import annotations

from quiz_app.losses.conventions.classes import CLASSES
from quiz_app.losses.conventions.divergences import DIVERGENCES
from quiz_app.losses.conventions.embeddings import EMBEDDINGS
from quiz_app.losses.conventions.likelihoods import LIKELIHOODS
from quiz_app.losses.conventions.margins import MARGINS
from quiz_app.losses.conventions.model import OURS, Convention, Practice
from quiz_app.losses.conventions.overlaps import OVERLAPS
from quiz_app.losses.conventions.probabilities import PROBABILITIES
from quiz_app.losses.conventions.relative import RELATIVE
from quiz_app.losses.conventions.residuals import RESIDUALS
from quiz_app.losses.conventions.weights import WEIGHTS

__all__ = ["OURS", "Convention", "Practice", "all_conventions", "conventions_of"]

_ALL = (
    *RESIDUALS,
    *RELATIVE,
    *WEIGHTS,
    *PROBABILITIES,
    *CLASSES,
    *MARGINS,
    *DIVERGENCES,
    *LIKELIHOODS,
    *EMBEDDINGS,
    *OVERLAPS,
)


def all_conventions() -> tuple[Convention, ...]:
    """Every convention, in the order in which the losses are best learned."""
    return _ALL


def conventions_of(loss: str) -> tuple[Convention, ...]:
    """Those that concern the loss of that name."""
    return tuple(each for each in _ALL if loss in each.losses)
