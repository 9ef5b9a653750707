"""Histories, plans and attempts to test with."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest
from msgspec.structs import replace

from quiz_app.progress import Attempt, History, LocalDays, SessionPlan, open_history
from quiz_app.progress.schema import migrate

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def make_plan() -> Callable[..., SessionPlan]:
    """A plan with the fields given and ordinary ones for the rest."""

    def make(
        session: str = "session",
        *,
        topics: tuple[str, ...] = ("regression",),
        seed: int = 7,
        items: tuple[str, ...] = ("mse.by-hand", "mae.by-hand"),
        started_at: datetime = NOON,
    ) -> SessionPlan:
        return SessionPlan(
            id=session,
            mode="practice",
            topics=topics,
            seed=seed,
            items=items,
            started_at=started_at,
        )

    return make


@pytest.fixture(scope="session")
def make_attempt() -> Callable[..., Attempt]:
    """An attempt with the fields given, ordinary ones for the rest and an id of its own."""
    numbers = itertools.count()
    ordinary = Attempt(
        id="ordinary",
        session="session",
        item="mse.by-hand",
        topic="regression",
        kind="number",
        seed=7,
        answered_at=NOON,
        answer="0.25",
        verdict="right",
        score=1.0,
    )

    def make(**fields: object) -> Attempt:
        return replace(ordinary, **({"id": f"attempt-{next(numbers)}"} | fields))

    return make


@pytest.fixture
def history_at(tmp_path: Path) -> Callable[..., History]:
    """Open the history of this test with a clock that stands still at the moment given."""

    def open_at(moment: datetime = NOON, zone: tzinfo = UTC) -> History:
        return open_history(tmp_path / "data", lambda: moment, zone=zone)

    return open_at


@pytest.fixture(scope="session")
def history_in_memory() -> Callable[..., History]:
    """A fresh history without a file, its clock standing still at the moment given."""

    def open_at(
        moment: datetime = NOON, zone: tzinfo = UTC, connection: sqlite3.Connection | None = None
    ) -> History:
        connection = connection or sqlite3.connect(":memory:", isolation_level=None)
        connection.row_factory = sqlite3.Row
        migrate(connection, before_each=lambda version: None)
        return History(connection, Path("history.sqlite3"), LocalDays(zone), lambda: moment)

    return open_at
