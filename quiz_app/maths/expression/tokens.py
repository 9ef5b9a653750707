"""Text cut into numbers, names and signs, each in its one canonical spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from quiz_app.maths.expression import letters, limits
from quiz_app.maths.expression.refusals import refusal

Kind: TypeAlias = Literal["number", "fraction", "name", "superscript", "sign", "end"]


class Token(Struct, frozen=True):
    """A piece of the text from ``offset`` up to ``end``; ``text`` is its canonical spelling.

    A fraction spells ``1/2``, a superscript ``-1`` or ``z``; the end is an empty sign.
    """

    kind: Kind
    text: str
    offset: int
    end: int

    def is_sign(self, *signs: str) -> bool:
        """Whether this is one of the signs."""
        return self.kind == "sign" and self.text in signs


_SIGNS: dict[str, str] = {
    "**": "^",
    "==": "==",
    "<=": "<=",
    ">=": ">=",
    "≤": "<=",
    "⩽": "<=",
    "≥": ">=",
    "⩾": ">=",
    **{sign: sign for sign in "+-*/^%=<>()[],;|‖√"},
    **dict.fromkeys("−–‐‑", "-"),
    **dict.fromkeys("×·∙⋅∗", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
}

_KEYWORDS = frozenset({"if", "else"})

_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+−–]?[0-9]+)?")

# A combining accent belongs to the letter before it, which then is a name of its own.
_ACCENT = "[" + "".join(letters.ACCENTS) + "]"
_PLAIN = rf"[A-Za-z](?:[A-Za-z0-9](?!{_ACCENT}))*"
_SUFFIX = re.compile(rf"[A-Za-z0-9]+(?!{_ACCENT})")
_DIGITS = re.compile(r"[0-9]+")
_WORD = re.compile(rf"(?!.{_ACCENT}){_PLAIN}")


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a text, ended by an ``end`` token.

    Raises ExpressionError at the first character that begins none.
    """
    position = 0
    while position < len(text):
        character = text[position]
        if character in " \t\r\n" or unicodedata.category(character) == "Zs":
            position += 1
            continue
        token = (
            _sign(text, position)
            or _number(text, position)
            or _name(text, position)
            or _fraction(text, position)
            or _superscript(text, position)
        )
        if token is None:
            raise refusal(text, position)
        yield token
        position = token.end
    yield Token("end", "", len(text), len(text))


def _number(text: str, start: int) -> Token | None:
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    spelled = match[0].replace("−", "-").replace("–", "-")
    limits.check_exponent(float(spelled.lower().partition("e")[2] or 0), start)
    return Token("number", spelled, start, match.end())


def _name(text: str, start: int) -> Token | None:
    spelled, position = _stem(text, start)
    if not spelled:
        return None
    while text.startswith("_", position):
        suffix, end = _suffix(text, position + 1)
        if not suffix:
            break
        spelled, position = f"{spelled}_{suffix}", end
    lowered, position = _run(text, position, letters.subscript)
    spelled += "_" * bool(lowered) + lowered
    return Token("sign" if spelled in _KEYWORDS else "name", spelled, start, position)


def _stem(text: str, start: int) -> tuple[str, int]:
    """A Latin word, or one Greek or accented letter with the digits after it."""
    match = _WORD.match(text, start)
    if match is not None:
        return match[0], match.end()
    spelled, position = _letter(text, start)
    match = _DIGITS.match(text, position) if spelled else None
    return (spelled + match[0], match.end()) if match else (spelled, position)


def _suffix(text: str, start: int) -> tuple[str, int]:
    match = _SUFFIX.match(text, start)
    return (match[0], match.end()) if match else _letter(text, start)


def _letter(text: str, start: int) -> tuple[str, int]:
    end = start + 1
    while end < len(text) and text[end] in letters.ACCENTS:
        end += 1
    spelled = letters.letter(text[start:end]) if start < len(text) else None
    return spelled or "", end


def _fraction(text: str, start: int) -> Token | None:
    parts = letters.fraction(text[start])
    return Token("fraction", "/".join(parts), start, start + 1) if parts else None


def _superscript(text: str, start: int) -> Token | None:
    raised, end = _run(text, start, letters.superscript)
    return Token("superscript", raised, start, end) if raised else None


def _sign(text: str, start: int) -> Token | None:
    for length in (2, 1):
        sign = text[start : start + length]
        if sign in _SIGNS:
            return Token("sign", _SIGNS[sign], start, start + len(sign))
    return None


def _run(text: str, start: int, read: Callable[[str], str | None]) -> tuple[str, int]:
    """What ``read`` makes of the characters from ``start`` on, up to one it cannot read."""
    spelled, end = "", start
    while end < len(text) and (part := read(text[end])) is not None:
        spelled, end = spelled + part, end + 1
    return spelled, end
