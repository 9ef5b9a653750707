"""Copies are whole, named by day, and ten of them are kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from quiz_app.progress.backups import KEPT, Backups

DAY = date(2026, 3, 10)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """Backups of a small database."""
    file = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE words (word)")
        connection.execute("INSERT INTO words VALUES ('loss')")
    return Backups(file)


def words(file: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT word FROM words").fetchall()


def test_a_copy_holds_what_is_committed_but_not_yet_in_the_main_file(backups: Backups) -> None:
    with closing(sqlite3.connect(backups.file, isolation_level=None)) as open_elsewhere:
        open_elsewhere.execute("INSERT INTO words VALUES ('cost')")
        backups.make(backups.daily(DAY))
    assert words(backups.daily(DAY)) == [("loss",), ("cost",)]


def test_a_copy_is_one_file(backups: Backups) -> None:
    backups.make(backups.daily(DAY))
    assert list(backups.folder.iterdir()) == [backups.daily(DAY)]


def test_the_last_ten_copies_are_kept(backups: Backups) -> None:
    made = [backups.daily(DAY + timedelta(days=days)) for days in range(25)]
    for target in made:
        backups.make(target)
    assert backups.all() == made[-KEPT:]
    assert KEPT == 10


def test_copies_before_a_migration_sort_with_their_day(backups: Backups) -> None:
    first = backups.daily(DAY)
    second = backups.before_migration(DAY + timedelta(days=1), 1)
    third = backups.daily(DAY + timedelta(days=2))
    for target in (third, first, second):
        backups.make(target)
    assert backups.all() == [first, second, third]


def test_what_an_interrupted_copy_left_is_in_nobody_s_way(backups: Backups) -> None:
    backups.folder.mkdir()
    target = backups.daily(DAY)
    target.with_suffix(".part").write_bytes(b"half a copy")
    backups.make(target)
    assert words(target) == [("loss",)]
    assert backups.all() == [target]


def test_a_copy_that_fails_leaves_nothing(backups: Backups) -> None:
    target = backups.daily(DAY)
    target.mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        backups.make(target)
    assert list(backups.folder.iterdir()) == [target]
