"""What a judge says of an answer."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from quiz_app.variants import Recognised

Outcome: TypeAlias = Literal["right", "partial", "wrong", "invalid"]


class Verdict(Struct, frozen=True, kw_only=True):
    """An outcome, its score from 0 to 1, how the answer was read, and what to say about it.

    ``mistakes`` are all recognised mistakes that give exactly the answer, alone or two of
    them together.
    """

    outcome: Outcome
    score: float
    read_as: str
    feedback: str
    mistakes: tuple[Recognised, ...] = ()


def outcome_of(share: float) -> Outcome:
    """All of it is right, some of it, or nothing."""
    return "right" if share == 1 else "partial" if share > 0 else "wrong"


def invalid(feedback: str) -> Verdict:
    """An answer that could not be read: it costs nothing."""
    return Verdict(outcome="invalid", score=0.0, read_as="", feedback=feedback)
