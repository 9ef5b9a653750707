"""The conventions of libraries, as far as this program alone can tell."""

from __future__ import annotations

from collections.abc import Mapping
from math import isinf

import numpy as np
import pytest

from quiz_app import losses
from quiz_app.errors import QuizError
from quiz_app.losses.conventions import (
    OURS,
    Convention,
    Practice,
    all_conventions,
    conventions_of,
)
from quiz_app.losses.stable import sigmoid

_LOSSES = {loss.name: loss for loss in losses.all_losses()}
_WIDEST = 76

each_convention = pytest.mark.parametrize(
    "convention", all_conventions(), ids=lambda each: each.key
)


def _norm(rows: np.ndarray) -> np.ndarray:
    return np.linalg.norm(rows, axis=-1)


def _called(call: str, inputs: Mapping[str, object]) -> float | None:
    """What a call of one of our losses gives."""
    names = {**_LOSSES, "sigmoid": sigmoid, "norm": _norm, **inputs}
    try:
        return float(eval(call, {}, names))  # noqa: S307 - a call from the table
    except QuizError:
        return None


@each_convention
def test_our_call_gives_our_number(convention: Convention) -> None:
    inputs = {name: np.asarray(value) for name, value in convention.example.items()}
    call = convention.ours.call
    if call.startswith("gradient("):
        assert call == "gradient(hinge(y_true, y_pred), y_pred)"
        call = "hinge.gradient(y_true, y_pred)"
    assert convention.ours.library == OURS
    assert convention.number(convention.ours) == _called(call, inputs)


@each_convention
def test_a_convention_is_about_known_losses_and_fits_on_a_line(convention: Convention) -> None:
    assert set(convention.losses) <= set(_LOSSES)
    assert convention.question.endswith("?")
    assert len(convention.question) <= _WIDEST
    for practice in convention.practices:
        assert practice.library != OURS
        assert len(f"{practice.library:12}  {convention.answer(practice):9}  {practice.says}") <= 78


def test_keys_and_questions_are_unique() -> None:
    keys = [each.key for each in all_conventions()]
    assert len(set(keys)) == len(keys)
    assert len({each.question for each in all_conventions()}) == len(keys)


def test_conventions_are_found_by_the_name_of_a_loss() -> None:
    found = [each.key for each in conventions_of("huber")]
    assert found == ["huber.smooth-l1"]
    assert conventions_of("pseudo_huber") == ()


def test_a_factor_a_refusal_and_an_infinity_are_told() -> None:
    by_key = {each.key: each for each in all_conventions()}
    percent = by_key["mape.percent"]
    assert [percent.answer(each) for each in (percent.ours, *percent.practices)] == [
        "0.25",
        "25",
        "0.25",
    ]
    assert by_key["mape.zero-target"].answer(by_key["mape.zero-target"].ours) == "refused"
    certain = by_key["crossentropy.certain"]
    assert isinf(certain.number(certain.ours) or 0)
    assert certain.given == "y_true = [1], y_pred = [0]"


def test_an_error_of_a_practice_is_not_taken_for_a_refusal() -> None:
    convention = all_conventions()[0]
    broken = Practice("none", "none()", "", lambda **inputs: [][0])
    with pytest.raises(IndexError):
        convention.number(broken)
