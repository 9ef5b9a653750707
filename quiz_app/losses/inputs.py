"""What a caller passes becomes checked float64 arrays, or an error that says what to mend."""

from __future__ import annotations

import reprlib
from collections.abc import Collection
from difflib import get_close_matches
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from quiz_app.errors import QuizError
from quiz_app.losses.domain import Domain, FloatArray, show_number

Sample: TypeAlias = Literal["numbers", "rows", "label and row"]
"""What y_true and y_pred hold for one sample."""

_WANTED: dict[Sample, str] = {
    "numbers": "Give two single numbers, or two lists of n numbers; nothing is broadcast.",
    "rows": "Give two rows of K numbers, or two lists of n such rows; nothing is broadcast.",
    "label and row": "Give one label and one row of K numbers, or n labels and n such rows.",
}
_SHOWN_ENTRIES = 8


def as_numbers(name: str, value: ArrayLike) -> FloatArray:
    """``value`` as a float64 array; ``name`` is the argument to speak of.

    Booleans count as 0 and 1. The cast comes before any arithmetic, so that small integer
    types cannot wrap around; an array of float64 is not copied. Raises QuizError for anything
    but numbers, and for no numbers.
    """
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        array = np.asarray(None)
    if array.size == 0:
        raise QuizError(f"{name} is empty.", "Give at least one sample.")
    if array.dtype.kind not in "biuf":
        raise QuizError(
            f"{name} is {reprlib.repr(value)}, which is not made of numbers.",
            "Give a number, a list of numbers, or rows of numbers of equal length.",
        )
    with np.errstate(over="ignore"):  # a long double beyond float64 is caught as infinite
        return array.astype(np.float64, copy=False)


def check_domain(name: str, array: FloatArray, domain: Domain, hint: str = "") -> None:
    """Raise QuizError at the first entry or row outside ``domain``; ``hint`` joins the remedy."""
    position = domain.first_violation(array)
    if position is None:
        return
    place = f"{name}[{', '.join(map(str, position))}]" if position else name
    raise QuizError(
        f"{place} cannot be {_show(array[position])}.", f"Give {domain.describe()}{hint}."
    )


def check_shapes(
    loss: str,
    arguments: tuple[str, str],
    sample: Sample,
    y_true: FloatArray,
    y_pred: FloatArray,
) -> None:
    """Raise QuizError unless both sides hold one sample, or the same n samples.

    ``arguments`` are the names of the two arrays.
    """
    wanted_true = y_pred.shape[:-1] if sample == "label and row" else y_pred.shape
    sample_axes = 0 if sample == "numbers" else 1
    if y_true.shape != wanted_true or y_pred.ndim - sample_axes not in (0, 1):
        true_name, pred_name = arguments
        raise QuizError(
            f"For {loss} {true_name} has shape {y_true.shape} "
            f"and {pred_name} has shape {y_pred.shape}.",
            _WANTED[sample],
        )


def checked_parameter(
    name: str, value: ArrayLike, domain: Domain, samples: int | None
) -> FloatArray:
    """One number in ``domain``, shape (), or as many as there are ``samples``, if given.

    Raises QuizError for anything else.
    """
    number = as_numbers(name, value)
    if number.ndim and samples is None:
        raise QuizError(f"{name} is a list of numbers.", f"Give {domain.describe()}.")
    if number.ndim and number.shape != (samples,):
        raise QuizError(
            f"{name} has shape {number.shape}.", f"Give one number, or a list of {samples}."
        )
    check_domain(name, number, domain)
    return number


def unknown_parameter(loss: str, name: str, known: Collection[str]) -> QuizError:
    """The error for a parameter that the loss does not have."""
    near = did_you_mean(name, known)
    if near:
        remedy = f"Did you mean {near}?"
    elif known:
        remedy = f"Its parameters: {', '.join(known)}."
    else:
        remedy = "It has none; leave it out."
    return QuizError(f"{loss} has no parameter {name}.", remedy)


def did_you_mean(word: str, known: Collection[str]) -> str | None:
    """The known word nearest to ``word``, if one is near."""
    return next(iter(get_close_matches(word, known, n=1)), None)


def _show(part: FloatArray) -> str:
    """A number, or the beginning of a row."""
    if part.ndim == 0:
        return show_number(float(part))
    shown = [show_number(number) for number in part[:_SHOWN_ENTRIES]]
    if part.size > _SHOWN_ENTRIES:
        shown.append("…")
    return f"[{', '.join(shown)}]"
