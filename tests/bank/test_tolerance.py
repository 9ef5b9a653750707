from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.bank.model import NumberQuestion, Question, Tolerance
from quiz_app.errors import ContentError

QUESTION = "id: q\nask: number\nprompt: What is it?\nanswer: 1\ntolerance: "


@pytest.mark.parametrize(
    ("written", "tolerance"),
    [
        ("1%", Tolerance("relative", 0.01)),
        ("0.5 %", Tolerance("relative", 0.005)),
        ("{relative: 2%}", Tolerance("relative", 0.02)),
        ("{absolute: 0.01}", Tolerance("absolute", 0.01)),
        ("{digits: 3}", Tolerance("digits", 3)),
    ],
)
def test_each_way_to_write_a_tolerance_is_read(
    read_item: Callable[[str], Question], written: str, tolerance: Tolerance
) -> None:
    question = read_item(QUESTION + written)
    assert isinstance(question, NumberQuestion)
    assert question.tolerance == tolerance


def test_a_question_without_one_allows_one_per_cent(
    read_item: Callable[[str], Question],
) -> None:
    question = read_item("id: q\nask: number\nprompt: What is it?\nanswer: 1")
    assert isinstance(question, NumberQuestion)
    assert question.tolerance == Tolerance("relative", 0.01)


@pytest.mark.parametrize(
    ("written", "column", "problem"),
    [
        ("0.01", 16, "a percentage above 0% and up to 50%"),
        ("0%", 16, "a percentage above 0%"),
        ("51%", 16, "up to 50%"),
        ("x%", 16, "a percentage above 0% and up to 50% is expected here, not 'x%'"),
        ("{}", 16, "not 0 of them"),
        ("{digits: 3, absolute: 1}", 16, "not 2 of them"),
        ("{digit: 3}", 17, "'digit' is not a key of a tolerance"),
        ("{digits: 2.5}", 25, "a whole number from 1 to 10"),
        ("{digits: 11}", 25, "a whole number from 1 to 10"),
        ("{absolute: 0}", 27, "the distance '0' is not positive"),
        ("{absolute: -1}", 27, "the distance '-1' is not positive"),
        ("[1%]", 16, "not a list"),
    ],
)
def test_a_tolerance_that_means_nothing_is_refused(
    faults_of: Callable[[str], list[ContentError]], written: str, column: int, problem: str
) -> None:
    [fault] = faults_of(QUESTION + written)
    assert problem in fault.problem
    assert (fault.line, fault.column) == (8, column)
