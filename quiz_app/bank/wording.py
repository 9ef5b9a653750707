"""How messages about content name things: quoted, listed, or with the nearest known word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_SHOWN = 40
# Comparing words costs their product in length; nobody means a key this long.
_COMPARED = 60


def quoted(text: str) -> str:
    """The text in quotes on one line, shortened, its control characters written as escapes."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return repr(shown) if not shown.isprintable() else f"'{shown}'"


def listed(words: Iterable[str]) -> str:
    """The words after one another, with commas."""
    return ", ".join(words)


def suggestion(word: str, known: Iterable[str], kind: str) -> str:
    """A remedy for an unknown word: the nearest known one, or all of them."""
    words = list(known)
    if not words:
        return "remove it"
    near = nearest(word, words)
    return f"{kind} are {listed(words)}" if near is None else f"did you mean '{near}'"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, if any is alike."""
    if len(word) > _COMPARED:
        return None
    return next(iter(difflib.get_close_matches(word, known, n=1)), None)
