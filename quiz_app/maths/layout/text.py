"""Text in terminal cells: how wide it is, and what of it may reach a screen."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_MARKS = ("Mn", "Me")


def cell_width(text: str) -> int:
    """The number of terminal cells that printable ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def printable(text: str, unknown: str) -> str:
    """``text`` with ``unknown`` in place of every control, format and unassigned character."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else unknown for character in text)


@lru_cache(maxsize=1024)
def _cells(character: str) -> int:
    if unicodedata.category(character) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
