"""Starting a session on some topics, or taking up the one that was left."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from uuid import uuid4

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import Card
from quiz_app.errors import QuizError
from quiz_app.practice.plan import planned
from quiz_app.practice.session import Session
from quiz_app.progress import Clock, History, SessionPlan, StoredSession


def start_session(
    bank: Bank,
    history: History,
    clock: Clock,
    chance: Random,
    names: Sequence[str] = (),
    *,
    cards_only: bool = False,
) -> Session:
    """A new session on topics and single questions by their names, or on all there is.

    It is stored with its first answer. Raises QuizError for an unknown name or when there is
    nothing to ask.
    """
    items = [item for item in bank.named(names) if not cards_only or isinstance(item, Card)]
    if not items:
        raise QuizError(
            f"No {'card' if cards_only else 'question'} is in {', '.join(names) or 'the bank'}.",
            "Choose another topic, or add questions with --content.",
        )
    keys = tuple(dict.fromkeys(item.topic for item in items))
    plan = SessionPlan(
        id=uuid4().hex,
        mode="review" if cards_only else "practice",
        topics=keys,
        seed=chance.randrange(1_000_000_000),
        items=tuple(item.id for item in planned(items, history.times_right(), chance)),
        started_at=clock(),
    )
    return Session(StoredSession(plan, ()), bank, history, clock)


def unfinished_session(bank: Bank, history: History, clock: Clock) -> Session | None:
    """The session that was left before its end, if it is recent and something is left in it."""
    stored = history.unfinished_session()
    if stored is None:
        return None
    session = Session(stored, bank, history, clock)
    return session if session.total > len(session.attempts) else None
