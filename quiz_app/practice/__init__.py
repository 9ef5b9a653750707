"""Which question next."""

from quiz_app.practice.plan import SESSION_LENGTH, planned
from quiz_app.practice.session import Session
from quiz_app.practice.start import start_on_mistakes, start_session, unfinished_session

__all__ = [
    "SESSION_LENGTH",
    "Session",
    "planned",
    "start_on_mistakes",
    "start_session",
    "unfinished_session",
]
