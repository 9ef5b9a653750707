"""The tables of the history, as numbered migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeAlias

from quiz_app.errors import QuizError

Migration: TypeAlias = tuple[str, ...]

# Times are microseconds since 1970, UTC. Lists of names are JSON. Seeds are text, because a seed
# is any integer and SQLite's end at 64 bits.
_FIRST: Migration = (
    """
    CREATE TABLE sessions (
        id TEXT PRIMARY KEY NOT NULL,
        mode TEXT NOT NULL,
        topics TEXT NOT NULL,
        seed TEXT NOT NULL,
        items TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        finished_at INTEGER
    )
    """,
    "CREATE INDEX unfinished_sessions ON sessions (started_at) WHERE finished_at IS NULL",
    """
    CREATE TABLE attempts (
        number INTEGER PRIMARY KEY,  -- the order of recording, which a wrong clock cannot upset
        id TEXT NOT NULL UNIQUE,
        session TEXT NOT NULL REFERENCES sessions (id),
        item TEXT NOT NULL,
        topic TEXT NOT NULL,
        kind TEXT NOT NULL,
        seed TEXT NOT NULL,
        answered_at INTEGER NOT NULL,
        answer TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('right', 'partial', 'wrong')),
        score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
        mistakes TEXT NOT NULL,
        hints INTEGER NOT NULL CHECK (hints >= 0),
        seconds REAL NOT NULL CHECK (seconds >= 0)
    )
    """,
    "CREATE INDEX attempts_by_session ON attempts (session)",
    "CREATE INDEX attempts_by_time ON attempts (answered_at)",
    "CREATE INDEX attempts_by_topic ON attempts (topic, answered_at)",
    """
    CREATE TRIGGER attempts_are_never_changed BEFORE UPDATE ON attempts
    BEGIN SELECT raise(ABORT, 'attempts are never changed'); END
    """,
    """
    CREATE TRIGGER attempts_are_never_deleted BEFORE DELETE ON attempts
    BEGIN SELECT raise(ABORT, 'attempts are never deleted'); END
    """,
    # A fold over the attempts, kept up to date with each of them: the score is read from as many
    # rows as there are questions, however many attempts there were.
    """
    CREATE TABLE tallies (
        topic TEXT NOT NULL,
        item TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        right_attempts INTEGER NOT NULL,
        PRIMARY KEY (topic, item)
    ) WITHOUT ROWID
    """,
    """
    CREATE TRIGGER tally_attempt AFTER INSERT ON attempts
    BEGIN
        INSERT INTO tallies (topic, item, attempts, right_attempts)
        VALUES (new.topic, new.item, 1, new.verdict = 'right')
        ON CONFLICT (topic, item) DO UPDATE SET
            attempts = attempts + 1,
            right_attempts = right_attempts + excluded.right_attempts;
    END
    """,
)

_SECOND: Migration = (
    # A question tried again with its answer in sight is kept, but counts for nothing.
    "ALTER TABLE attempts ADD COLUMN retry INTEGER NOT NULL DEFAULT 0 CHECK (retry IN (0, 1))",
    "DROP TRIGGER tally_attempt",
    """
    CREATE TRIGGER tally_attempt AFTER INSERT ON attempts WHEN NOT new.retry
    BEGIN
        INSERT INTO tallies (topic, item, attempts, right_attempts)
        VALUES (new.topic, new.item, 1, new.verdict = 'right')
        ON CONFLICT (topic, item) DO UPDATE SET
            attempts = attempts + 1,
            right_attempts = right_attempts + excluded.right_attempts;
    END
    """,
    # The same fold by mistake: how often each was made on each question, and when last.
    """
    CREATE TABLE mistake_tallies (
        mistake TEXT NOT NULL,
        item TEXT NOT NULL,
        times INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        PRIMARY KEY (mistake, item)
    ) WITHOUT ROWID
    """,
    """
    INSERT INTO mistake_tallies (mistake, item, times, last_at)
    SELECT made.value, item, count(*), max(answered_at)
    FROM attempts, json_each(attempts.mistakes) AS made
    GROUP BY made.value, item
    """,
    """
    CREATE TRIGGER tally_mistakes AFTER INSERT ON attempts WHEN NOT new.retry
    BEGIN
        INSERT INTO mistake_tallies (mistake, item, times, last_at)
        SELECT made.value, new.item, 1, new.answered_at
        FROM json_each(new.mistakes) AS made
        WHERE true  -- without it, SQLite would take what follows for the condition of a join
        ON CONFLICT (mistake, item) DO UPDATE SET
            times = times + 1,
            last_at = max(last_at, excluded.last_at);
    END
    """,
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND)


def schema_version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has been through; zero for a new file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def require_known_schema(
    connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Raise QuizError when the file has been through more migrations than there are here."""
    if schema_version(connection) > len(migrations):
        raise QuizError(
            "This history was written by a newer quiz-app, and this one cannot read it.",
            "Update quiz-app, or choose another data folder with --data DIR.",
        )


def migrate(
    connection: sqlite3.Connection,
    before_each: Callable[[int], None],
    migrations: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Bring the file to the newest schema, each step in a transaction of its own.

    ``before_each`` is called with the version about to be left, while no one else can write.
    """
    for target, migration in enumerate(migrations, start=1):
        if schema_version(connection) >= target:
            continue
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            # Another process may have taken this step while we waited for the lock.
            if schema_version(connection) >= target:
                continue
            before_each(target - 1)
            for statement in migration:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {target}")
