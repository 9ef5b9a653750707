"""The first line of a function that is to be written: its name and its arguments."""

from __future__ import annotations

import re
from keyword import iskeyword

from msgspec import Struct

from quiz_app.errors import QuizError

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_CALL = re.compile(rf"({_NAME})\(([^()]*)\)")
_ARGUMENT = re.compile(rf"({_NAME})(?:\s*=\s*(-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?))?")
_LONGEST = 100
_EXAMPLE = "Write it like bce(y_true, y_pred)."


class Signature(Struct, frozen=True):
    """A function's name, the names of its two arrays, and those of the options it takes."""

    name: str
    arrays: tuple[str, str]
    options: tuple[str, ...]


def parse_signature(text: str) -> Signature:
    """Read ``huber(y_true, y_pred, delta=1.0)``.

    Raises QuizError for anything but a name and two arguments or more, each named once.
    """
    call = _CALL.fullmatch(text) if len(text) <= _LONGEST else None
    if call is None:
        raise QuizError("This is not the first line of a function.", _EXAMPLE)
    arguments = [_ARGUMENT.fullmatch(part.strip()) for part in call[2].split(",")]
    names = [argument[1] for argument in arguments if argument is not None]
    if len(names) < max(2, len(arguments)):
        raise QuizError("The function needs two arrays, then perhaps options.", _EXAMPLE)
    reserved = [name for name in (call[1], *names) if iskeyword(name)]
    if reserved:
        raise QuizError(f"Python keeps the word {reserved[0]} for itself.", "Choose another name.")
    if len({call[1], *names}) <= len(names):
        raise QuizError("A name stands here twice.", "Give each argument a name of its own.")
    return Signature(call[1], (names[0], names[1]), tuple(names[2:]))
