"""What was recorded is found again, whole and in order, by everyone who looks."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quiz_app
from quiz_app.progress import Attempt, History, SessionPlan, StoredSession, open_history

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)

OpenAt = Callable[..., History]
MakePlan = Callable[..., SessionPlan]
MakeAttempt = Callable[..., Attempt]

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(
    fields=st.fixed_dictionaries(
        {
            "item": texts,
            "topic": texts,
            "kind": texts,
            "seed": st.integers(),
            "answered_at": st.datetimes(timezones=st.just(UTC)),
            "answer": texts,
            "verdict": st.sampled_from(["right", "partial", "wrong"]),
            "score": st.floats(0, 1),
            "mistakes": st.lists(texts).map(tuple),
            "hints": st.integers(0, 100),
            "seconds": st.floats(0, 1e9),
        }
    )
)
def test_an_attempt_comes_back_as_it_was(
    history_in_memory: OpenAt,
    make_plan: MakePlan,
    make_attempt: MakeAttempt,
    fields: dict[str, object],
) -> None:
    attempt = make_attempt(**fields)
    with history_in_memory() as history:
        history.start_session(make_plan())
        history.record(attempt)
        assert history.attempts() == (attempt,)


@given(topics=st.lists(texts).map(tuple), items=st.lists(texts).map(tuple), seed=st.integers())
def test_a_plan_comes_back_as_it_was(
    history_in_memory: OpenAt,
    make_plan: MakePlan,
    topics: tuple[str, ...],
    items: tuple[str, ...],
    seed: int,
) -> None:
    plan = make_plan(topics=topics, items=items, seed=seed)
    with history_in_memory() as history:
        history.start_session(plan)
        assert history.unfinished_session() == StoredSession(plan, ())


def test_what_a_terminal_could_not_decode_is_kept_as_escapes(
    history_in_memory: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    with history_in_memory() as history:
        history.start_session(make_plan())
        history.record(make_attempt(answer="\udcff1"))
        (attempt,) = history.attempts()
    assert attempt.answer == r"\udcff1"


def test_attempts_stay_in_the_order_recorded_when_the_clock_runs_back(
    history_in_memory: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    attempts = tuple(
        make_attempt(answered_at=NOON - timedelta(hours=hour)) for hour in (2, 9, 0, 5)
    )
    with history_in_memory() as history:
        history.start_session(make_plan())
        for attempt in attempts:
            history.record(attempt)
        assert history.attempts() == attempts


def test_attempts_are_found_by_session(
    history_in_memory: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    mine, yours, mine_too = (make_attempt(session=name) for name in ("mine", "yours", "mine"))
    with history_in_memory() as history:
        history.start_session(make_plan("mine"))
        history.start_session(make_plan("yours"))
        for attempt in (mine, yours, mine_too):
            history.record(attempt)
        assert history.attempts("mine") == (mine, mine_too)
        assert history.attempts("yours") == (yours,)
        assert history.attempts("nobody's") == ()


def test_recording_and_starting_again_change_nothing(
    history_in_memory: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    plan, attempt = make_plan(), make_attempt()
    with history_in_memory() as history:
        for _ in range(2):
            history.start_session(plan)
            history.record(attempt)
        assert history.unfinished_session() == StoredSession(plan, (attempt,))
        assert history.score().attempts == 1


def test_an_attempt_needs_its_session(history_at: OpenAt, make_attempt: MakeAttempt) -> None:
    with history_at() as history:
        with pytest.raises(sqlite3.IntegrityError):
            history.record(make_attempt(session="never started"))
        assert history.score().attempts == 0


def test_the_latest_unfinished_session_is_resumed_with_its_attempts(
    history_at: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    earlier = make_plan("earlier", started_at=NOON - timedelta(hours=2))
    latest = make_plan("latest", started_at=NOON - timedelta(hours=1))
    attempt = make_attempt(session="latest")
    with history_at() as history:
        history.start_session(latest)
        history.start_session(earlier)
        history.record(attempt)
    with history_at() as history:
        assert history.unfinished_session() == StoredSession(latest, (attempt,))
        history.finish_session("latest")
        assert history.unfinished_session() == StoredSession(earlier, ())
        history.finish_session("earlier")
        assert history.unfinished_session() is None


def test_a_session_can_be_resumed_for_three_days(history_at: OpenAt, make_plan: MakePlan) -> None:
    three_days = timedelta(days=3)
    with history_at() as history:
        history.start_session(make_plan(started_at=NOON))
    with history_at(NOON + three_days) as history:
        assert history.unfinished_session() is not None
    with history_at(NOON + three_days + timedelta(microseconds=1)) as history:
        assert history.unfinished_session() is None


def test_a_finished_session_still_takes_an_attempt(
    history_in_memory: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    with history_in_memory() as history:
        history.start_session(make_plan())
        history.finish_session("session")
        history.record(make_attempt())
        assert len(history.attempts("session")) == 1


def test_two_connections_see_each_other_s_attempts_at_once(
    history_at: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    with history_at() as one, history_at() as other:
        one.start_session(make_plan())
        for number in range(10):
            (one if number % 2 else other).record(make_attempt())
            assert one.score() == other.score()
            assert other.score().attempts == number + 1
        assert one.attempts() == other.attempts()


def test_threads_may_share_a_history(
    history_at: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    attempts = [make_attempt() for _ in range(60)]
    with history_at() as history:
        history.start_session(make_plan())
        with ThreadPoolExecutor(6) as pool:
            list(pool.map(history.record, attempts))
            scores = list(pool.map(lambda _: history.score().attempts, range(12)))
        assert scores == [60] * 12
        assert {attempt.id for attempt in history.attempts()} == {a.id for a in attempts}


def test_answered_items_are_counted_once(
    history_in_memory: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    with history_in_memory() as history:
        assert history.answered_items() == frozenset()
        assert history.answered_items_by_topic() == {}
        history.start_session(make_plan())
        for topic, item in [("b", "b1"), ("a", "a1"), ("a", "a2"), ("a", "a1")]:
            history.record(make_attempt(topic=topic, item=item))
        assert history.answered_items() == {"a1", "a2", "b1"}
        assert history.answered_items_by_topic() == {"a": 2, "b": 1}


def test_a_history_closes_twice_and_then_no_more_is_asked_of_it(history_at: OpenAt) -> None:
    history = history_at()
    history.close()
    history.close()
    with pytest.raises(sqlite3.ProgrammingError):
        history.score()


RECORD_AND_DIE = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from quiz_app.progress import Attempt, SessionPlan, open_history

now = datetime(2026, 3, 10, 12, tzinfo=UTC)
history = open_history(Path(sys.argv[1]), lambda: now)
history.start_session(
    SessionPlan(id="s", mode="practice", topics=(), seed=1, items=("a", "b"), started_at=now)
)
history.record(
    Attempt(
        id="last", session="s", item="a", topic="regression", kind="number", seed=1,
        answered_at=now, answer="0.25", verdict="right", score=1.0,
    )
)
if sys.argv[2] == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
os._exit(3)
"""


@pytest.mark.parametrize(("way", "code"), [("exit", 3), ("kill", -signal.SIGKILL)])
def test_an_attempt_survives_the_death_of_the_program_right_after_it(
    tmp_path: Path, way: str, code: int
) -> None:
    process = subprocess.run(
        [sys.executable, "-c", RECORD_AND_DIE, str(tmp_path), way],
        cwd=Path(quiz_app.__file__).parents[1],
        timeout=60,
    )
    assert process.returncode == code
    with open_history(tmp_path, lambda: NOON) as history:
        session = history.unfinished_session()
    assert session is not None
    assert [attempt.id for attempt in session.attempts] == ["last"]
    assert session.plan.items == ("a", "b")
