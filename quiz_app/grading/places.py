"""Answers that name parts of a question by the numbers or letters they are shown with."""

from __future__ import annotations

import re

from quiz_app.errors import QuizError

# Room for every part, with words between the signs; no answer is longer.
_LONGEST = 200


def read_places(answer: str, count: int) -> tuple[int, ...]:
    """The places (from zero) named in ``2``, ``b`` or ``1, 3``, in the order typed.

    Raises QuizError when something else stands there.
    """
    if len(answer) > _LONGEST:
        raise QuizError(f"This has {len(answer)} characters.", remedy(count))
    parts = re.findall(r"[^,\s]+", answer.lower())
    if not parts:
        raise QuizError("Nothing is chosen.", remedy(count))
    return tuple(read_place(part, count) for part in parts)


def read_place(part: str, count: int) -> int:
    """The place that a number or a letter stands for."""
    if re.fullmatch(r"[0-9]{1,2}", part):
        place = int(part) - 1
    elif re.fullmatch(r"[a-z]", part):
        place = ord(part) - ord("a")
    else:
        place = -1
    if 0 <= place < count:
        return place
    raise QuizError(f"{part[:20]!r} is not one of the options.", remedy(count))


def remedy(count: int) -> str:
    """How to choose one of so many parts."""
    return f"Choose with the numbers 1 to {count}."
