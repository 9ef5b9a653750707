"""A statement and its reason are judged together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.grading import grade
from quiz_app.variants import Variant, texts
from quiz_app.variants.listing import letter

MakeVariant = Callable[..., Variant]

STATEMENT = """\
ask: true_false
prompt: The MSE of a deep network is convex in its weights.
answer: false
reasons:
  - {text: The network bends., right: true, because: A square of a bent function is not convex.}
  - {text: The square bends., because: A square is convex.}
  - {text: It has kinks.}
"""


def of(variant: Variant, text: str) -> str:
    shown = [reason.text for reason in texts.reasons(variant)]
    return letter(shown.index(text))


def test_both_right_is_right(variant: MakeVariant) -> None:
    asked = variant(STATEMENT)
    verdict = grade(asked, f"f {of(asked, 'The network bends.')}")
    assert (verdict.outcome, verdict.score) == ("right", 1.0)
    assert verdict.read_as == "false; The network bends"
    assert verdict.feedback == (
        "Right: it is false, and for that reason. A square of a bent function is not convex."
    )


def test_a_wrong_reason_costs_half_and_is_explained(variant: MakeVariant) -> None:
    asked = variant(STATEMENT)
    verdict = grade(asked, f"false, {of(asked, 'The square bends.')}")
    assert (verdict.outcome, verdict.score) == ("partial", 0.5)
    assert verdict.feedback == (
        "Right in part: it is false, but for another reason. A square is convex. "
        "The reason is “The network bends”. A square of a bent function is not convex."
    )


@pytest.mark.parametrize("reason", ["The network bends.", "It has kinks."])
def test_a_reason_for_the_wrong_answer_is_worth_nothing(variant: MakeVariant, reason: str) -> None:
    asked = variant(STATEMENT)
    verdict = grade(asked, f"t {of(asked, reason)}")
    assert (verdict.outcome, verdict.score) == ("wrong", 0.0)
    assert verdict.feedback.startswith("Not quite: it is false. The reason is “The network bends”.")


@pytest.mark.parametrize("answer", ["f 2", "F,B", "false; b", "no b", "2 2"])
def test_the_answer_is_a_word_or_number_and_the_reason_too(
    variant: MakeVariant, answer: str
) -> None:
    asked = variant(STATEMENT)
    assert grade(asked, answer).read_as == grade(asked, "f b").read_as


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("", "There is no answer yet."),
        ("f", "The reason is missing. Say true or false and the letter of the reason, such as t c"),
        ("maybe a", "'maybe' is neither true nor false."),
        ("f d", "'d' is not one of the reasons. They have the letters a to c."),
        ("f a b", "This is more than an answer and its reason."),
        ("f " * 1000, "This is more than an answer and its reason."),
        ("\x1b[2J a", "'\\x1b[2j' is neither true nor false."),
    ],
)
def test_what_is_no_answer_with_a_reason_costs_nothing(
    variant: MakeVariant, answer: str, problem: str
) -> None:
    verdict = grade(variant(STATEMENT), answer)
    assert (verdict.outcome, verdict.score) == ("invalid", 0.0)
    assert verdict.feedback.startswith(problem)
