"""How the losses of all samples become one number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

import numpy as np

from quiz_app.errors import QuizError
from quiz_app.losses.domain import FloatArray

Reduction: TypeAlias = Literal["mean", "sum"]
Reducer: TypeAlias = Callable[[FloatArray], float]

_REDUCE: Mapping[str, Reducer] = {"mean": np.mean, "sum": np.sum}


def reducer(reduction: Reduction) -> Reducer:
    """The function of that name. Raises QuizError for an unknown one."""
    if reduction not in _REDUCE:
        raise QuizError(f"The reduction is {reduction!r}.", "Give 'mean' or 'sum'.")
    return _REDUCE[reduction]


def quietly(reduce: Reducer, losses: FloatArray) -> float:
    """The reduced losses, where infinities are answers and give no warnings."""
    with np.errstate(all="ignore"):
        return float(reduce(losses))
