"""Gaps are judged one by one: words by their spelling, numbers by their value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.grading import grade
from quiz_app.variants import Variant, texts

MakeVariant = Callable[..., Variant]

CLOZE = """\
ask: cloze
prompt: The MSE wants the ___, the MAE the ___; at p = {p} the slope of −ln p is ___.
given: {p: 0.3}
gaps:
  - mean
  - [median, "50% quantile", "0.5-quantile"]
  - {expression: -1/p, tolerance: 1%}
"""
OPPOSITES = "ask: cloze\nprompt: Not ___ but ___.\ngaps: [interclass, intraclass]"
FORMULA = """\
ask: cloze
prompt: The slope of 3 ln p is ___, a ___ function.
gaps:
  - {expression: 3/p, variables: {p: {uniform: [0, 1], open: true}}}
  - falling
"""
NEAR = "ask: cloze\nprompt: Not ___ but ___.\ngaps: [casual, causal]"


@pytest.mark.parametrize(
    "answer",
    [
        "mean; median; -3.333",
        "mean;median;-10/3",
        "The mean; the Median; −1/0.3",
        "mean; 0.5 quantile; -3.32",
        " mean ; 50 % quantile ; -(10/3) ",
    ],
)
def test_every_gap_filled_is_right(variant: MakeVariant, answer: str) -> None:
    verdict = grade(variant(CLOZE), answer)
    assert (verdict.outcome, verdict.score, verdict.feedback) == ("right", 1.0, "Right.")


def test_a_misspelt_word_is_right_and_told(variant: MakeVariant) -> None:
    verdict = grade(variant(CLOZE), "mean; meidan; -10/3")
    assert (verdict.outcome, verdict.feedback) == ("right", "Right. It is spelt “median”.")


def test_each_gap_earns_its_share_and_what_belongs_there_is_told(variant: MakeVariant) -> None:
    verdict = grade(variant(CLOZE), "median; median; 3.3")
    assert (verdict.outcome, verdict.score) == ("partial", 1 / 3)
    assert verdict.read_as == "median; median; 3.3"
    assert verdict.feedback == (
        "Right in part. Gap 1 holds “mean”, not “median”. Gap 3 holds “−3.33333”, not “3.3”."
    )


def test_who_does_not_know_says_so(variant: MakeVariant) -> None:
    verdict = grade(variant(CLOZE), "?; ?; ?")
    assert (verdict.outcome, verdict.score) == ("wrong", 0.0)
    assert verdict.feedback.startswith("Not quite. Gap 1 holds “mean”. Gap 2 holds “median”.")


def test_a_word_of_another_gap_is_no_slip(variant: MakeVariant) -> None:
    assert grade(variant(NEAR), "causal; casual").outcome == "wrong"
    assert grade(variant(NEAR), "casaul; causal").outcome == "right"
    assert grade(variant(OPPOSITES), "intraclass; interclass").outcome == "wrong"


def test_a_single_gap_has_no_number(variant: MakeVariant) -> None:
    gap = variant('ask: cloze\nprompt: "___ it is."\ngaps: [convex]')
    assert grade(gap, "concave").feedback == "Not quite. The gap holds “convex”, not “concave”."
    assert grade(gap, "").feedback == "Gap 1 is empty. Type what belongs there."


def test_a_formula_is_right_in_any_form_on_its_domain(variant: MakeVariant) -> None:
    asked = variant(FORMULA)
    assert texts.prompt(asked) == (
        "The slope of 3 ln p is __1__, a __2__ function.\n\n__1__ is a formula, for 0 < p < 1."
    )
    assert grade(asked, "(1 + 2)*p^-1; falling").outcome == "right"
    assert grade(asked, "-3/p; falling").feedback == (
        "Right in part. Gap 1 holds “3/p”, not “−3/p”."
    )
    invalid = grade(asked, "3/q; falling")
    assert invalid.outcome == "invalid"
    assert "'q'" in invalid.feedback
    assert invalid.feedback.startswith("Gap 1: ")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("", "Gap 1 is empty. Set them apart by semicolons, and put ? where you do not know."),
        ("mean", "Three gaps are to be filled, you gave one. Set them apart by semicolons, and"),
        ("mean; median", "Three gaps are to be filled, you gave two."),
        ("a; b; 1; d", "Three gaps are to be filled, you gave more."),
        ("mean; ; 1", "Gap 2 is empty."),
        ("mean; median; 2 +", "Gap 3: After '2 +' a term is missing."),
        ("mean; median; 1/0", "Gap 3: "),
        ("mean; \x1b\x07\u202e; 1", "Gap 2 is empty."),
        (f"mean; {'x' * 200}; 1", "Gap 2 holds 200 characters."),
        (f"mean; {'x' * 5000}; 1", "This has 5009 characters."),
    ],
)
def test_what_cannot_be_read_costs_nothing(variant: MakeVariant, answer: str, problem: str) -> None:
    verdict = grade(variant(CLOZE), answer)
    assert (verdict.outcome, verdict.score) == ("invalid", 0.0)
    assert verdict.feedback.startswith(problem)


def test_no_control_character_of_an_answer_comes_back(variant: MakeVariant) -> None:
    verdict = grade(variant(CLOZE), "\x1b[2Jmean; me\u202edian; 1")
    assert f"{verdict.read_as}{verdict.feedback}".isprintable()
