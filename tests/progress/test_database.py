"""Opening makes what is missing, backs up what is there and explains what is broken."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import quiz_app
from quiz_app.errors import QuizError
from quiz_app.progress import Attempt, History, SessionPlan, open_history
from quiz_app.progress.backups import KEPT, Backups
from quiz_app.progress.database import FILE_NAME, connect
from quiz_app.progress.schema import MIGRATIONS, migrate

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)

OpenAt = Callable[..., History]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where ``history_at`` keeps the history."""
    return tmp_path / "data" / FILE_NAME


def test_the_folder_is_made_for_the_learner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "some" / "where"
    open_history(folder, lambda: NOON).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / FILE_NAME).is_file()


def test_a_commit_waits_for_the_disk_and_rows_must_have_their_session(tmp_path: Path) -> None:
    with closing(connect(tmp_path / FILE_NAME)) as connection:
        pragma = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragma == {"synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_the_log_is_written_ahead(history_at: OpenAt, file: Path) -> None:
    history_at().close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_reader_that_holds_up_the_write_ahead_log_does_not_hold_up_the_learner(
    history_at: OpenAt, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz_app.progress.database.BUSY_TIMEOUT", 0)
    history_at().close()
    history_at().close()
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM attempts").fetchone()
        with history_at() as history:
            assert history.attempts() == ()
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_nothing_is_written_while_a_backup_is_made(
    history_at: OpenAt, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history_at().close()
    findings: list[str] = []

    def write_meanwhile(backups: Backups, target: Path) -> None:
        with closing(sqlite3.connect(backups.file, timeout=0)) as other:
            try:
                other.execute("DELETE FROM sessions")
            except sqlite3.OperationalError as error:
                findings.append(str(error))

    monkeypatch.setattr(Backups, "make", write_meanwhile)
    history_at(NOON + DAY).close()
    assert findings == ["database is locked"]


def test_a_new_history_needs_no_backup(history_at: OpenAt, file: Path) -> None:
    history_at().close()
    assert Backups(file).all() == []


def test_the_first_opening_of_a_day_makes_a_backup_and_the_next_none(
    history_at: OpenAt, file: Path, make_plan: Callable[..., SessionPlan]
) -> None:
    history_at().close()
    with history_at(NOON + DAY) as history:
        history.start_session(make_plan())
    target = Backups(file).daily((NOON + DAY).date())
    before = target.read_bytes()
    history_at(NOON + DAY + timedelta(hours=3)).close()
    assert Backups(file).all() == [target]
    assert target.read_bytes() == before


def test_the_day_of_a_backup_is_local_and_begins_at_the_rollover_hour(
    history_at: OpenAt, file: Path
) -> None:
    history_at(NOON).close()
    history_at(NOON).close()
    history_at(datetime(2026, 3, 11, 3, 59, tzinfo=UTC)).close()
    assert Backups(file).all() == [Backups(file).daily(NOON.date())]
    history_at(datetime(2026, 3, 11, 4, tzinfo=UTC)).close()
    assert len(Backups(file).all()) == 2


def test_of_a_month_the_last_ten_backups_are_kept(history_at: OpenAt, file: Path) -> None:
    for day in range(31):
        history_at(NOON + day * DAY).close()
    last_ten = [NOON.date() + day * DAY for day in range(31 - KEPT, 31)]
    assert Backups(file).all() == [Backups(file).daily(day) for day in last_ten]


def test_a_backup_opens_as_the_history_it_was(
    history_at: OpenAt,
    file: Path,
    tmp_path: Path,
    make_plan: Callable[..., SessionPlan],
    make_attempt: Callable[..., Attempt],
) -> None:
    attempt = make_attempt()
    with history_at() as history:
        history.start_session(make_plan())
        history.record(attempt)
    history_at(NOON + DAY).close()
    (backup,) = Backups(file).all()
    restored = tmp_path / "restored"
    restored.mkdir()
    backup.rename(restored / FILE_NAME)
    with open_history(restored, lambda: NOON) as history:
        assert history.attempts() == (attempt,)


def test_a_migration_begins_with_a_backup(
    history_at: OpenAt, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history_at().close()
    later = (*MIGRATIONS, ("CREATE TABLE later (a)",))
    monkeypatch.setattr(
        "quiz_app.progress.database.migrate",
        lambda connection, before_each: migrate(connection, before_each, later),
    )
    history_at().close()
    backup = Backups(file).before_migration(NOON.date(), len(MIGRATIONS))
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(later),)


def test_a_newer_history_is_refused_and_left_as_it_is(history_at: OpenAt, file: Path) -> None:
    history_at().close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 1000")
    before = file.read_bytes()
    with pytest.raises(QuizError, match="written by a newer quiz-app"):
        history_at(NOON + DAY)
    assert file.read_bytes() == before
    assert Backups(file).all() == []


def test_a_file_that_is_no_database_is_called_damaged(history_at: OpenAt, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database " * 1000)
    with pytest.raises(QuizError) as raised:
        history_at()
    assert raised.value.problem == f"Your history {file} is damaged."
    assert "a new history will be started" in raised.value.remedy
    assert file.read_bytes() == b"not a database " * 1000


def test_a_damaged_history_names_its_newest_backup_and_never_replaces_one(
    history_at: OpenAt,
    file: Path,
    make_plan: Callable[..., SessionPlan],
    make_attempt: Callable[..., Attempt],
) -> None:
    with history_at() as history:
        history.start_session(make_plan())
        for _ in range(300):
            history.record(make_attempt())
    history_at(NOON).close()
    history_at(NOON + DAY).close()
    backups = Backups(file).all()
    page = 4096
    content = bytearray(file.read_bytes())
    content[20 * page : 30 * page] = b"\xa5" * (10 * page)
    file.write_bytes(content)
    with pytest.raises(QuizError) as raised:
        history_at(NOON + 2 * DAY)
    assert "is damaged." in raised.value.problem
    assert f"copy the backup {backups[-1]} to {file}." in raised.value.remedy
    assert Backups(file).all() == backups


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(QuizError) as raised:
        open_history(tmp_path / "taken" / "data", lambda: NOON)
    assert "cannot be opened for writing" in raised.value.problem
    assert "--data DIR" in raised.value.remedy


def test_a_file_that_cannot_be_opened_is_explained(history_at: OpenAt, file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(QuizError, match="cannot be opened for writing"):
        history_at()


def test_a_history_that_fails_to_open_is_let_go(history_at: OpenAt, file: Path) -> None:
    history_at().close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 1000")
    with pytest.raises(QuizError):
        history_at()
    # The last connection to close takes the side files with it.
    assert sorted(path.name for path in file.parent.iterdir()) == [FILE_NAME]


OPEN_AND_RECORD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from quiz_app.progress import Attempt, SessionPlan, open_history

folder, name = Path(sys.argv[1]), sys.argv[2]
now = datetime(2026, 3, 10, 12, tzinfo=UTC)
sys.stdin.read()
with open_history(folder, lambda: now) as history:
    history.start_session(
        SessionPlan(id=name, mode="practice", topics=(), seed=1, items=(), started_at=now)
    )
    for number in range(25):
        history.record(
            Attempt(
                id=f"{name}-{number}", session=name, item=f"item-{number}", topic="regression",
                kind="number", seed=1, answered_at=now, answer="1", verdict="wrong", score=0.0,
            )
        )
"""


def test_processes_that_begin_one_history_together_lose_nothing(tmp_path: Path) -> None:
    names = ["a", "b", "c", "d"]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_AND_RECORD, str(tmp_path / "data"), name],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(quiz_app.__file__).parents[1],
        )
        for name in names
    ]
    # Closing their input lets all of them go at once.
    for process in processes:
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    for process in processes:
        _, complaint = process.communicate(timeout=60)
        assert (process.returncode, complaint) == (0, b"")
    with open_history(tmp_path / "data", lambda: NOON) as history:
        assert {attempt.id for attempt in history.attempts()} == {
            f"{name}-{number}" for name in names for number in range(25)
        }
        assert history.score().attempts == 100
