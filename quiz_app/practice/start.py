"""Starting a session on some topics or on one's mistakes, or taking up the one that was left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from uuid import uuid4

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import Card, Question
from quiz_app.errors import QuizError
from quiz_app.practice.plan import planned
from quiz_app.practice.session import Session
from quiz_app.progress import Clock, History, Mode, SessionPlan, StoredSession


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
    topics = dict.fromkeys(item.topic for item in items)
    asked = planned(items, history.times_right(), chance)
    plan = _plan("review" if cards_only else "practice", topics, asked, clock, chance)
    return Session(StoredSession(plan, ()), bank, history, clock)


def start_on_mistakes(
    bank: Bank, history: History, clock: Clock, chance: Random, names: Sequence[str] = ()
) -> Session:
    """A new session on the questions, of all or those named, that show the learner's mistakes.

    Raises QuizError for an unknown name and when no mistake of theirs has been recognised.
    """
    from quiz_app.practice.slips import planned_on_mistakes

    asked = planned_on_mistakes(history.commonest_mistakes(), bank.named(names), chance)
    if not asked:
        raise QuizError(
            f"No mistake of yours is known in {', '.join(names) or 'the bank'} yet.",
            "Practise first: what goes wrong is remembered.",
        )
    plan = _plan("mistakes", dict.fromkeys(item.topic for item in asked), asked, clock, chance)
    return Session(StoredSession(plan, ()), bank, history, clock)


def unfinished_session(bank: Bank, history: History, clock: Clock) -> Session | None:
    """The session that was left before its end, if it is recent and something is left in it."""
    stored = history.unfinished_session()
    if stored is None:
        return None
    session = Session(stored, bank, history, clock)
    return session if session.total > len(session.attempts) else None


def _plan(
    mode: Mode, topics: Iterable[str], items: Iterable[Question], clock: Clock, chance: Random
) -> SessionPlan:
    return SessionPlan(
        id=uuid4().hex,
        mode=mode,
        topics=tuple(topics),
        seed=chance.randrange(1_000_000_000),
        items=tuple(item.id for item in items),
        started_at=clock(),
    )
