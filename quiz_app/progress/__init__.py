"""What the learner did: every attempt and session, kept in one SQLite file, and the score."""

from __future__ import annotations

from quiz_app.progress.attempt import Attempt, Verdict
from quiz_app.progress.database import open_history
from quiz_app.progress.days import Clock, LocalDays
from quiz_app.progress.history import History
from quiz_app.progress.mistakes import MistakeTally
from quiz_app.progress.score import Score
from quiz_app.progress.session import Mode, SessionPlan, StoredSession

__all__ = [
    "Attempt",
    "Clock",
    "History",
    "LocalDays",
    "MistakeTally",
    "Mode",
    "Score",
    "SessionPlan",
    "StoredSession",
    "Verdict",
    "open_history",
]
