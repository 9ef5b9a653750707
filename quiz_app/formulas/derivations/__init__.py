"""Derivations step by step, every step of them checked and none believed."""

from __future__ import annotations

from quiz_app.errors import QuizError
from quiz_app.formulas.derivations.drawing import draw_derivation
from quiz_app.formulas.derivations.gradients import GRADIENTS
from quiz_app.formulas.derivations.information import INFORMATION
from quiz_app.formulas.derivations.likelihoods import LIKELIHOODS
from quiz_app.formulas.derivations.model import Derivation, Step, Variable

__all__ = [
    "Derivation",
    "Step",
    "Variable",
    "all_derivations",
    "derivation",
    "derivations_of",
    "draw_derivation",
]

_ALL = (*GRADIENTS, *LIKELIHOODS, *INFORMATION)
_BY_KEY = {each.key: each for each in _ALL}


def all_derivations() -> tuple[Derivation, ...]:
    """Every derivation, in the order in which they are best learned."""
    return _ALL


def derivations_of(loss: str) -> tuple[Derivation, ...]:
    """Those that explain the loss of that name."""
    return tuple(each for each in _ALL if loss in each.losses)


def derivation(key: str) -> Derivation:
    """The derivation of that key. Raises QuizError for an unknown one."""
    found = _BY_KEY.get(key.lower())
    if found is None:
        raise QuizError(
            f"There is no derivation {key!r}.", f"Known derivations: {', '.join(_BY_KEY)}."
        )
    return found
