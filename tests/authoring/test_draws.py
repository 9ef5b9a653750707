"""A question that cannot be drawn, told apart or filled in is found before a learner meets it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest

from quiz_app.authoring import check_paths

NUMBER = """\
ask: number
prompt: "The cost of {p} for {y}?"
given:
  y: {uniform: [-3, 3], step: 0.5, size: 3}
  p: {uniform: [-3, 3], step: 0.5, size: 3}
  x: {choice: [-2, -1, 0, 1, 2]}
"""


def faults_of(path: Path, question: str) -> list[str]:
    """The faults of one question, without the path; its keys begin in line 5, column 5."""
    body = indent(dedent(question), "    ")
    path.write_text(f"topic: t\ntitle: T\nquestions:\n  - id: q\n{body}", encoding="utf-8")
    return [str(fault).removeprefix(f"{path}:") for fault in check_paths([path])]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.yaml"


@pytest.mark.parametrize(
    ("rest", "fault"),
    [
        ("answer: log(0)", "11:13: drawn with seed 0, the logarithm of zero is infinite; "),
        (
            "answer: 0 + [[y, p]]",
            "11:13: drawn with seed 0, the answer of q is an array of shape (1, 2, 3); ",
        ),
        ("answer: mse(y, [1, 2])", "11:13: drawn with seed 0, for mean_squared_error y_true has "),
        ("answer: bce(y, p)", "11:13: drawn with seed 0, y_pred[0] cannot be "),
        (
            "answer: mse(y, p)\ntolerance: {absolute: 100}",
            "11:13: drawn with seed 0, no draw of q tells every mistake from the right answer: ",
        ),
        (
            "answer: mse(y, p)\nmistakes:\n  - {name: same, answer: mean((y - p)^2), say: No.}",
            "11:13: drawn with seed 0, no draw of q tells every mistake from the right answer: "
            "same would pass; ",
        ),
        (
            "answer: mse(y, p)\nmistakes:\n  - {name: none, answer: 1/(x - x), say: No.}",
            "13:30: this gives a number in none of the draws that were tried; ",
        ),
        (
            "answer: mse(y, p)\nmistakes:\n  - {name: a, answer: 99, say: 'It is {log(-1)}.'}",
            "11:13: drawn with seed 0, the logarithm of a negative number (−1) has no value here; ",
        ),
        (
            "answer: mse(y, p)\nexplain: The first is {y[3]}.",
            "12:14: drawn with seed 0, there is no entry 3 among 3; ",
        ),
        (
            "answer: mse(y, p)\nhints: [Look., 'See {y/0}.']",
            "12:21: drawn with seed 0, a division by zero has no value here; ",
        ),
    ],
)
def test_a_number_question_that_fails_in_a_draw_is_named_at_its_place(
    path: Path, rest: str, fault: str
) -> None:
    (found,) = faults_of(path, NUMBER + rest)
    assert found.startswith(fault)


def test_a_text_that_fails_only_now_and_then_is_found_with_the_seed(path: Path) -> None:
    (found,) = faults_of(path, NUMBER + "answer: mse(y, p)\nexplain: 'Or {1/x}.'")
    assert found.startswith("12:15: drawn with seed ")
    assert "a division by zero has no value here" in found


def test_a_mistake_that_is_possible_only_now_and_then_is_no_fault(path: Path) -> None:
    mistake = "mistakes: [{name: a, answer: 100 + log(x), say: No.}]"
    assert faults_of(path, f"{NUMBER}answer: mse(y, p)\n{mistake}") == []


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (
            """\
            ask: true_false
            prompt: "{y} > 0"
            answer: true
            given: {x: 0, y: 1/x}
            """,
            "8:12: drawn with seed 0, a division by zero has no value here; ",
        ),
        (
            """\
            ask: open
            prompt: Why?
            answer: So.
            points: [one, "{log(0)}"]
            """,
            "8:20: drawn with seed 0, the logarithm of zero is infinite; ",
        ),
        (
            """\
            ask: choice
            prompt: Which?
            options:
              - {text: a, right: true}
              - {text: b, because: "It is {sqrt(0 - 1)}."}
            """,
            "9:29: drawn with seed 0, the square root of a negative number (−1) ",
        ),
    ],
)
def test_texts_and_values_of_every_kind_are_tried(path: Path, question: str, fault: str) -> None:
    (found,) = faults_of(path, question)
    assert found.startswith(fault)


def test_what_is_called_wrongly_is_named_once(path: Path) -> None:
    (found,) = faults_of(path, NUMBER + "answer: mse(y)")
    assert "a loss takes two arguments" in found


def test_a_question_that_can_be_drawn_has_no_faults(path: Path) -> None:
    mistake = "mistakes: [{name: a, answer: 100 + x, say: 'Not {100 + x}.'}]"
    assert (
        faults_of(path, f"{NUMBER}answer: mse(y, p)\n{mistake}\nexplain: 'It is {{answer}}.'") == []
    )
