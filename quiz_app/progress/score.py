"""The score: how much was answered, how much of it was right, and on how many days in a row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, datetime

from msgspec import Struct

from quiz_app.progress.days import ONE_DAY, LocalDays
from quiz_app.progress.instants import to_microseconds

# Two statements, because a condition that may not apply keeps SQLite from using an index.
_PRACTISED = """
    SELECT EXISTS (SELECT 1 FROM attempts WHERE answered_at >= :start AND answered_at < :end)
"""
_PRACTISED_TOPIC = """
    SELECT EXISTS (
        SELECT 1 FROM attempts
        WHERE topic = :topic AND answered_at >= :start AND answered_at < :end
    )
"""


class Score(Struct, frozen=True):
    """Counts of attempts, cards included and retries left out.

    ``right`` counts the attempts judged right, ``streak`` the days in a row with an attempt, up
    to today or yesterday, and ``today`` the attempts of today.
    """

    attempts: int
    right: int
    streak: int
    today: int

    @property
    def share(self) -> float | None:
        """The share of attempts that were right, 0 to 1; None before the first."""
        return self.right / self.attempts if self.attempts else None


def streak(practised: Callable[[date], bool], today: date) -> int:
    """How many days in a row were practised, up to today or, failing that, yesterday."""
    day = today if practised(today) else today - ONE_DAY
    length = 0
    while practised(day):
        length += 1
        day -= ONE_DAY
    return length


def read_score(
    connection: sqlite3.Connection, days: LocalDays, now: datetime, topic: str | None = None
) -> Score:
    """The score of one topic, or of everything, at the moment ``now``."""
    today = days.day(now)
    attempts, right = connection.execute(
        """
        SELECT coalesce(sum(attempts), 0), coalesce(sum(right_attempts), 0)
        FROM tallies WHERE :topic IS NULL OR topic = :topic
        """,
        {"topic": topic},
    ).fetchone()
    (attempts_today,) = connection.execute(
        """
        SELECT count(*) FROM attempts
        WHERE answered_at >= :start AND answered_at < :end AND NOT retry
        AND (:topic IS NULL OR topic = :topic)
        """,
        {"topic": topic} | _bounds(days, today),
    ).fetchone()

    def practised(day: date) -> bool:
        statement = _PRACTISED if topic is None else _PRACTISED_TOPIC
        (found,) = connection.execute(statement, {"topic": topic} | _bounds(days, day)).fetchone()
        return bool(found)

    return Score(
        attempts=attempts, right=right, streak=streak(practised, today), today=attempts_today
    )


def read_scores_by_topic(
    connection: sqlite3.Connection, days: LocalDays, now: datetime
) -> dict[str, Score]:
    """The score of every topic with an attempt, by topic in alphabetical order."""
    topics = connection.execute("SELECT DISTINCT topic FROM tallies ORDER BY topic").fetchall()
    return {topic: read_score(connection, days, now, topic) for (topic,) in topics}


def _bounds(days: LocalDays, day: date) -> dict[str, int]:
    """Where ``day`` starts and where the next one does, as the history stores moments."""
    return {
        "start": to_microseconds(days.start(day)),
        "end": to_microseconds(days.start(day + ONE_DAY)),
    }
