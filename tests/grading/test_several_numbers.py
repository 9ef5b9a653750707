"""Answers of several numbers: how they are read, what they earn and what is said of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.grading import grade
from quiz_app.variants import Variant

MakeVariant = Callable[..., Variant]


def numbers(answer: str, *lines: str) -> str:
    return "\n".join(("ask: number", "prompt: a", f"answer: '{answer}'", *lines))


@pytest.fixture
def three(variant: MakeVariant) -> Variant:
    return variant(numbers("[0.1, 0.25, -0.5]"))


@pytest.fixture
def matrix(variant: MakeVariant) -> Variant:
    return variant(numbers("[[1, 2], [3, 4]]"))


@pytest.mark.parametrize(
    ("answer", "read_as"),
    [
        ("[0.1, 0.25, -0.5]", "[0.1, 0.25, −0.5]"),
        ("0.1, 0.25, -0.5", "[0.1, 0.25, −0.5]"),
        ("(0.1, 0.25, -0.5)", "[0.1, 0.25, −0.5]"),
        ("0.1; 0.25; -0.5", "[0.1, 0.25, −0.5]"),
        ("10%, 1/4, -1/2", "[10/100, ¼, −½] = [0.1, 0.25, −0.5]"),
        ("-[-0.1, -0.25, 0.5]", "−[−0.1, −0.25, 0.5] = [0.1, 0.25, −0.5]"),
    ],
)
def test_a_list_counts_in_every_form(three: Variant, answer: str, read_as: str) -> None:
    verdict = grade(three, answer)
    assert (verdict.outcome, verdict.score, verdict.read_as) == ("right", 1.0, read_as)
    assert verdict.feedback == "Right: the answer is [0.1, 0.25, −0.5]."


@pytest.mark.parametrize("answer", ["[[1, 2], [3, 4]]", "1, 2; 3, 4", "[1, 2], [3, 4]"])
def test_a_matrix_counts_in_every_form(matrix: Variant, answer: str) -> None:
    assert grade(matrix, answer).outcome == "right"


@pytest.mark.parametrize(
    ("answer", "score", "feedback"),
    [
        (
            "0.1, 0.35, -0.5",
            2 / 3,
            "Right in part: two of three entries are right. The 2nd entry: yours 0.35, right 0.25.",
        ),
        (
            "0.1, 0.35, 0.5",
            1 / 3,
            "Right in part: one of three entries is right. "
            "The 2nd entry: yours 0.35, right 0.25; the 3rd entry: yours 0.5, right −0.5.",
        ),
        (
            "0.25, -0.5, 0.1",
            0,
            "Not quite: the answer is [0.1, 0.25, −0.5]. "
            "You have the right numbers in another order.",
        ),
        (
            "-0.1, -0.25, 0.5",
            0,
            "Not quite: the answer is [0.1, 0.25, −0.5]. Each of yours has the opposite sign.",
        ),
        (
            "0.2, 0.5, -1",
            0,
            "Not quite: the answer is [0.1, 0.25, −0.5]. Each of yours is 2 times the right one.",
        ),
        ("7, 8, 9", 0, "Not quite: the answer is [0.1, 0.25, −0.5]."),
    ],
)
def test_each_right_entry_earns_its_share(
    three: Variant, answer: str, score: float, feedback: str
) -> None:
    verdict = grade(three, answer)
    assert verdict.outcome == ("partial" if score else "wrong")
    assert verdict.score == pytest.approx(score)
    assert verdict.feedback == feedback


def test_the_wrong_entries_of_a_matrix_are_named_by_row_and_column(matrix: Variant) -> None:
    verdict = grade(matrix, "1, 2; 7, 4")
    assert verdict.score == 0.75
    assert verdict.feedback.endswith("Row 2, column 1: yours 7, right 3.")


@pytest.mark.parametrize(
    ("answer", "feedback"),
    [
        ("", "There is no answer yet. Type them with commas between, such as 0.1, 1/2."),
        ("1, 2", "Three numbers are asked for, you gave two numbers."),
        ("1", "Three numbers are asked for, you gave one number."),
        (
            "0,1, 0,25, 0,5",
            "Three numbers are asked for, you gave six numbers. "
            "Commas part the numbers; write decimals with a point, such as 0.1.",
        ),
        ("1, 2; 3, 4", "Three numbers are asked for, you gave a matrix of two rows"),
        ("1, , 2", "At character 4: After '1,' a term is missing."),
        ("1, 2; 3", "Arrays of the shapes (1,) and (2,) do not fit together."),
        ("[[[1, 2]]]", "Three numbers are asked for, you gave an array of more axes"),
    ],
)
def test_another_shape_is_invalid_and_the_right_one_is_told(
    three: Variant, answer: str, feedback: str
) -> None:
    verdict = grade(three, answer)
    assert verdict.outcome == "invalid"
    assert verdict.feedback.startswith(feedback)


def test_a_matrix_is_asked_for_by_rows_and_columns(matrix: Variant) -> None:
    assert grade(matrix, "1, 2, 3, 4").feedback == (
        "A matrix of two rows and two columns is asked for, you gave four numbers. "
        "Type its rows with semicolons between, such as 1, 2; 3, 4."
    )


def test_numbers_rounded_too_far_cost_nothing(variant: MakeVariant) -> None:
    question = variant(numbers("[1/3, 2/3]", "tolerance: 0.1%"))
    verdict = grade(question, "0.33, 0.667")
    assert verdict.outcome == "invalid"
    assert verdict.feedback == (
        "These are the right numbers, but rounded to 2 digits; give at least 4."
    )
    assert grade(question, "0.33, 0.7001").outcome == "wrong"


def test_a_mistake_in_a_gradient_is_named(variant: MakeVariant) -> None:
    given = "given: {y: [1, 0, 2], p: [3, 1, 2]}"
    question = variant(numbers("gradient(mse(y, p))", given))
    verdict = grade(question, "-4, -2, 0")
    assert [mistake.name for mistake in verdict.mistakes] == ["wrong_sign"]
    assert (verdict.outcome, verdict.score) == ("partial", pytest.approx(1 / 3))
    assert verdict.feedback.endswith("where a larger prediction makes the loss larger.")


def test_a_list_of_one_is_one_number(variant: MakeVariant) -> None:
    assert grade(variant(numbers("0.5")), "[0.5]").outcome == "invalid"
    assert grade(variant(numbers("[0.5]")), "0.5").outcome == "right"
