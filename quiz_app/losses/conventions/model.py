"""A convention as data: a question on which libraries differ, and the answer of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from quiz_app.errors import QuizError
from quiz_app.losses.domain import show_number

Given: TypeAlias = float | tuple[float, ...] | tuple[tuple[float, ...], ...]
"""A number, a list or rows of them; those written as integers are labels or counts."""

KERAS = "Keras"
OPTAX = "optax"
OURS = "quiz-app"
PYTORCH = "PyTorch"
SCIKIT_LEARN = "scikit-learn"


@dataclass(frozen=True)
class Practice:
    """What one library does: the call as one writes it, and a few words about it.

    ``value`` takes the inputs of the example as arrays, by name, and returns the number that
    the call gives, computed from this program's own losses.
    """

    library: str
    call: str
    says: str
    value: Callable[..., float]


@dataclass(frozen=True, kw_only=True)
class Convention:
    """A question about the losses of these names, with an example to compare them on."""

    key: str
    losses: tuple[str, ...]
    question: str
    example: Mapping[str, Given]
    ours: Practice
    practices: tuple[Practice, ...]

    @property
    def given(self) -> str:
        """The inputs of the example: ``y_true = [0], y_pred = [2], beta = 0.5``."""
        return ", ".join(f"{name} = {_shown(value)}" for name, value in self.example.items())

    def number(self, practice: Practice) -> float | None:
        """What the practice gives on the example; None where it refuses such inputs."""
        inputs = {name: np.asarray(value) for name, value in self.example.items()}
        try:
            with np.errstate(all="ignore"):  # infinities are answers, not accidents
                return float(practice.value(**inputs))
        except QuizError:
            return None

    def answer(self, practice: Practice) -> str:
        """That number in six digits, or the word that it is refused."""
        number = self.number(practice)
        return "refused" if number is None else f"{number:.6g}".replace("-", "−")


def _shown(value: Given) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return show_number(value)
