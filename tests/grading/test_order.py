"""Steps stand in a right order where each follows those it needs, whatever else they do."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from quiz_app.bank.model import OrderQuestion
from quiz_app.grading import grade
from quiz_app.variants import Variant, texts

MakeVariant = Callable[..., Variant]

CHAIN = "ask: order\nprompt: Go.\nsteps: [alpha, beta, gamma, delta]"
FREE = """\
ask: order
prompt: Go.
steps:
  - {text: likelihood, name: start}
  - {text: logarithm, name: log}
  - {text: sign, name: sign, after: [log]}
  - {text: constants, name: constants, after: [log]}
  - {text: minimise, after: [sign, constants]}
"""


def typed(variant: Variant, *words: str) -> str:
    """The numbers under which some steps are shown."""
    shown = texts.steps(variant)
    return ", ".join(str(shown.index(word) + 1) for word in words)


def test_the_order_of_the_file_is_right(variant: MakeVariant) -> None:
    chain = variant(CHAIN)
    verdict = grade(chain, typed(chain, "alpha", "beta", "gamma", "delta"))
    assert (verdict.outcome, verdict.score) == ("right", 1.0)
    assert verdict.feedback == "Right: each step stands after those it needs."


def test_steps_that_do_not_need_each_other_may_change_places(variant: MakeVariant) -> None:
    free = variant(FREE)
    for middle in (("sign", "constants"), ("constants", "sign")):
        order = typed(free, "likelihood", "logarithm", *middle, "minimise")
        assert grade(free, order).outcome == "right"


def test_the_score_is_the_share_of_pairs_in_order_by_any_detour(variant: MakeVariant) -> None:
    chain = variant(CHAIN)
    # One step carried over all three others breaks three of the six pairs.
    verdict = grade(chain, typed(chain, "delta", "alpha", "beta", "gamma"))
    assert (verdict.outcome, verdict.score) == ("partial", 0.5)
    assert verdict.feedback == (
        "Right in part. Three of six dependencies hold. “delta” needs “gamma” before it. "
        f"The right order is {typed(chain, 'alpha', 'beta', 'gamma', 'delta')}."
    )
    backwards = grade(chain, typed(chain, "delta", "gamma", "beta", "alpha"))
    assert (backwards.outcome, backwards.score) == ("wrong", 0.0)


def test_where_orders_differ_a_right_one_is_told(variant: MakeVariant) -> None:
    free = variant(FREE)
    said = grade(free, typed(free, "logarithm", "likelihood", "sign", "constants", "minimise"))
    assert "“logarithm” needs “likelihood” before it. A right order is " in said.feedback


def test_every_order_is_right_or_breaks_a_need(variant: MakeVariant) -> None:
    free = variant(FREE)
    item = free.item
    assert isinstance(item, OrderQuestion)
    for places in permutations(range(5)):
        kept = all(
            places.index(need) < places.index(place)
            for place, step in enumerate(item.steps)
            for need in step.after
        )
        answer = " ".join(str(free.order.index(place) + 1) for place in places)
        assert (grade(free, answer).outcome == "right") == kept


@pytest.mark.parametrize("answer", ["3,1,2,4", "3 1 2 4", "3124", " 3, 1 2,4 ", "c a b d"])
def test_an_order_is_written_with_or_without_commas(variant: MakeVariant, answer: str) -> None:
    assert grade(variant(CHAIN), answer).read_as == "3, 1, 2, 4"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("", "Nothing is chosen."),
        ("1 2 3", "Step 4 is missing. Put all of 1 to 4 in order, such as 4, 3, 2, 1."),
        ("1 2 3 3", "Step 3 stands there twice."),
        ("1 2 3 5", "'5' is not one of the options."),
        ("9999", "'9' is not one of the options."),
        ("1 2 \x1b[2J", "'\\x1b[2j' is not one of the options."),
        ("1," * 500, "This has 1000 characters."),
        ("1 2 3 ٤", "'٤' is not one of the options."),
    ],
)
def test_what_is_no_order_costs_nothing(variant: MakeVariant, answer: str, problem: str) -> None:
    verdict = grade(variant(CHAIN), answer)
    assert (verdict.outcome, verdict.score) == ("invalid", 0.0)
    assert verdict.feedback.startswith(problem)
