"""What a loss refuses, and that it says which argument is wrong, how, and what to give."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from quiz_app.errors import QuizError
from quiz_app.losses import all_losses, get
from quiz_app.losses.inputs import did_you_mean

mse, huber, bce, cce, scce, hinge = map(get, ("mse", "huber", "bce", "cce", "scce", "hinge"))

_NAN, _INF = float("nan"), float("inf")
_ROWS = [[0.5, 0.5], [0.25, 0.75]]


def _untyped(value: object) -> Any:
    """What the types forbid and a content file may hold all the same."""
    return value


_REFUSALS: dict[str, tuple[Callable[[], object], str, str]] = {
    "a list against a column": (
        lambda: mse.cost([1, 2], [[1], [2]]),
        "y_true has shape (2,) and y_pred has shape (2, 1)",
        "nothing is broadcast",
    ),
    "a list against a number": (
        lambda: mse.cost([1, 2], 1),
        "y_true has shape (2,) and y_pred has shape ()",
        "two lists of n numbers",
    ),
    "two lengths": (
        lambda: bce.cost([1, 0], [0.5, 0.5, 0.5]),
        "y_true has shape (2,) and y_pred has shape (3,)",
        "two lists of n numbers",
    ),
    "a matrix of numbers": (
        lambda: mse.cost([[1, 2]], [[1, 2]]),
        "y_pred has shape (1, 2)",
        "two lists of n numbers",
    ),
    "labels for one-hot rows": (
        lambda: cce.cost([0, 1], _ROWS),
        "y_true has shape (2,) and y_pred has shape (2, 2)",
        "two lists of n such rows",
    ),
    "numbers for rows": (lambda: cce.cost(1, 1), "y_pred has shape ()", "rows of K numbers"),
    "one-hot rows for labels": (
        lambda: scce.cost([[1, 0], [0, 1]], _ROWS),
        "y_true has shape (2, 2) and y_pred has shape (2, 2)",
        "n labels and n such rows",
    ),
    "no samples": (lambda: mse.cost([], []), "y_true is empty", "at least one sample"),
    "rows without entries": (lambda: cce.cost([[]], [[]]), "y_true is empty", "one sample"),
    "text": (lambda: mse.cost("2", 1), "y_true is '2'", "Give a number"),
    "text in a list": (lambda: mse.cost([1, 2], ["1", "2"]), "y_pred is ['1', '2']", "a number"),
    "nothing": (lambda: mse.cost(_untyped(None), 1), "y_true is None", "Give a number"),
    "complex numbers": (lambda: mse.cost(1j, 1), "y_true is 1j", "Give a number"),
    "ragged rows": (
        lambda: cce.cost(_ROWS, _untyped([[1], [0.5, 0.5]])),
        "y_pred is [[1], ",
        "equal length",
    ),
    "nan": (lambda: mse.cost([1, 2], [1, _NAN]), "y_pred[1] cannot be nan", "a finite number"),
    "infinity": (lambda: mse.cost(-_INF, 1), "y_true cannot be −inf", "a finite number"),
    "a number beyond float64": (
        lambda: mse.cost(np.longdouble("1e400"), 1),
        "y_true cannot be inf",
        "a finite number",
    ),
    "a probability above one": (
        lambda: bce.cost([1, 0], [0.5, 1.25]),
        "y_pred[1] cannot be 1.25",
        "a number from 0 to 1 or, if these are logits, say from_logits=True",
    ),
    "a target below zero": (
        lambda: bce.cost([1, -1], [0.5, 0.5]),
        "y_true[1] cannot be −1",
        "a number from 0 to 1.",
    ),
    "probabilities that add up to more": (
        lambda: cce.cost(_ROWS, [[0.5, 0.5], [0.5, 0.75]]),
        "y_pred[1] cannot be [0.5, 0.75]",
        "rows of probabilities that add up to 1",
    ),
    "a negative probability": (
        lambda: cce.cost(_ROWS, [[0.5, 0.5], [-0.5, 1.5]]),
        "y_pred[1, 0] cannot be −0.5",
        "rows of probabilities",
    ),
    "a label past the last class": (
        lambda: scce.cost([0, 2], _ROWS),
        "y_true[1] cannot be 2",
        "a class label from 0 to 1",
    ),
    "half a label": (lambda: scce.cost(0.5, [0.5, 0.5]), "y_true cannot be 0.5", "from 0 to 1"),
    "a negative label": (lambda: scce.cost([-1, 0], _ROWS), "y_true[0] cannot be −1", "from 0"),
    "a row with every class masked": (
        lambda: scce.cost(0, [-_INF, -_INF], from_logits=True),
        "y_pred cannot be [−inf, −inf]",
        "never for all of them",
    ),
    "an infinite logit": (
        lambda: scce.cost(0, [_INF, 0], from_logits=True),
        "y_pred[0] cannot be inf",
        "−∞ for masked classes",
    ),
    "two codings of labels at once": (
        lambda: hinge.cost([1, -1, 0], [1, 1, 1]),
        "y_true[2] cannot be 0",
        "−1 or 1 (or 0 or 1 throughout)",
    ),
    "a parameter out of range": (
        lambda: huber.cost(1, 2, delta=0),
        "delta cannot be 0",
        "a finite number above 0",
    ),
    "a list for a parameter": (
        lambda: huber.cost(1, 2, delta=_untyped([1, 2])),
        "delta is a list of numbers",
        "a finite number above 0",
    ),
    "a misspelt parameter": (
        lambda: huber.cost(1, 2, detla=1),
        "huber has no parameter detla",
        "Did you mean delta?",
    ),
    "a strange parameter": (
        lambda: huber.cost(1, 2, weight=1),
        "huber has no parameter weight",
        "Its parameters: delta.",
    ),
    "a parameter of a loss without any": (
        lambda: mse.cost(1, 2, delta=1),
        "mean_squared_error has no parameter delta",
        "It has none",
    ),
    "logits of a regression": (
        lambda: mse.gradient(1, 2, from_logits=True),
        "mean_squared_error has no option from_logits",
        "Leave the option out",
    ),
    "a reduction that is none": (
        lambda: mse.cost(1, 2, reduction=_untyped("median")),
        "The reduction is 'median'",
        "'mean' or 'sum'",
    ),
}


@pytest.mark.parametrize("refused", _REFUSALS.values(), ids=_REFUSALS)
def test_refusal_names_what_is_wrong_and_what_to_give(
    refused: tuple[Callable[[], object], str, str],
) -> None:
    call, problem, remedy = refused
    with pytest.raises(QuizError) as raised:
        call()
    assert problem in raised.value.problem
    assert remedy in raised.value.remedy
    assert raised.value.problem.endswith(".")
    assert raised.value.remedy.endswith((".", "?"))


def test_long_rows_are_shown_by_their_beginning() -> None:
    row = [0.5] * 100
    with pytest.raises(QuizError) as raised:
        cce.cost(row, row)
    assert raised.value.problem == f"y_pred cannot be [{'0.5, ' * 8}…]."


@pytest.mark.parametrize("dtype", ["bool", "uint8", "int8", "float16", "float32"])
def test_numbers_of_every_type_are_computed_in_float64(dtype: str) -> None:
    targets, predictions = np.array([0, 1], dtype), np.array([1, 0], dtype)
    assert mse.cost(targets, predictions) == 1.0
    assert mse.gradient(targets, predictions).dtype == np.float64


def test_objects_that_only_resemble_numbers_are_refused() -> None:
    with pytest.raises(QuizError, match="not made of numbers"):
        mse.cost(np.array([Fraction(1, 2)], dtype=object), [1])


def test_nearest_known_word_is_suggested_only_when_near() -> None:
    assert did_you_mean("hubr", [loss.name for loss in all_losses()]) == "huber"
    assert did_you_mean("xylophone", ["huber", "hinge"]) is None


def test_a_variance_may_be_given_for_each_sample() -> None:
    nll = get("gaussian_nll")
    together = nll.per_sample([0, 0], [1, 2], var=[1.0, 4.0])
    apart = [nll.cost(0, 1, var=1.0), nll.cost(0, 2, var=4.0)]
    np.testing.assert_array_equal(together, apart)


def test_as_many_variances_as_samples_are_wanted() -> None:
    with pytest.raises(QuizError) as raised:
        get("gaussian_nll").cost([0, 0], [1, 2], var=[1.0, 4.0, 9.0])
    assert raised.value.problem == "var has shape (3,)."
    assert raised.value.remedy == "Give one number, or a list of 2."


def test_a_negative_variance_among_several_is_named_by_its_place() -> None:
    with pytest.raises(QuizError, match=r"var\[1\] cannot be −4"):
        get("gaussian_nll").cost([0, 0], [1, 2], var=[1.0, -4.0])


def test_arrays_are_called_what_the_field_calls_them() -> None:
    with pytest.raises(QuizError, match="negative_distance cannot be −1"):
        get("triplet").cost(1, -1)


def test_an_empty_mask_is_refused() -> None:
    with pytest.raises(QuizError, match=r"Give rows of numbers from 0 to 1, not all of them 0\."):
        get("dice").cost([[0, 0]], [[0, 0.5]])
