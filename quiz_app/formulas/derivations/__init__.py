"""Derivations step by step, every step of them checked and none believed."""

from __future__ import annotations

from quiz_app.errors import QuizError
from quiz_app.formulas.derivations.adversarial import ADVERSARIAL
from quiz_app.formulas.derivations.drawing import derivation_as_latex, draw_derivation
from quiz_app.formulas.derivations.gradients import GRADIENTS
from quiz_app.formulas.derivations.information import INFORMATION
from quiz_app.formulas.derivations.likelihoods import LIKELIHOODS
from quiz_app.formulas.derivations.model import Derivation, Step, Variable
from quiz_app.losses import get, is_loss
from quiz_app.losses.inputs import did_you_mean

__all__ = [
    "Derivation",
    "Step",
    "Variable",
    "all_derivations",
    "derivation",
    "derivation_as_latex",
    "derivations_of",
    "draw_derivation",
]

_ALL = (*GRADIENTS, *LIKELIHOODS, *INFORMATION, *ADVERSARIAL)
_BY_KEY = {each.key: each for each in _ALL}


def all_derivations() -> tuple[Derivation, ...]:
    """Every derivation, in the order in which they are best learned."""
    return _ALL


def derivations_of(loss: str) -> tuple[Derivation, ...]:
    """Those that explain the loss of that name."""
    return tuple(each for each in _ALL if loss in each.losses)


def derivation(key: str) -> Derivation:
    """The derivation of that key. Raises QuizError, naming others, for an unknown one."""
    found = _BY_KEY.get(key.lower())
    if found is None:
        raise QuizError(f"There is no derivation {key!r}.", _others(key.lower()))
    return found


def _others(key: str) -> str:
    """Those that explain a loss of that name, else the one with the nearest key, else a list."""
    near = [each.key for each in derivations_of(get(key).name)] if is_loss(key) else []
    if not near and (nearest_key := did_you_mean(key, _BY_KEY)):
        near = [nearest_key]
    return f"Did you mean {' or '.join(near)}?" if near else "'quiz-app derive' lists all of them."
