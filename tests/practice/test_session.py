"""A session asks what is left, brings back what was missed, and records before it tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.bank import Bank
from quiz_app.errors import QuizError
from quiz_app.practice import Session
from quiz_app.progress import Attempt, Clock, History, StoredSession
from quiz_app.variants import Variant

Start = Callable[..., Session]
Answer = Callable[[Variant], str]
AskedInTurn = Callable[..., list[str]]

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STATEMENTS = [f"s{n}" for n in range(8)]


class MovableClock(Protocol):
    def __call__(self) -> datetime: ...
    def advance(self, **time: float) -> None: ...


def shown(session: Session) -> Variant:
    variant = session.next()
    assert variant is not None
    return variant


def resumed(session: Session, bank: Bank, history: History, clock: Clock) -> Session:
    """The session as it would be taken up after an interruption."""
    stored = StoredSession(session.plan, history.attempts(session.plan.id))
    return Session(stored, bank, history, clock)


def test_the_plan_is_followed_to_its_end(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    asked_in_turn: AskedInTurn,
) -> None:
    session = start(mixed_bank, history, clock, "s3", "number", "s1")
    assert asked_in_turn(session) == ["s3", "number", "s1"]
    assert session.next() is None
    assert [attempt.item for attempt in session.attempts] == ["s3", "number", "s1"]


def test_the_question_stays_the_same_until_it_is_answered(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, right: Answer
) -> None:
    session = start(mixed_bank, history, clock, "number", "s1")
    variant = shown(session)
    assert session.next() is variant
    session.answer(right(variant))
    assert shown(session).item.id == "s1"


def test_a_missed_question_returns_after_three_others(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    asked_in_turn: AskedInTurn,
) -> None:
    session = start(mixed_bank, history, clock, *STATEMENTS[:6])
    assert asked_in_turn(session, [False]) == ["s0", "s1", "s2", "s3", "s0", "s4", "s5"]


def test_a_question_missed_near_the_end_returns_at_the_end(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    asked_in_turn: AskedInTurn,
) -> None:
    session = start(mixed_bank, history, clock, "s0", "s1")
    assert asked_in_turn(session, [False, True, True]) == ["s0", "s1", "s0"]
    last = start(mixed_bank, history, clock, "s0")
    assert asked_in_turn(last, [False]) == ["s0", "s0"]


def test_a_question_is_asked_at_most_three_times(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    asked_in_turn: AskedInTurn,
) -> None:
    session = start(mixed_bank, history, clock, "s0", "s1")
    assert asked_in_turn(session, [False] * 99) == ["s0", "s1", "s0", "s1", "s0", "s1"]


def test_a_missed_question_returns_with_other_numbers(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, wrong: Answer
) -> None:
    session = start(mixed_bank, history, clock, "number")
    values = []
    while (variant := session.next()) is not None:
        values.append(variant.values)
        session.answer(wrong(variant))
    assert len(values) == 3
    assert values[0] != values[1] != values[2] != values[0]


def test_another_sitting_has_other_numbers(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    values = [
        str(shown(start(mixed_bank, history, clock, "number", seed=seed)).values)
        for seed in range(20)
    ]
    assert len(set(values)) == 20


def test_an_answer_that_is_right_in_part_does_not_return(
    bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    session = start(bank, history, clock, "loss-or-cost", "mse.card")
    shown(session)
    assert session.answer("1", words="It is per sample.").outcome == "partial"
    assert shown(session).item.id == "mse.card"
    session.answer("3")
    assert session.next() is None


def test_a_card_that_was_not_known_returns(
    bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    session = start(bank, history, clock, "mse.card")
    for grade in ("again", "good"):
        assert shown(session).item.id == "mse.card"
        session.answer(grade)
    assert session.next() is None


@settings(deadline=None)
@given(are_right=st.lists(st.booleans(), max_size=24), count=st.integers(1, 8))
def test_the_total_is_what_is_asked_if_the_rest_is_right(
    mixed_bank: Bank,
    shared_history: History,
    start: Start,
    asked_in_turn: AskedInTurn,
    right: Answer,
    wrong: Answer,
    are_right: Sequence[bool],
    count: int,
) -> None:
    session = start(mixed_bank, shared_history, lambda: NOON, *STATEMENTS[:count])
    assert session.total == count
    for is_right in are_right:
        variant = session.next()
        if variant is None:
            break
        session.answer((right if is_right else wrong)(variant))
    announced = session.total
    asked_in_turn(session)
    assert len(session.attempts) == announced


ACTIONS = st.sampled_from(["right", "wrong", "skip", "retry", "renew"])


@settings(deadline=None)
@given(actions=st.lists(ACTIONS, max_size=30), broken=st.booleans(), seed=st.integers(0, 1000))
def test_skipping_and_trying_again_are_taken_up_with_the_answer_that_follows(
    mixed_bank: Bank,
    shared_history: History,
    start: Start,
    right: Answer,
    wrong: Answer,
    actions: list[str],
    broken: bool,
    seed: int,
) -> None:
    items = ["s0", "number", *(["without-value"] if broken else []), "s1", "s2", "s3"]
    session = start(mixed_bank, shared_history, lambda: NOON, *items, seed=seed)
    for action in actions:
        if action == "renew" and session.can_renew:
            session.renew()
        elif action == "retry" and session.can_retry:
            session.retry()
        variant = session.next()
        if variant is None:
            break
        if action == "skip" and session.can_skip:
            session.skip()
            continue
        session.answer((wrong if action == "wrong" else right)(variant))
        again = resumed(session, mixed_bank, shared_history, lambda: NOON)
        assert again.next() == session.next()
        assert again.attempts == session.attempts
    left = resumed(session, mixed_bank, shared_history, lambda: NOON)
    for item in {*items} - {"without-value"}:
        assert left.comes_back(item) == session.comes_back(item)


@settings(deadline=None)
@given(
    items=st.permutations([*STATEMENTS[:4], "number", "without-value", "without-text"]),
    are_right=st.lists(st.booleans(), min_size=24, max_size=24),
    seed=st.integers(0, 1000),
)
def test_a_session_taken_up_again_goes_on_as_if_it_had_not_been_left(
    mixed_bank: Bank,
    shared_history: History,
    start: Start,
    right: Answer,
    wrong: Answer,
    items: list[str],
    are_right: list[bool],
    seed: int,
) -> None:
    session = start(mixed_bank, shared_history, lambda: NOON, *items, seed=seed)
    answers = iter(are_right)
    while True:
        again = resumed(session, mixed_bank, shared_history, lambda: NOON)
        variant = session.next()
        assert again.next() == variant
        assert again.attempts == session.attempts
        # What cannot be asked is found once more.
        assert again.total + len(again.left_out) == session.total + len(session.left_out)
        if variant is None:
            break
        session.answer((right if next(answers) else wrong)(variant))


def test_a_question_that_was_removed_from_the_bank_is_passed_over(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, wrong: Answer
) -> None:
    session = start(mixed_bank, history, clock, "removed", "s0", "removed too", "s1")
    assert session.total == 2
    session.answer(wrong(shown(session)))
    again = resumed(session, mixed_bank, history, clock)
    assert again.total == 3
    assert shown(again).item.id == "s1"


@pytest.mark.parametrize("key", ["without-value", "without-text"])
def test_a_question_that_cannot_be_asked_is_left_out_and_its_fault_kept(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    asked_in_turn: AskedInTurn,
    key: str,
) -> None:
    session = start(mixed_bank, history, clock, "s0", key, "s1")
    assert asked_in_turn(session) == ["s0", "s1"]
    (fault,) = session.left_out
    assert "The logarithm of zero is infinite." in str(fault)


def test_an_invalid_answer_costs_nothing(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, right: Answer
) -> None:
    session = start(mixed_bank, history, clock, "number")
    variant = shown(session)
    for answer in ("", "x", "1/0"):
        assert session.answer(answer).outcome == "invalid"
    assert session.next() is variant
    assert (session.attempts, history.attempts(), session.total) == ([], (), 1)
    assert session.answer(right(variant)).outcome == "right"


def test_an_attempt_holds_all_that_was_judged(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    session = start(mixed_bank, history, clock, "number")
    variant = shown(session)
    mistake = variant.mistakes[0]
    session.hint()
    clock.advance(seconds=42)
    verdict = session.answer(repr(mistake.value))
    (attempt,) = history.attempts()
    assert attempt == session.attempts[0]
    assert (attempt.session, attempt.item, attempt.topic) == (session.plan.id, "number", "mixed")
    assert (attempt.kind, attempt.seed) == ("number", variant.seed)
    assert (attempt.answer, attempt.verdict, attempt.score) == (repr(mistake.value), "wrong", 0)
    assert attempt.mistakes == tuple(made.name for made in verdict.mistakes)
    assert mistake.name in attempt.mistakes
    assert (attempt.hints, attempt.seconds, attempt.answered_at) == (1, 42.0, clock())


def test_the_words_of_the_learner_are_kept_where_they_judge_themselves(
    bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    session = start(bank, history, clock, "loss-or-cost")
    session.answer("1, 2", words="One is the mean of the other.")
    (attempt,) = history.attempts()
    assert (attempt.answer, attempt.verdict) == ("One is the mean of the other.", "right")


def test_a_clock_that_is_set_back_does_not_lose_the_answer(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, right: Answer
) -> None:
    session = start(mixed_bank, history, clock, "s0")
    variant = shown(session)
    clock.advance(hours=-2)
    session.answer(right(variant))
    assert history.attempts()[0].seconds == 0


def test_the_time_of_each_question_is_its_own(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, right: Answer
) -> None:
    session = start(mixed_bank, history, clock, "s0", "s1")
    for seconds in (5, 7):
        variant = shown(session)
        clock.advance(seconds=seconds)
        session.answer(right(variant))
        clock.advance(minutes=1)
    assert [attempt.seconds for attempt in session.attempts] == [5, 7]


def test_hints_come_one_by_one_and_are_counted_for_each_question(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, wrong: Answer
) -> None:
    session = start(mixed_bank, history, clock, "number")
    assert [session.hint() for _ in range(4)] == ["First square.", "Then average.", None, None]
    session.answer(wrong(shown(session)))
    assert session.hint() == "First square."
    session.answer(wrong(shown(session)))
    session.answer(wrong(shown(session)))
    assert [attempt.hints for attempt in session.attempts] == [2, 1, 0]


def test_an_attempt_is_recorded_before_the_verdict_is_told(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    right: Answer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = start(mixed_bank, history, clock, "s0")
    variant = shown(session)
    recorded: list[Attempt] = []
    monkeypatch.setattr(history, "record", recorded.append)
    verdict = session.answer(right(variant))
    assert [attempt.verdict for attempt in recorded] == [verdict.outcome]


def test_where_recording_fails_the_question_stays(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    wrong: Answer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(attempt: Attempt) -> None:
        raise QuizError("The disk is full.", "Make room.")

    session = start(mixed_bank, history, clock, "number", "s1")
    variant = shown(session)
    session.hint()
    with monkeypatch.context() as patched:
        patched.setattr(history, "record", refuse)
        with pytest.raises(QuizError, match="The disk is full"):
            session.answer(wrong(variant))
    assert session.next() is variant
    assert (session.attempts, history.attempts(), session.total) == ([], (), 2)
    session.answer(wrong(variant))
    assert [attempt.hints for attempt in history.attempts()] == [1]


def test_after_the_end_there_is_nothing_to_answer(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, right: Answer
) -> None:
    session = start(mixed_bank, history, clock, "s0")
    session.answer(right(shown(session)))
    for ask in (session.hint, lambda: session.answer("true")):
        with pytest.raises(QuizError, match="The session is over"):
            ask()


def test_what_is_at_hand_needs_nothing_computed(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, right: Answer
) -> None:
    session = start(mixed_bank, history, clock, "s0", "number")
    assert session.is_next_at_hand
    session.answer(right(shown(session)))
    assert not session.is_next_at_hand
    variant = shown(session)
    assert session.is_next_at_hand
    session.answer(right(variant))
    assert session.is_next_at_hand


def test_a_question_that_is_skipped_comes_after_the_others(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, right: Answer
) -> None:
    session = start(mixed_bank, history, clock, "s0", "s1", "s2")
    asked = []
    for skips in (True, True, False, False, False):
        variant = shown(session)
        asked.append(variant.item.id)
        if skips:
            session.skip()
        else:
            session.answer(right(variant))
    assert asked == ["s0", "s1", "s2", "s0", "s1"]
    assert session.next() is None


def test_the_last_question_cannot_be_skipped(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start
) -> None:
    session = start(mixed_bank, history, clock, "s0", "without-value")
    assert shown(session).item.id == "s0"
    assert session.can_skip
    session.skip()
    assert shown(session).item.id == "s0"
    assert not session.can_skip


def test_hints_that_were_seen_before_skipping_still_cost(
    mixed_bank: Bank, history: History, clock: MovableClock, start: Start, right: Answer
) -> None:
    session = start(mixed_bank, history, clock, "number", "s0")
    session.hint()
    session.skip()
    session.answer(right(shown(session)))
    variant = shown(session)
    assert session.hints_seen == ("First square.",)
    verdict = session.answer(right(variant))
    assert (verdict.outcome, verdict.score) == ("right", 0.8)
    assert verdict.feedback.endswith("With one hint, this counts 0.8.")


def test_a_retry_has_the_same_numbers_and_counts_for_nothing(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    right: Answer,
    wrong: Answer,
) -> None:
    session = start(mixed_bank, history, clock, "number", "s1")
    missed = shown(session)
    session.answer(wrong(missed))
    assert session.can_retry
    session.retry()
    assert shown(session) == missed
    assert session.answer(right(missed)).feedback.endswith("so this is not counted.")
    assert [(attempt.verdict, attempt.retry) for attempt in history.attempts()] == [
        ("wrong", False),
        ("right", True),
    ]
    assert [attempt.verdict for attempt in session.attempts] == ["wrong"]
    assert (history.score().attempts, history.score().right) == (1, 0)
    assert session.comes_back("number")
    assert shown(session).item.id == "s1"


def test_new_numbers_take_the_place_of_the_return(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    right: Answer,
    wrong: Answer,
) -> None:
    session = start(mixed_bank, history, clock, "number", "s0", "s1", "s2", "s3")
    missed = shown(session)
    session.answer(wrong(missed))
    session.renew()
    other = shown(session)
    assert other.item is missed.item
    assert other.values != missed.values
    session.answer(right(other))
    assert not session.comes_back("number")
    assert session.total == 6
    assert shown(session).item.id == "s0"


def test_only_a_missed_question_with_numbers_is_tried_again(
    mixed_bank: Bank,
    history: History,
    clock: MovableClock,
    start: Start,
    right: Answer,
    wrong: Answer,
) -> None:
    session = start(mixed_bank, history, clock, "s0", "number")
    session.answer(wrong(shown(session)))
    assert not session.can_retry
    assert not session.can_renew
    session.answer(right(shown(session)))
    assert not session.can_retry
    assert not session.can_renew
