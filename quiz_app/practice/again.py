"""Which questions are worth asking again at once."""

from __future__ import annotations

from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    Computed,
    Fixed,
    OpenQuestion,
    Question,
    TrueFalseQuestion,
)


def can_be_retried(item: Question) -> bool:
    """Whether there is something to work out, when the answer to a question was seen."""
    return not isinstance(item, Card | OpenQuestion | ChoiceQuestion | TrueFalseQuestion)


def asks_anew(item: Question) -> bool:
    """Whether other numbers make it another question."""
    return any(not isinstance(draw, Fixed | Computed) for _, draw in item.given)
