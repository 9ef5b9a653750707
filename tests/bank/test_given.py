from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.bank.model import (
    Computed,
    Draw,
    Fixed,
    Labels,
    OneHot,
    Pick,
    Probabilities,
    Question,
    Uniform,
)
from quiz_app.errors import ContentError

QUESTION = """
id: q
ask: number
prompt: What is it?
answer: 1
given: {{{draws}}}
"""


@pytest.mark.parametrize(
    ("written", "draw"),
    [
        ("{uniform: [-3, 3], step: 0.5, size: 3}", Uniform("-3", "3", "0.5", (3,))),
        ("{uniform: [0, 1]}", Uniform("0", "1", "0.1")),
        ("{uniform: [0.05, 0.95], size: [2, 3]}", Uniform("0.05", "0.95", "0.1", (2, 3))),
        ("{choice: [0, +1.50, 2e-3]}", Pick(("0", "1.50", "2e-3"))),
        ("{choice: [-1, 1], size: 4}", Pick(("-1", "1"), (4,))),
        ("{probabilities: 3}", Probabilities(3, "0.05")),
        ("{probabilities: 3, step: 0.1, rows: 2}", Probabilities(3, "0.1", 2)),
        ("{one_hot: 3}", OneHot(3)),
        ("{one_hot: 3, rows: 2}", OneHot(3, 2)),
        ("{labels: 4, size: 5}", Labels(4, (5,))),
        ("0.10", Fixed("0.10")),
        ("-3", Fixed("-3")),
        ("[1, -0.5, 2]", Fixed(("1", "-0.5", "2"))),
        ("[[1, 0], [0, 1]]", Fixed((("1", "0"), ("0", "1")))),
        ("2*x + 1", Computed("2*x + 1")),
        ("'1/3'", Computed("1/3")),
        ("'3'", Computed("3")),
    ],
)
def test_each_way_to_give_a_value_is_read(
    read_item: Callable[[str], Question], written: str, draw: Draw
) -> None:
    item = read_item(QUESTION.format(draws=f"x: 1, y: {written}"))
    assert item.given == (("x", Fixed("1")), ("y", draw))


def test_a_greek_letter_and_its_name_are_one_name(read_item: Callable[[str], Question]) -> None:
    item = read_item(QUESTION.format(draws="δ: 1, y: 2*delta"))
    assert [name for name, _ in item.given] == ["delta", "y"]


@pytest.mark.parametrize(
    ("draws", "column", "problem", "remedy"),
    [
        ("y: {unifrom: [0, 1]}", 16, "'unifrom' is no way to draw", "did you mean 'uniform'"),
        ("y: {size: 3, unifrom: [0, 1]}", 25, "'unifrom' is no way", "did you mean 'uniform'"),
        ("y: {size: 3}", 15, "does not say how to draw", "the ways are uniform, choice"),
        ("y: {uniform: [0, 1], setp: 1}", 33, "'setp' is not a key", "did you mean 'step'"),
        ("y: {uniform: [0, 1], choice: [1]}", 33, "'choice' is not a key of a draw", ""),
        ("y: {uniform: [3, 1]}", 25, "3 is not below the upper bound 1", "[low, high]"),
        ("y: {uniform: [1]}", 25, "two bounds are expected here, not 1", "[low, high]"),
        ("y: {uniform: [0, one]}", 29, "a number is expected here, not 'one'", ""),
        ("y: {uniform: [0, 1], step: 0.3}", 39, "not a whole number of steps of 0.3", ""),
        ("y: {uniform: [0, 1], step: 0}", 39, "the step 0 is not positive", ""),
        ("y: {uniform: [0, 1], step: 1e-9}", 39, "up to a million", ""),
        ("y: {uniform: [0, 1], size: 0}", 39, "whole number from 1 to 100", ""),
        ("y: {uniform: [0, 1], size: [1, 2, 3]}", 39, "a size of 3 lengths", ""),
        ("y: {choice: []}", 24, "this list of numbers is too short", ""),
        ("y: {choice: ['1']}", 25, "a number is expected here", "without quotes"),
        ("y: {probabilities: 3, step: 0.3}", 40, "cannot add up to one", "at most 1/3"),
        ("y: {probabilities: 11, step: 0.1}", 41, "cannot add up to one", "at most 1/11"),
        ("y: {one_hot: 1}", 25, "whole number from 2 to 20", ""),
        ("y: {labels: two}", 24, "whole number from 2 to 20", ""),
        ("y: [[1, 2], [3]]", 24, "a row of 2 numbers", ""),
        ("y: [1, [2]]", 16, "a row of 1 numbers", ""),
        ("y: [1, a]", 19, "a number is expected here, not 'a'", ""),
        ("x: 1, y: 2*w", 23, "'w' is not a given name", "under 'given'"),
        ("y: 2*yy, yy: 1", 17, "'yy' is not a given name", "under 'given'"),
        ("answer: 1", 12, "'answer' cannot be the name", ""),
        ("e: 1", 12, "'e' cannot be the name", ""),
        ("δ: 1, delta: 2", 18, "'delta' is given twice", ""),
        ("2x: 1", 12, "'2x' cannot be the name", ""),
    ],
)
def test_a_fault_in_a_draw_is_placed_where_it_stands(
    faults_of: Callable[[str], list[ContentError]],
    draws: str,
    column: int,
    problem: str,
    remedy: str,
) -> None:
    [fault] = faults_of(QUESTION.format(draws=draws))
    assert problem in fault.problem
    assert remedy in fault.remedy
    assert (fault.line, fault.column) == (8, column + 1)


def test_given_must_be_names_with_values(faults_of: Callable[[str], list[ContentError]]) -> None:
    [fault] = faults_of("id: q\nask: number\nprompt: p\nanswer: 1\ngiven: [1, 2]")
    assert (fault.line, fault.column) == (8, 12)
    assert "names with their values" in fault.problem


def test_at_most_fifty_values_are_given(faults_of: Callable[[str], list[ContentError]]) -> None:
    [fault] = faults_of(QUESTION.format(draws=", ".join(f"y{n}: 1" for n in range(51))))
    assert (fault.line, fault.column) == (8, 12)
    assert "over 50 values" in fault.problem
