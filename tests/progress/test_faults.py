"""Every fault of disk or file is a sentence about it and one about the way out."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz_app.errors import QuizError
from quiz_app.progress import Attempt, History, LocalDays, SessionPlan, open_history
from quiz_app.progress.database import FILE_NAME, connect
from quiz_app.progress.faults import explained_faults

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The connection under ``history``, to make it fail with."""
    open_history(tmp_path, lambda: NOON).close()
    with closing(connect(tmp_path / FILE_NAME)) as connection:
        yield connection


@pytest.fixture
def history(
    connection: sqlite3.Connection, tmp_path: Path, make_plan: Callable[..., SessionPlan]
) -> History:
    """A history with one session."""
    history = History(connection, tmp_path / FILE_NAME, LocalDays(UTC), lambda: NOON)
    history.start_session(make_plan())
    return history


def test_a_full_disk_keeps_what_was_recorded_and_takes_the_attempt_later(
    connection: sqlite3.Connection, history: History, make_attempt: Callable[..., Attempt]
) -> None:
    first, second = make_attempt(), make_attempt(answer="9" * 100_000)
    history.record(first)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(QuizError) as raised:
        history.record(second)
    assert "no room left" in raised.value.problem
    assert "everything answered before is saved" in raised.value.remedy
    assert history.attempts() == (first,)
    assert history.score().attempts == 1

    connection.execute(f"PRAGMA max_page_count = {pages + 100}")
    history.record(second)
    assert history.attempts() == (first, second)


def test_a_lock_that_stays_is_explained(
    connection: sqlite3.Connection,
    history: History,
    tmp_path: Path,
    make_attempt: Callable[..., Attempt],
) -> None:
    connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(QuizError, match="Another program is keeping your history"):
            history.record(make_attempt())
        assert history.attempts() == ()


def test_a_history_that_became_read_only_is_explained(
    connection: sqlite3.Connection, history: History, make_attempt: Callable[..., Attempt]
) -> None:
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(QuizError, match="cannot be opened for writing"):
        history.record(make_attempt())


def test_any_other_fault_of_sqlite_is_passed_on_in_a_sentence(
    connection: sqlite3.Connection, history: History
) -> None:
    connection.set_progress_handler(lambda: 1, 1)
    with pytest.raises(QuizError, match=r"could not be read or written \(interrupted\)\."):
        history.score()


def test_a_full_disk_is_known_from_the_file_system_too(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="no room left"), explained_faults(tmp_path / FILE_NAME):
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "cannot be opened for writing"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "cannot be opened for writing"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "is damaged"),
        (sqlite3.SQLITE_NOTADB, "is damaged"),
        (sqlite3.SQLITE_IOERR_FSYNC, "could not be read or written"),
    ],
)
def test_refined_codes_are_understood(tmp_path: Path, code: int, problem: str) -> None:
    fault = sqlite3.OperationalError("refined")
    fault.sqlite_errorcode = code
    with pytest.raises(QuizError, match=problem), explained_faults(tmp_path / FILE_NAME):
        raise fault


def test_a_fault_without_a_code_is_still_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(QuizError, match=r"\(Could not decode to UTF-8\)\."),
        explained_faults(tmp_path / FILE_NAME),
    ):
        raise sqlite3.OperationalError("Could not decode to UTF-8")


@pytest.mark.parametrize("fault", [sqlite3.IntegrityError, sqlite3.ProgrammingError, ValueError])
def test_faults_of_the_program_are_not_blamed_on_the_disk(
    tmp_path: Path, fault: type[Exception]
) -> None:
    with pytest.raises(fault), explained_faults(tmp_path / FILE_NAME):
        raise fault("a programmer's")


@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        PermissionError(errno.EACCES, "Permission denied"),
        sqlite3.OperationalError("disk I/O error"),
    ],
)
def test_problem_and_remedy_are_sentences(tmp_path: Path, fault: Exception) -> None:
    with pytest.raises(QuizError) as raised, explained_faults(tmp_path / FILE_NAME):
        raise fault
    for sentence in (raised.value.problem, raised.value.remedy):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "Traceback" not in sentence
