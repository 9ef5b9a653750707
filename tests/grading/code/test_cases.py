"""The cases tell every mistake of every loss from the truth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import numpy as np
import pytest

from quiz_app.bank.model import CodeQuestion, LossOption
from quiz_app.errors import QuizError
from quiz_app.grading.code.cases import Case, cases_of
from quiz_app.grading.code.task import Task, task_of
from quiz_app.losses import all_losses

MakeQuestion: TypeAlias = Callable[..., CodeQuestion]
Form: TypeAlias = Literal["cost", "per_sample", "gradient"]

# Its slope is zero wherever it has one.
_FLAT = "zero_one"


@pytest.mark.parametrize("loss", [loss.name for loss in all_losses()])
def test_no_known_mistake_passes_every_case(question: MakeQuestion, loss: str) -> None:
    forms: tuple[Form, ...] = ("cost", "per_sample", "gradient")
    for form in forms:
        task = task_of(question("f(y_true, y_pred)", loss, computes=form))
        cases = cases_of(task, seed=0)
        assert sum(case.is_ordinary for case in cases) == 2
        for slip in task.slips:
            if (loss, form) != (_FLAT, "gradient"):
                assert any(_catches(case, task, slip) for case in cases), (form, slip)


def _catches(case: Case, task: Task, slip: str) -> bool:
    if case.expected is None or not case.expected.size:
        return False
    mistaken = task.mistaken(slip, case.y_true, case.y_pred, case.options)
    return mistaken.shape != case.expected.shape or not case.admits(mistaken)


def test_the_right_numbers_pass_and_so_does_a_loss_that_is_cut_off(question: MakeQuestion) -> None:
    cases = cases_of(task_of(question()), seed=3)
    assert all(case.admits(case.expected) for case in cases if case.expected is not None)
    [sure_and_wrong, _] = [
        case for case in cases if not case.is_finite and case.expected is not None
    ]
    assert sure_and_wrong.admits(np.asarray(16.118))
    assert not sure_and_wrong.admits(np.asarray(0.7))
    assert not sure_and_wrong.admits(np.asarray(np.nan))


def test_the_same_seed_makes_the_same_cases(question: MakeQuestion) -> None:
    task = task_of(question())
    first, again, other = (cases_of(task, seed)[0].y_pred.tolist() for seed in (1, 1, 2))
    assert first == again != other


def test_an_option_of_the_function_is_tried_with_two_values(question: MakeQuestion) -> None:
    task = task_of(question("huber(y, p, delta=1.0)", "huber"))
    assert {case.options["delta"] for case in cases_of(task, 0)} == {1.0, 0.5}


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"against": "hubber"}, "no loss named"),
        ({"against": "hinge", "options": (LossOption("from_logits", "true"),)}, "from_logits"),
        ({"options": (LossOption("delta", "1"),)}, "no option delta"),
        ({"function": "f(y, p, delta)"}, "no option delta"),
        ({"against": "huber", "options": (LossOption("delta", "-1"),)}, "cannot be -1"),
        ({"against": "huber", "options": (LossOption("delta", "true"),)}, "is a number"),
        ({"options": (LossOption("reduction", "1"),)}, "is a word"),
    ],
)
def test_a_task_that_no_loss_has_is_refused(
    question: MakeQuestion, fields: dict[str, object], problem: str
) -> None:
    with pytest.raises(QuizError, match=problem):
        task_of(question(**fields))
