"""Migrations are taken once, whole, in order, and the attempts are guarded."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quiz_app.errors import QuizError
from quiz_app.progress import Attempt, History, SessionPlan
from quiz_app.progress.schema import MIGRATIONS, migrate, require_known_schema, schema_version

STEPS = (("CREATE TABLE one (a)",), ("CREATE TABLE two (a)", "INSERT INTO two VALUES (2)"))


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def test_steps_are_taken_in_order_and_announced(connection: sqlite3.Connection) -> None:
    left: list[int] = []
    migrate(connection, left.append, STEPS)
    assert left == [0, 1]
    assert schema_version(connection) == 2
    assert connection.execute("SELECT a FROM two").fetchall() == [(2,)]


def test_steps_already_taken_are_left_out(connection: sqlite3.Connection) -> None:
    migrate(connection, lambda version: None, STEPS[:1])
    left: list[int] = []
    migrate(connection, left.append, STEPS)
    assert left == [1]


def test_a_step_that_fails_leaves_the_schema_before_it(connection: sqlite3.Connection) -> None:
    broken = (*STEPS[:1], ("CREATE TABLE two (a)", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, lambda version: None, broken)
    assert schema_version(connection) == 1
    tables = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    assert tables == [("one",)]


def test_a_step_is_not_taken_when_its_announcement_fails(connection: sqlite3.Connection) -> None:
    def no_backup(version: int) -> None:
        raise OSError("no backup")

    with pytest.raises(OSError, match="no backup"):
        migrate(connection, no_backup, STEPS)
    assert schema_version(connection) == 0


def test_a_step_taken_by_another_process_meanwhile_is_not_taken_again(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    ours = sqlite3.connect(file, isolation_level=None)
    theirs = sqlite3.connect(file, isolation_level=None)

    def overtaken(statement: str) -> None:
        # The trace runs just before the statement: the other process is faster to the lock.
        if statement.startswith("BEGIN"):
            ours.set_trace_callback(None)
            migrate(theirs, lambda version: None, STEPS[:1])

    with closing(ours), closing(theirs):
        ours.set_trace_callback(overtaken)
        left: list[int] = []
        migrate(ours, left.append, STEPS[:1])
        assert left == []
        assert schema_version(ours) == 1
        assert not ours.in_transaction


def test_a_newer_schema_is_refused_in_words(connection: sqlite3.Connection) -> None:
    require_known_schema(connection)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(QuizError, match="written by a newer quiz-app"):
        require_known_schema(connection)


@pytest.mark.parametrize("statement", ["UPDATE attempts SET score = 0", "DELETE FROM attempts"])
def test_attempts_are_neither_changed_nor_deleted(
    connection: sqlite3.Connection,
    history_in_memory: Callable[..., History],
    make_plan: Callable[..., SessionPlan],
    make_attempt: Callable[..., Attempt],
    statement: str,
) -> None:
    history = history_in_memory(connection=connection)
    history.start_session(make_plan())
    history.record(make_attempt())
    with pytest.raises(sqlite3.IntegrityError, match="attempts are never"):
        connection.execute(statement)
    assert len(history.attempts()) == 1
