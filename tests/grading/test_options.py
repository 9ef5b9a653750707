"""Choices are made by number, letter or word, and every option counts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, combinations

import pytest

from quiz_app.grading import grade
from quiz_app.variants import Variant

MakeVariant = Callable[..., Variant]

CHOICE = """\
ask: choice
prompt: Which?
shuffle: false
options:
  - {text: MSE, because: It squares.}
  - {text: MAE., right: true, because: It does not.}
  - {text: RMSE}
"""
CHOICES = """\
ask: choices
prompt: Which?
shuffle: false
options:
  - {text: MSE, right: true}
  - {text: MAE, right: true, because: A sum of absolute values.}
  - {text: The 0-1 loss., because: It jumps.}
  - {text: Sine}
"""
STATEMENT = "ask: true_false\nprompt: Huber has a kink.\nanswer: {}"


@pytest.mark.parametrize("answer", ["2", " 2 ", "b", "B", "2,", "2 2"])
def test_the_right_option_counts_by_number_and_letter(variant: MakeVariant, answer: str) -> None:
    verdict = grade(variant(CHOICE), answer)
    assert (verdict.outcome, verdict.score, verdict.read_as) == ("right", 1.0, "MAE")
    assert verdict.feedback == "Right. It does not."


def test_a_wrong_option_is_explained_and_the_right_one_named(variant: MakeVariant) -> None:
    verdict = grade(variant(CHOICE), "1")
    assert (verdict.outcome, verdict.score, verdict.read_as) == ("wrong", 0.0, "MSE")
    assert verdict.feedback == "Not quite. It squares. The answer is “MAE”. It does not."
    assert grade(variant(CHOICE), "c").feedback == "Not quite. The answer is “MAE”. It does not."


def test_options_are_counted_as_they_are_shown(variant: MakeVariant) -> None:
    for seed in range(10):
        shuffled = variant(CHOICE.replace("shuffle: false\n", ""), seed)
        place = shuffled.order.index(1)
        assert grade(shuffled, str(place + 1)).outcome == "right"
        assert grade(shuffled, str((place + 1) % 3 + 1)).outcome == "wrong"


@pytest.mark.parametrize(
    ("answer", "feedback"),
    [
        ("", "Nothing is chosen. Choose with the numbers 1 to 3."),
        (" , ", "Nothing is chosen. Choose with the numbers 1 to 3."),
        ("0", "'0' is not one of the options. Choose with the numbers 1 to 3."),
        ("4", "'4' is not one of the options. Choose with the numbers 1 to 3."),
        ("d", "'d' is not one of the options. Choose with the numbers 1 to 3."),
        ("-1", "'-1' is not one of the options. Choose with the numbers 1 to 3."),
        ("²", "'²' is not one of the options. Choose with the numbers 1 to 3."),
        ("MAE", "'mae' is not one of the options. Choose with the numbers 1 to 3."),
        ("true", "'true' is not one of the options. Choose with the numbers 1 to 3."),
        ("1" * 99, f"'{'1' * 20}' is not one of the options. Choose with the numbers 1 to 3."),
        ("\x1b[2J", r"'\x1b[2j' is not one of the options. Choose with the numbers 1 to 3."),
        ("1, 2", "Only one option is right here. Choose one of them."),
    ],
)
def test_what_is_no_option_is_invalid(variant: MakeVariant, answer: str, feedback: str) -> None:
    verdict = grade(variant(CHOICE), answer)
    assert (verdict.outcome, verdict.score, verdict.feedback) == ("invalid", 0.0, feedback)


@pytest.mark.parametrize(
    ("answer", "outcome", "score"),
    [
        ("1, 2", "right", 1.0),
        ("b a", "right", 1.0),
        ("1", "partial", 0.5),
        ("1 2 3", "partial", 0.5),
        ("1, 3", "wrong", 0.0),
        ("3", "wrong", 0.0),
        ("1 2 3 4", "wrong", 0.0),
        ("", "invalid", 0.0),
        ("1, 5", "invalid", 0.0),
    ],
)
def test_of_several_options_a_part_earns_its_share(
    variant: MakeVariant, answer: str, outcome: str, score: float
) -> None:
    verdict = grade(variant(CHOICES), answer)
    assert (verdict.outcome, verdict.score) == (outcome, score)


def test_only_exactly_the_right_options_earn_the_full_score(variant: MakeVariant) -> None:
    question = variant(CHOICES)
    every = chain.from_iterable(combinations("1234", size) for size in range(1, 5))
    full = [chosen for chosen in every if grade(question, ",".join(chosen)).score == 1]
    assert full == [("1", "2")]


def test_where_every_option_is_right_all_must_be_chosen(variant: MakeVariant) -> None:
    question = variant(
        "ask: choices\nprompt: a\noptions: [{text: a, right: true}, {text: b, right: true}]"
    )
    assert grade(question, "1, 2").outcome == "right"
    assert (grade(question, "1").outcome, grade(question, "1").score) == ("partial", 0.5)


@pytest.mark.parametrize(
    ("answer", "feedback"),
    [
        ("1, 2", "Right."),
        ("1", "Right in part. You missed “MAE”."),
        ("4", "Not quite. “Sine” is not right. You missed “MSE” and “MAE”."),
        ("1 2 3", "Right in part. “The 0-1 loss” is not right. It jumps."),
    ],
)
def test_every_option_judged_badly_is_named(
    variant: MakeVariant, answer: str, feedback: str
) -> None:
    assert grade(variant(CHOICES), answer).feedback == feedback


def test_the_chosen_options_are_read_back(variant: MakeVariant) -> None:
    assert grade(variant(CHOICES), "3,1").read_as == "MSE; The 0-1 loss"


@pytest.mark.parametrize("word", ["true", "True", " TRUE ", "t", "T", "yes", "1", "a"])
def test_a_true_statement_may_be_affirmed_in_words(variant: MakeVariant, word: str) -> None:
    verdict = grade(variant(STATEMENT.format("true")), word)
    assert (verdict.outcome, verdict.read_as, verdict.feedback) == ("right", "True", "Right.")


@pytest.mark.parametrize("word", ["false", "F", "no", "2", "b"])
def test_a_false_statement_may_be_denied_in_words(variant: MakeVariant, word: str) -> None:
    verdict = grade(variant(STATEMENT.format("false")), word)
    assert (verdict.outcome, verdict.read_as, verdict.feedback) == ("right", "False", "Right.")


@pytest.mark.parametrize(("truth", "word"), [("true", "f"), ("false", "t")])
def test_a_wrong_judgement_of_a_statement_is_put_right(
    variant: MakeVariant, truth: str, word: str
) -> None:
    verdict = grade(variant(STATEMENT.format(truth)), word)
    assert (verdict.outcome, verdict.score) == ("wrong", 0.0)
    assert verdict.feedback == f"Not quite: it is {truth}."


@pytest.mark.parametrize("word", ["", "perhaps", "3", "1, 2", "not true"])
def test_neither_true_nor_false_is_invalid(variant: MakeVariant, word: str) -> None:
    assert grade(variant(STATEMENT.format("true")), word).outcome == "invalid"


def test_a_choice_is_not_read_beyond_what_any_choice_needs(variant: MakeVariant) -> None:
    verdict = grade(variant(CHOICE), "1," * 500_000)
    assert verdict.outcome == "invalid"
    assert "1000000 characters" in verdict.feedback
