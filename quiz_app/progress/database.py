"""Opening the history: its folder, its file, its schema and its backups."""

from __future__ import annotations

import sqlite3
from datetime import date, tzinfo
from pathlib import Path

from quiz_app.progress.backups import Backups
from quiz_app.progress.days import Clock, LocalDays
from quiz_app.progress.faults import damaged, explained_faults, primary_code
from quiz_app.progress.history import History
from quiz_app.progress.schema import migrate, require_known_schema, schema_version

FILE_NAME = "history.sqlite3"
BUSY_TIMEOUT = 5.0  # seconds


def open_history(
    folder: Path, clock: Clock, *, zone: tzinfo | None = None, rollover_hour: int = 4
) -> History:
    """Open the history in ``folder``, making both when they are missing.

    ``clock`` gives aware moments. Days begin at ``rollover_hour`` in ``zone``, which is the
    computer's own when None. Raises QuizError when the folder cannot be written, the file is
    damaged or locked, the disk is full, or a newer program wrote the history.
    """
    file = folder / FILE_NAME
    days = LocalDays(zone, rollover_hour)
    with explained_faults(file):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = connect(file)
        try:
            _prepare(connection, Backups(file), days.day(clock()))
        except BaseException:
            connection.close()
            raise
    return History(connection, file, days, clock)


def connect(file: Path) -> sqlite3.Connection:
    """A connection on which every statement outside a transaction is one, durable at its end."""
    connection = sqlite3.connect(
        file, timeout=BUSY_TIMEOUT, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _prepare(connection: sqlite3.Connection, backups: Backups, today: date) -> None:
    """Back up what is there, then bring it to the newest schema."""
    _write_ahead(connection)
    require_known_schema(connection)
    # A new file has nothing to lose, however many steps it is made in.
    is_new = schema_version(connection) == 0
    if not is_new:
        _back_up_daily(connection, backups, today)

    def back_up(version: int) -> None:
        if not is_new:
            backups.make(backups.before_migration(today, version))

    migrate(connection, before_each=back_up)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work side by side, from now on and for every process."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Another process is opening the same new file and makes the change, or the next
        # opening will; until then the rollback journal is as durable.
        if primary_code(error) != sqlite3.SQLITE_BUSY:
            raise


def _back_up_daily(connection: sqlite3.Connection, backups: Backups, today: date) -> None:
    """Make the copy of today unless it is there; a damaged history never becomes one."""
    target = backups.daily(today)
    if target.exists():
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        (finding,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if finding != "ok":
            raise damaged(backups.file)
        backups.make(target)
