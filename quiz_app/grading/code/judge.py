"""The first case on which a function is wrong, and in which way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np
from msgspec import Struct

from quiz_app.grading.code.cases import Case
from quiz_app.grading.code.task import Task
from quiz_app.grading.code.wire import Result
from quiz_app.losses import FloatArray

Fail: TypeAlias = Literal["value", "shape", "fault", "nothing", "type", "changed"]


class Failure(Struct, frozen=True):
    """A case, what came of it, and what is wrong with that."""

    case: Case
    result: Result
    fail: Fail


def first_failure(cases: Sequence[Case], results: Sequence[Result]) -> Failure | None:
    """The first case whose result is not right; there may be fewer results than cases."""
    for case, result in zip(cases, results, strict=False):
        fail = _fail(case, result)
        if fail is not None:
            return Failure(case, result, fail)
    return None


def slips_made(
    task: Task, cases: Sequence[Case], results: Sequence[Result]
) -> tuple[tuple[str, FloatArray], ...]:
    """The mistakes that give the learner's numbers on all ordinary cases; first those numbers."""
    told = [
        (case, result.numbers)
        for case, result in zip(cases, results, strict=False)
        if case.is_ordinary
    ]
    first = told[0][1] if told else None
    if first is None:
        return ()
    return tuple(
        (slip, first)
        for slip in task.slips
        if all(_comes_of(slip, task, case, numbers) for case, numbers in told)
    )


def _comes_of(slip: str, task: Task, case: Case, got: FloatArray | None) -> bool:
    mistaken = task.mistaken(slip, case.y_true, case.y_pred, case.options)
    return (
        got is not None
        and mistaken.shape == got.shape
        and bool(np.allclose(mistaken, got, rtol=case.relative))
    )


def _fail(case: Case, result: Result) -> Fail | None:
    if result.fault is not None:
        # Without any samples, to refuse them is one of the good answers.
        refuses = case.expected is None and result.fault.name == "ValueError"
        return None if refuses else "fault"
    if result.nothing:
        return "nothing"
    shape = () if case.expected is None else case.expected.shape
    if result.dtype and result.shape != shape:
        return "shape"
    got = result.numbers
    if got is None:
        return "type"
    if not case.admits(got):
        return "value"
    return "changed" if result.changed else None
