"""Mistakes are counted as attempts are recorded, and those of older histories, too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta

from quiz_app.progress import Attempt, History, SessionPlan
from quiz_app.progress.mistakes import MistakeTally, read_commonest_mistakes
from quiz_app.progress.rows import row_of_attempt, row_of_plan
from quiz_app.progress.schema import MIGRATIONS, migrate

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)

MakeAttempt = Callable[..., Attempt]


def attempts(make_attempt: MakeAttempt) -> list[Attempt]:
    return [
        make_attempt(item="a", mistakes=("log2", "log10"), verdict="wrong", answered_at=NOON),
        make_attempt(item="b", mistakes=("log2",), verdict="wrong", answered_at=NOON + 2 * DAY),
        make_attempt(item="b", mistakes=("log2",), verdict="wrong", answered_at=NOON + DAY),
        make_attempt(item="b", mistakes=("sum",), verdict="wrong", answered_at=NOON + DAY),
        make_attempt(item="c"),
    ]


EXPECTED = (
    MistakeTally(name="log2", times=3, last_at=NOON + 2 * DAY, items={"b": 2, "a": 1}),
    MistakeTally(name="sum", times=1, last_at=NOON + DAY, items={"b": 1}),
    MistakeTally(name="log10", times=1, last_at=NOON, items={"a": 1}),
)


def test_the_commonest_mistake_comes_first_and_among_equals_the_latest(
    history_in_memory: Callable[..., History],
    make_plan: Callable[..., SessionPlan],
    make_attempt: MakeAttempt,
) -> None:
    history = history_in_memory()
    history.start_session(make_plan())
    assert history.commonest_mistakes() == ()
    for attempt in attempts(make_attempt):
        history.record(attempt)
        history.record(attempt)
    assert history.commonest_mistakes() == EXPECTED
    assert history.commonest_mistakes(1) == EXPECTED[:1]
    assert list(history.commonest_mistakes(1)[0].items) == ["b", "a"]


def test_a_retry_counts_for_nothing(
    history_in_memory: Callable[..., History],
    make_plan: Callable[..., SessionPlan],
    make_attempt: MakeAttempt,
) -> None:
    history = history_in_memory()
    history.start_session(make_plan())
    retry = make_attempt(mistakes=("log2",), verdict="wrong", retry=True)
    history.record(retry)
    assert history.attempts() == (retry,)
    assert history.commonest_mistakes() == ()
    assert (history.score().attempts, history.score().today) == (0, 0)
    assert history.answered_items() == frozenset()


def test_the_mistakes_of_an_older_history_are_counted_when_it_is_migrated(
    make_plan: Callable[..., SessionPlan], make_attempt: MakeAttempt
) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, lambda version: None, MIGRATIONS[:1])
        _insert(connection, "sessions", row_of_plan(make_plan()))
        for attempt in attempts(make_attempt):
            row = row_of_attempt(attempt)
            del row["retry"]
            _insert(connection, "attempts", row)
        migrate(connection, lambda version: None)
        assert read_commonest_mistakes(connection) == EXPECTED
        counted = connection.execute("SELECT sum(attempts), sum(right_attempts) FROM tallies")
        assert counted.fetchone() == (5, 1)


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)  # noqa: S608
