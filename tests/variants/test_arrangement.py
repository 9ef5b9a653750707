"""The parts of a question are shown in an order that is drawn, and that gives nothing away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz_app.bank.model import (
    ClozeQuestion,
    Gap,
    MatchQuestion,
    Option,
    OrderQuestion,
    Pair,
    Source,
    Step,
    TrueFalseQuestion,
)
from quiz_app.variants import Variant, make_variant, texts
from quiz_app.variants.arrangement import arrangement, is_in_order
from quiz_app.variants.listing import listing

SOURCE = Source("t.yaml", 1, 1)
CHAIN = (Step("one"), Step("two", (0,)), Step("three", (1,)))
SEEDS = st.integers(0, 10**6)


def order(*steps: Step) -> OrderQuestion:
    return OrderQuestion(id="q", topic="t", source=SOURCE, prompt="p", steps=steps)


def match(pairs: int, others: int) -> MatchQuestion:
    return MatchQuestion(
        id="q",
        topic="t",
        source=SOURCE,
        prompt="p",
        pairs=tuple(Pair(f"left {n}", f"right {n}") for n in range(pairs)),
        others=tuple(f"other {n}" for n in range(others)),
    )


@given(SEEDS, st.integers(2, 6), st.data())
def test_steps_are_never_shown_in_a_right_order(seed: int, count: int, data: st.DataObject) -> None:
    # Step 1 needs step 0; the others need any of those above them.
    steps = [Step("0"), Step("1", (0,))]
    for n in range(2, count):
        needs = data.draw(st.sets(st.integers(0, n - 1)))
        steps.append(Step(str(n), tuple(sorted(needs))))
    shown = arrangement(order(*steps), seed)
    assert sorted(shown) == list(range(count))
    assert not is_in_order(shown, tuple(steps))


@given(SEEDS, st.integers(2, 5), st.integers(0, 3))
def test_partners_never_all_stand_beside_their_own(seed: int, pairs: int, others: int) -> None:
    shown = arrangement(match(pairs, others), seed)
    assert sorted(shown) == list(range(pairs + others))
    assert shown[:pairs] != tuple(range(pairs))


def test_every_other_arrangement_of_steps_is_met() -> None:
    met = {arrangement(order(*CHAIN), seed) for seed in range(100)}
    assert len(met) == 5


def test_an_order_is_right_where_each_step_follows_those_it_needs() -> None:
    fork = (Step("one"), Step("two", (0,)), Step("three", (0,)))
    assert is_in_order((0, 2, 1), fork)
    assert not is_in_order((1, 0, 2), fork)


def test_a_listing_gives_numbers_to_parts_and_letters_to_what_goes_with_them() -> None:
    shown = listing(make_variant(match(2, 1), 0))
    assert [sign for sign, _ in shown] == ["1", "2", "a", "b", "c"]
    assert [text for _, text in shown[:2]] == ["left 0", "left 1"]
    statement = TrueFalseQuestion(
        id="q", topic="t", source=SOURCE, prompt="p", answer=True, reasons=(Option("a"),)
    )
    assert listing(make_variant(statement, 0)) == (("1", "True"), ("2", "False"), ("a", "a"))
    steps = listing(make_variant(order(*CHAIN), 0))
    assert [sign for sign, _ in steps] == ["1", "2", "3"]


def test_the_model_answer_names_the_steps_by_their_numbers() -> None:
    variant = make_variant(order(*CHAIN), 3)
    lines = texts.model_answer(variant).splitlines()
    assert [line.split()[1] for line in lines] == ["one", "two", "three"]
    for line in lines:
        number, text = line.split(". ")
        assert texts.steps(variant)[int(number) - 1] == text


def cloze(prompt: str, *gaps: Gap) -> Variant:
    question = ClozeQuestion(id="q", topic="t", source=SOURCE, prompt=prompt, gaps=gaps)
    return make_variant(question, 0)


def test_gaps_are_numbered_and_their_numbers_computed() -> None:
    variant = cloze("From ___ to ____.", Gap(words=("here",)), Gap(expression="-1/4"))
    assert texts.prompt(variant) == "From __1__ to __2__."
    assert texts.model_answer(variant) == "here; −0.25"
