"""Attempts and plans as rows of the database, and back."""

from __future__ import annotations

import sqlite3
from typing import TypeAlias

import msgspec

from quiz_app.progress.attempt import Attempt
from quiz_app.progress.instants import from_microseconds, to_microseconds
from quiz_app.progress.session import SessionPlan

Cell: TypeAlias = str | int | float | None


def row_of_attempt(attempt: Attempt) -> dict[str, Cell]:
    """The columns of ``attempts``; bytes of the answer that are no text become escapes."""
    return {
        "id": attempt.id,
        "session": attempt.session,
        "item": attempt.item,
        "topic": attempt.topic,
        "kind": attempt.kind,
        "seed": str(attempt.seed),
        "answered_at": to_microseconds(attempt.answered_at),
        # A terminal that is not in UTF-8 yields lone surrogates, which SQLite refuses.
        "answer": attempt.answer.encode("utf-8", "backslashreplace").decode("utf-8"),
        "verdict": attempt.verdict,
        "score": attempt.score,
        "mistakes": _names_to_text(attempt.mistakes),
        "hints": attempt.hints,
        "seconds": attempt.seconds,
        "retry": int(attempt.retry),
    }


def attempt_of_row(row: sqlite3.Row) -> Attempt:
    """The attempt that ``row_of_attempt`` stored, its moment in UTC."""
    return Attempt(
        id=row["id"],
        session=row["session"],
        item=row["item"],
        topic=row["topic"],
        kind=row["kind"],
        seed=int(row["seed"]),
        answered_at=from_microseconds(row["answered_at"]),
        answer=row["answer"],
        verdict=row["verdict"],
        score=row["score"],
        mistakes=_text_to_names(row["mistakes"]),
        hints=row["hints"],
        seconds=row["seconds"],
        retry=bool(row["retry"]),
    )


def row_of_plan(plan: SessionPlan) -> dict[str, Cell]:
    """The columns of ``sessions`` that are known at the start."""
    return {
        "id": plan.id,
        "mode": plan.mode,
        "topics": _names_to_text(plan.topics),
        "seed": str(plan.seed),
        "items": _names_to_text(plan.items),
        "started_at": to_microseconds(plan.started_at),
    }


def plan_of_row(row: sqlite3.Row) -> SessionPlan:
    """The plan that ``row_of_plan`` stored, its moment in UTC."""
    return SessionPlan(
        id=row["id"],
        mode=row["mode"],
        topics=_text_to_names(row["topics"]),
        seed=int(row["seed"]),
        items=_text_to_names(row["items"]),
        started_at=from_microseconds(row["started_at"]),
    )


def _names_to_text(names: tuple[str, ...]) -> str:
    return msgspec.json.encode(names).decode("utf-8")


def _text_to_names(text: str) -> tuple[str, ...]:
    return msgspec.json.decode(text, type=tuple[str, ...])
