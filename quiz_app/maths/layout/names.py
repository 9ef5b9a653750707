"""How names are spelled: ``lambda`` is λ, ``yhat`` is ŷ, ``p_1`` is p with the subscript 1."""

from __future__ import annotations

import unicodedata

from quiz_app.maths.expression.letters import ACCENTS, GREEK
from quiz_app.maths.layout.glyphs import Glyphs

_GREEK = frozenset(GREEK.values())
_ACCENTS = frozenset(ACCENTS.values())
_LONGEST_SUBSCRIPT = 2


def split_subscript(name: str) -> tuple[str, str]:
    """The name and its subscript: ``p_1`` is p and 1; ``y_true`` is one word, with none."""
    stem, _, subscript = name.rpartition("_")
    short = len(subscript) <= _LONGEST_SUBSCRIPT or subscript.isdigit() or is_letter(subscript)
    return (stem, subscript) if stem and subscript and short else (name, "")


def split_accent(name: str) -> tuple[str, str]:
    """The letter and its accent: ``yhat`` is y and hat; ``what`` is w and hat, ``TP`` has none."""
    for accent in _ACCENTS:
        base = name.removesuffix(accent)
        if base != name and is_letter(base):
            return base, accent
    return name, ""


def is_letter(name: str) -> bool:
    """Whether the name is one Latin or Greek letter."""
    return name in _GREEK or (len(name) == 1 and name.isalpha())


def spelled(name: str, glyphs: Glyphs) -> str:
    """A name without subscript as it is drawn."""
    base, accent = split_accent(name)
    mark = glyphs.accents.get(accent)
    if mark is None:
        return glyphs.literal(glyphs.letters.get(name, name))
    return unicodedata.normalize("NFC", glyphs.letters.get(base, base) + mark)
