"""A session: what was planned, and how far it came."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from quiz_app.progress.attempt import Attempt
from quiz_app.progress.instants import require_aware

Mode: TypeAlias = Literal["practice", "review", "mistakes"]


class SessionPlan(Struct, frozen=True, kw_only=True):
    """What a session will ask: ``items`` in their planned order, their numbers from ``seed``.

    Raises ValueError when ``started_at`` has no time zone.
    """

    id: str
    mode: Mode
    topics: tuple[str, ...]
    seed: int
    items: tuple[str, ...]
    started_at: datetime

    def __post_init__(self) -> None:
        require_aware("started_at", self.started_at)


class StoredSession(Struct, frozen=True):
    """A session from the history: its plan and the attempts so far, in the order recorded."""

    plan: SessionPlan
    attempts: tuple[Attempt, ...]
