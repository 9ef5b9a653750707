"""One answer of the learner and what became of it."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from quiz_app.progress.instants import require_aware

Verdict: TypeAlias = Literal["right", "partial", "wrong"]


class Attempt(Struct, frozen=True, kw_only=True):
    """An answer to one question or card, as it was judged; it never changes afterwards.

    ``id`` is unique (a UUID in hexadecimal), ``session`` the session it was given in, ``item``
    the question or card, whose numbers were drawn from ``seed``. ``answered_at`` is an aware
    moment, ``score`` runs from 0 to 1, ``mistakes`` are the names of those recognised, ``hints``
    counts the ones shown and ``seconds`` is the time taken. A ``retry`` was made with the answer
    to the same numbers in sight, and counts for nothing. A card that the learner graded is an
    attempt like any other.

    Raises ValueError when a field is outside its range.
    """

    id: str
    session: str
    item: str
    topic: str
    kind: str
    seed: int
    answered_at: datetime
    answer: str
    verdict: Verdict
    score: float
    mistakes: tuple[str, ...] = ()
    hints: int = 0
    seconds: float = 0.0
    retry: bool = False

    def __post_init__(self) -> None:
        require_aware("answered_at", self.answered_at)
        if not 0 <= self.score <= 1:
            raise ValueError(f"score must be from 0 to 1, not {self.score}")
        if self.hints < 0:
            raise ValueError(f"hints must not be negative, as {self.hints} is")
        if not 0 <= self.seconds < math.inf:
            raise ValueError(f"seconds must be finite and not negative, not {self.seconds}")
