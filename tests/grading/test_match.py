"""Each part is judged by the partner that is given to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.grading import grade
from quiz_app.variants import Variant, texts
from quiz_app.variants.listing import letter

MakeVariant = Callable[..., Variant]

MATCH = """\
ask: match
prompt: Which constant minimises it?
pairs:
  - {left: MSE, right: mean, because: Its slope is linear.}
  - {left: MAE, right: median}
  - {left: 0-1, right: mode}
others: [range]
"""


def typed(variant: Variant, *words: str) -> str:
    """The answer that gives these partners to the parts, in order."""
    shown = texts.partners(variant)
    return " ".join(f"{n}{letter(shown.index(word))}" for n, word in enumerate(words, start=1))


def test_every_partner_found_is_right(variant: MakeVariant) -> None:
    match = variant(MATCH)
    verdict = grade(match, typed(match, "mean", "median", "mode"))
    assert (verdict.outcome, verdict.score) == ("right", 1.0)
    assert verdict.feedback == "Right. Its slope is linear."


def test_a_part_earns_its_share_and_the_rest_is_mended(variant: MakeVariant) -> None:
    match = variant(MATCH)
    verdict = grade(match, typed(match, "median", "mean", "mode"))
    assert (verdict.outcome, verdict.score) == ("partial", 1 / 3)
    assert verdict.feedback == (
        "Right in part. One of three fits. “MSE” goes with “mean”, not with “median”. "
        "Its slope is linear. “MAE” goes with “median”, not with “mean”."
    )


def test_no_partner_found_is_wrong(variant: MakeVariant) -> None:
    match = variant(MATCH)
    verdict = grade(match, typed(match, "range", "range", "range"))
    assert (verdict.outcome, verdict.score) == ("wrong", 0.0)


@pytest.mark.parametrize(
    "answer",
    ["1b 2a 3d", "3d,1b,2a", "b,a,d", "b a d", "bad", "B A D", "1=b 2=a 3=d", "1: b; 2→a; 3 d"],
)
def test_pairs_are_written_in_many_ways(variant: MakeVariant, answer: str) -> None:
    assert grade(variant(MATCH), answer).read_as == "1b 2a 3d"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("", "Nothing is matched yet. Give each number its letter, such as 1b 2a 3c."),
        ("1a 2b", "There is no partner yet for 3."),
        ("a", "There is no partner yet for 2 and 3."),
        ("1a 1b 2c 3d", "1 has two partners."),
        ("1a 2b 3e", "There is no e here. The letters go from a to d."),
        ("1a 2b 4c", "There is no 4 here. The numbers go from 1 to 3."),
        ("0a 2b 3c", "There is no 0 here."),
        ("abcd", "There are 4 letters for 3 numbers."),
        ("1 2 3", "This names no pairs."),
        ("MSE mean", "There are 7 letters for 3 numbers."),
        ("1a 2b 3\x1b[2J", "This names no pairs."),
        ("1a " * 100, "This has 300 characters."),
    ],
)
def test_what_names_no_pairs_costs_nothing(variant: MakeVariant, answer: str, problem: str) -> None:
    verdict = grade(variant(MATCH), answer)
    assert (verdict.outcome, verdict.score) == ("invalid", 0.0)
    assert verdict.feedback.startswith(problem)
