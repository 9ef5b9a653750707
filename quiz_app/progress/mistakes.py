"""Which mistakes were made, how often, when last, and on which questions."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import msgspec
from msgspec import Struct

from quiz_app.progress.instants import from_microseconds


class MistakeTally(Struct, frozen=True, kw_only=True):
    """How often a mistake was recognised, the last moment (UTC), and how often on each question.

    ``items`` are in order, the question on which it was made most often first.
    """

    name: str
    times: int
    last_at: datetime
    items: dict[str, int]


def read_commonest_mistakes(
    connection: sqlite3.Connection, limit: int | None = None
) -> tuple[MistakeTally, ...]:
    """The mistakes that were made, the most frequent first; among equals the latest."""
    rows = connection.execute(
        """
        SELECT mistake, sum(times) AS times, max(last_at) AS last_at,
               json_group_array(json_array(item, times)) AS items
        FROM mistake_tallies GROUP BY mistake
        ORDER BY 2 DESC, 3 DESC, mistake LIMIT ?
        """,
        (-1 if limit is None else limit,),
    )
    return tuple(
        MistakeTally(
            name=mistake, times=times, last_at=from_microseconds(last_at), items=_by_item(items)
        )
        for mistake, times, last_at, items in rows.fetchall()
    )


def _by_item(text: str) -> dict[str, int]:
    pairs = msgspec.json.decode(text, type=list[tuple[str, int]])
    return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
