"""The history of a learner: what is written is on the disk when the call returns."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from quiz_app.progress.attempt import Attempt
from quiz_app.progress.days import Clock, LocalDays
from quiz_app.progress.faults import explained_faults
from quiz_app.progress.instants import to_microseconds
from quiz_app.progress.mistakes import MistakeTally, read_commonest_mistakes
from quiz_app.progress.rows import attempt_of_row, plan_of_row, row_of_attempt, row_of_plan
from quiz_app.progress.score import Score, read_score, read_scores_by_topic
from quiz_app.progress.session import SessionPlan, StoredSession

RESUMABLE = timedelta(days=3)
_PAGE = 1000


class History:
    """Sessions and attempts in one SQLite file; attempts are added, never changed.

    It may be used from several threads, and several processes may have the same file open.
    Every method raises QuizError when the disk or the file fails.
    """

    def __init__(
        self, connection: sqlite3.Connection, file: Path, days: LocalDays, clock: Clock
    ) -> None:
        self._connection = connection
        self._file = file
        self._days = days
        self._clock = clock
        self._lock = threading.Lock()

    def start_session(self, plan: SessionPlan) -> None:
        """Store a plan, after which attempts can be recorded; repeating it changes nothing."""
        with self._database() as database:
            database.execute(
                """
                INSERT INTO sessions (id, mode, topics, seed, items, started_at)
                VALUES (:id, :mode, :topics, :seed, :items, :started_at)
                ON CONFLICT (id) DO NOTHING
                """,
                row_of_plan(plan),
            )

    def finish_session(self, session: str) -> None:
        """Note that a session has come to its end."""
        with self._database() as database:
            database.execute(
                "UPDATE sessions SET finished_at = ? WHERE id = ?",
                (to_microseconds(self._clock()), session),
            )

    def unfinished_session(self) -> StoredSession | None:
        """The latest session that was started in the last three days and not finished."""
        with self._database() as database:
            row = database.execute(
                """
                SELECT * FROM sessions WHERE finished_at IS NULL AND started_at >= ?
                ORDER BY started_at DESC LIMIT 1
                """,
                (to_microseconds(self._clock() - RESUMABLE),),
            ).fetchone()
        if row is None:
            return None
        plan = plan_of_row(row)
        return StoredSession(plan, self.attempts(plan.id))

    def record(self, attempt: Attempt) -> None:
        """Store an attempt of a started session; recording it again changes nothing.

        Raises sqlite3.IntegrityError when its session was never started.
        """
        with self._database() as database:
            database.execute(
                """
                INSERT INTO attempts (
                    id, session, item, topic, kind, seed, answered_at,
                    answer, verdict, score, mistakes, hints, seconds, retry
                ) VALUES (
                    :id, :session, :item, :topic, :kind, :seed, :answered_at,
                    :answer, :verdict, :score, :mistakes, :hints, :seconds, :retry
                ) ON CONFLICT (id) DO NOTHING
                """,
                row_of_attempt(attempt),
            )

    def attempts(self, session: str | None = None) -> tuple[Attempt, ...]:
        """The attempts of one session, or all there are, in the order recorded."""
        with self._database() as database:
            if session is None:
                rows = database.execute("SELECT * FROM attempts ORDER BY number").fetchall()
            else:
                rows = database.execute(
                    "SELECT * FROM attempts WHERE session = ? ORDER BY number", (session,)
                ).fetchall()
        return tuple(attempt_of_row(row) for row in rows)

    def each_attempt(self) -> Iterator[Attempt]:
        """The attempts in the order recorded, however many; few are in memory at a time."""
        last = 0
        while True:
            with self._database() as database:
                rows = database.execute(
                    "SELECT * FROM attempts WHERE number > ? ORDER BY number LIMIT ?",
                    (last, _PAGE),
                ).fetchall()
            if not rows:
                return
            yield from map(attempt_of_row, rows)
            last = rows[-1]["number"]

    def score(self, topic: str | None = None) -> Score:
        """The score of one topic, or of everything, as of now."""
        with self._database() as database:
            return read_score(database, self._days, self._clock(), topic)

    def scores_by_topic(self) -> dict[str, Score]:
        """The score of every topic with an attempt, by topic in alphabetical order."""
        with self._database() as database:
            return read_scores_by_topic(database, self._days, self._clock())

    def answered_items(self) -> frozenset[str]:
        """The questions and cards with at least one attempt."""
        with self._database() as database:
            return frozenset(item for (item,) in database.execute("SELECT item FROM tallies"))

    def answered_items_by_topic(self) -> dict[str, int]:
        """How many questions and cards have an attempt, by topic in alphabetical order."""
        with self._database() as database:
            counts = database.execute("SELECT topic, count(*) FROM tallies GROUP BY topic")
            return dict(counts.fetchall())

    def times_right(self) -> dict[str, int]:
        """How often each question and card with an attempt was answered right."""
        with self._database() as database:
            counts = database.execute(
                "SELECT item, sum(right_attempts) FROM tallies GROUP BY item ORDER BY item"
            )
            return dict(counts.fetchall())

    def commonest_mistakes(self, limit: int | None = None) -> tuple[MistakeTally, ...]:
        """The mistakes that were recognised, the most frequent first, then the latest."""
        with self._database() as database:
            return read_commonest_mistakes(database, limit)

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one thread at a time; each statement commits by itself."""
        # Not every build of SQLite guards a connection against its threads.
        with self._lock, explained_faults(self._file):
            yield self._connection
