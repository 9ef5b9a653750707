"""Sessions are started on topics, stored, and taken up again while something is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Protocol

import pytest

from quiz_app.bank import Bank
from quiz_app.bank.model import BankFile, Card, Question, Source, Topic, TrueFalseQuestion
from quiz_app.errors import QuizError
from quiz_app.practice import SESSION_LENGTH, Session, start_session, unfinished_session
from quiz_app.progress import History
from quiz_app.variants import Variant

Start = Callable[..., Session]
Answer = Callable[[Variant], str]


class MovableClock(Protocol):
    def __call__(self) -> datetime: ...
    def advance(self, **time: float) -> None: ...


def test_a_session_is_stored_with_its_plan_once_something_is_answered(
    bank: Bank, history: History, clock: MovableClock, chance: Random
) -> None:
    session = start_session(bank, history, clock, chance)
    assert session.next() is not None
    assert history.unfinished_session() is None
    session.answer("1")
    stored = history.unfinished_session()
    assert stored is not None
    assert stored.plan == session.plan
    assert sorted(session.plan.items) == sorted(bank.items)
    assert (session.plan.mode, session.plan.topics) == ("practice", ("regression",))
    assert session.plan.started_at == clock()


def test_a_single_question_can_be_asked_for(
    bank: Bank, history: History, clock: MovableClock, chance: Random
) -> None:
    session = start_session(bank, history, clock, chance, ("convex",))
    assert session.plan.items == ("convex",)
    assert session.plan.topics == ("regression",)


def test_what_was_answered_right_most_often_is_left_for_another_day(
    history: History,
    clock: MovableClock,
    chance: Random,
    start: Start,
    asked_in_turn: Callable[[Session], list[str]],
) -> None:
    place = Source("t.yaml", 1, 1)
    questions: list[Question] = [
        TrueFalseQuestion(id=f"q{n}", topic="t", source=place, prompt="So?", answer=True)
        for n in range(SESSION_LENGTH + 2)
    ]
    bank = Bank([BankFile(Topic("t", "T"), tuple(questions))])
    asked_in_turn(start(bank, history, clock, "q3", "q5"))
    session = start_session(bank, history, clock, chance)
    assert {item for item in bank.items if item not in session.plan.items} == {"q3", "q5"}


def test_only_the_cards_are_reviewed(
    bank: Bank, history: History, clock: MovableClock, chance: Random
) -> None:
    session = start_session(bank, history, clock, chance, cards_only=True)
    assert session.plan.mode == "review"
    assert session.plan.items == tuple(i.id for i in bank.items.values() if isinstance(i, Card))


def test_a_topic_named_twice_is_asked_once(
    bank: Bank, history: History, clock: MovableClock, chance: Random
) -> None:
    session = start_session(bank, history, clock, chance, ("regression", "regression"))
    assert session.plan.topics == ("regression",)
    assert len(set(session.plan.items)) == len(session.plan.items)


def test_an_unknown_topic_is_an_error(
    bank: Bank, history: History, clock: MovableClock, chance: Random
) -> None:
    with pytest.raises(QuizError, match=r"no topic 'regresion'\. Did you mean 'regression'\?"):
        start_session(bank, history, clock, chance, ("regresion",))


def test_nothing_to_ask_is_an_error_and_no_session(
    mixed_bank: Bank, history: History, clock: MovableClock, chance: Random
) -> None:
    with pytest.raises(QuizError, match=r"No card is in mixed\."):
        start_session(mixed_bank, history, clock, chance, ("mixed",), cards_only=True)
    with pytest.raises(QuizError, match=r"No question is in the bank\."):
        start_session(Bank(), history, clock, chance)
    assert history.unfinished_session() is None


def test_a_session_that_was_left_is_offered_where_it_stopped(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, wrong: Answer
) -> None:
    session = start(mixed_bank, history, clock, "number", "s1")
    variant = session.next()
    assert variant is not None
    session.answer(wrong(variant))
    again = unfinished_session(mixed_bank, history, clock)
    assert again is not None
    assert (again.plan, again.attempts, again.total) == (session.plan, session.attempts, 3)
    assert again.next() == session.next()


def test_nothing_is_offered_where_nothing_was_left(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    asked_in_turn: Callable[[Session], list[str]],
) -> None:
    assert unfinished_session(mixed_bank, history, clock) is None
    asked_in_turn(start(mixed_bank, history, clock, "s0", "s1"))
    assert unfinished_session(mixed_bank, history, clock) is None


def test_nothing_is_offered_of_questions_that_are_gone(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    start(mixed_bank, history, clock, "removed")
    assert unfinished_session(mixed_bank, history, clock) is None


def test_a_finished_session_is_not_offered_again(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    start(mixed_bank, history, clock, "s0", "s1").finish()
    assert unfinished_session(mixed_bank, history, clock) is None


def test_an_old_session_is_not_offered(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    start(mixed_bank, history, clock, "s0")
    clock.advance(days=4)
    assert unfinished_session(mixed_bank, history, clock) is None
