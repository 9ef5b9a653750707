"""Open questions are graded by their points, cards from 1 to 4."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.bank.bank import Bank
from quiz_app.grading import grade
from quiz_app.variants import Variant, make_variant

OPEN = """\
ask: open
prompt: Why?
given: {x: 3}
answer: So.
points: [a mean, "{x} samples.", a sum]
"""


@pytest.mark.parametrize(
    ("ticked", "outcome", "score", "read_as", "feedback"),
    [
        ("1, 2, 3", "right", 1.0, "3 of 3 points", "Every point was made."),
        ("3", "partial", 1 / 3, "1 of 3 points", "Still missing: a mean; 3 samples."),
        ("1 3", "partial", 2 / 3, "2 of 3 points", "Still missing: 3 samples."),
        ("", "wrong", 0.0, "0 of 3 points", "Still missing: a mean; 3 samples; a sum."),
    ],
)
def test_an_open_answer_earns_the_share_of_its_points(
    variant: Callable[..., Variant],
    ticked: str,
    outcome: str,
    score: float,
    read_as: str,
    feedback: str,
) -> None:
    verdict = grade(variant(OPEN), ticked)
    assert (verdict.outcome, verdict.score) == (outcome, score)
    assert (verdict.read_as, verdict.feedback) == (read_as, feedback)


@pytest.mark.parametrize("ticked", ["4", "0", "one", "1, 9"])
def test_a_tick_at_no_point_is_invalid(variant: Callable[..., Variant], ticked: str) -> None:
    assert grade(variant(OPEN), ticked).outcome == "invalid"


@pytest.mark.parametrize(
    ("grades", "outcome", "score", "feedback"),
    [
        (("1", "again", " Again "), "wrong", 0.0, "Not yet: it will come back."),
        (("2", "hard"), "right", 1.0, "Known, with effort."),
        (("3", "good"), "right", 1.0, "Known."),
        (("4", "easy"), "right", 1.0, "Known at once."),
    ],
)
def test_a_card_is_graded_by_number_or_word(
    bank: Bank, grades: tuple[str, ...], outcome: str, score: float, feedback: str
) -> None:
    card = make_variant(bank.item("mse.card"), 0)
    for answer in grades:
        verdict = grade(card, answer)
        assert (verdict.outcome, verdict.score, verdict.feedback) == (outcome, score, feedback)
    assert {grade(card, answer).read_as for answer in grades} == {grades[1]}


@pytest.mark.parametrize("answer", ["", "0", "5", "a", "1, 2", "well"])
def test_another_grade_of_a_card_is_invalid(bank: Bank, answer: str) -> None:
    verdict = grade(make_variant(bank.item("mse.card"), 0), answer)
    assert verdict.outcome == "invalid"
    assert verdict.feedback == ("A card is graded with 1 (again), 2 (hard), 3 (good) or 4 (easy).")
