"""What is known least comes first, and a session opens gently."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.bank import Bank
from quiz_app.bank.model import Card, NumberQuestion, Question, Source, TrueFalseQuestion
from quiz_app.practice import SESSION_LENGTH, planned
from quiz_app.variants import is_shown_at_once

PLACE = Source("t.yaml", 1, 1)


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - numbers for tests


def statement(key: str, difficulty: int = 2) -> Question:
    return TrueFalseQuestion(
        id=key, topic="t", source=PLACE, difficulty=difficulty, prompt="So?", answer=True
    )


def number(key: str, difficulty: int = 2) -> Question:
    return NumberQuestion(
        id=key, topic="t", source=PLACE, difficulty=difficulty, prompt="What?", answer="1"
    )


@settings(deadline=None)
@given(
    known=st.lists(st.integers(0, 5), max_size=40),
    length=st.integers(1, 20),
    seed=st.integers(0, 10**6),
)
def test_what_is_known_least_is_chosen(known: list[int], length: int, seed: int) -> None:
    items = [statement(f"q{n}") for n in range(len(known))]
    times_right = {f"q{n}": times for n, times in enumerate(known) if times}
    chosen = planned(items, times_right, chance(seed), length)
    assert len(chosen) == min(length, len(items))
    assert len({item.id for item in chosen}) == len(chosen)
    assert sorted(times_right.get(item.id, 0) for item in chosen) == sorted(known)[: len(chosen)]


def test_a_session_has_its_usual_length() -> None:
    items = [statement(f"q{n}") for n in range(SESSION_LENGTH + 5)]
    assert len(planned(items, {}, chance(0))) == SESSION_LENGTH


def test_among_equals_chance_decides() -> None:
    items = [statement(f"q{n}") for n in range(30)]
    sets = {frozenset(item.id for item in planned(items, {}, chance(n), 5)) for n in range(20)}
    assert len(sets) == 20


def test_the_same_chance_makes_the_same_plan(bank: Bank) -> None:
    items = tuple(bank.items.values())
    assert planned(items, {}, chance(3)) == planned(items, {}, chance(3))


@pytest.mark.parametrize("seed", range(20))
def test_a_session_opens_with_something_that_is_shown_at_once(seed: int) -> None:
    items = [*(number(f"n{n}", difficulty=1) for n in range(8)), statement("s", difficulty=5)]
    chosen = planned(items, {}, chance(seed))
    assert is_shown_at_once(chosen[0])
    assert len(chosen) == 9


def test_where_all_must_be_computed_a_session_opens_all_the_same() -> None:
    items = [number(f"n{n}") for n in range(3)]
    assert {item.id for item in planned(items, {}, chance(0))} == {"n0", "n1", "n2"}


def test_the_easy_questions_come_before_the_hard_ones() -> None:
    items = [statement(f"{level}.{n}", level) for level in (1, 3, 5) for n in range(5)]
    for seed in range(20):
        levels = [item.difficulty for item in planned(items, {}, chance(seed))]
        assert levels == sorted(levels)


def test_cards_stand_between_the_questions() -> None:
    cards: list[Question] = [
        Card(id=f"c{n}", topic="t", source=PLACE, front="a", back="b") for n in range(4)
    ]
    items = [*cards, *(statement(f"q{n}", 1 + n % 4) for n in range(10))]
    runs = set()
    for seed in range(20):
        are_cards = [isinstance(item, Card) for item in planned(items, {}, chance(seed))]
        runs.add(are_cards.index(True))
        assert are_cards != sorted(are_cards)
    assert len(runs) > 1
