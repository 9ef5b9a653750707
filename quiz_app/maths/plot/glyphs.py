"""The characters a plot is made of, in Unicode and in pure ASCII, and how each curve is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

GlyphSet: TypeAlias = Literal["unicode", "ascii"]


@dataclass(frozen=True)
class Stroke:
    """How one curve differs from the others without colour.

    ``pattern`` says, dot by dot along the line, what is inked; it repeats.
    """

    pattern: tuple[bool, ...]
    sample: str


@dataclass(frozen=True)
class Glyphs:
    """The signs of the frame and of the marks, and the strokes that curves take in turn."""

    vertical: str
    horizontal: str
    corner: str
    left_tick: str
    bottom_tick: str
    zero: str
    guide: str
    point: str
    minus: str
    ellipsis: str
    strokes: tuple[Stroke, ...]
    spelled: Callable[[str], str]

    def stroke(self, curve: int) -> Stroke:
        """The stroke of the curve with that index."""
        return self.strokes[curve % len(self.strokes)]

    def text(self, text: str, width: int) -> str:
        """The text with one cell a character, shortened to at most ``width`` cells."""
        spelled = self.spelled(text)
        if len(spelled) <= width:
            return spelled
        return (spelled[: max(width - len(self.ellipsis), 0)] + self.ellipsis)[:width]


def _single_cells(text: str) -> str:
    """The text composed (NFC), without marks and controls, a wide character as ``?``."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        "?" if unicodedata.east_asian_width(char) in "WF" else char
        for char in composed
        if unicodedata.category(char)[0] not in "MC"
    )


# What ASCII has another spelling for; composed, as they are written.
_SPELLINGS = str.maketrans({"ŷ": "yhat", "−": "-", "–": "-", "—": "-", "…": "..."})


def _ascii(text: str) -> str:
    """The text in ASCII: accents dropped, Greek letters by name, an unknown sign as ``?``."""
    composed = unicodedata.normalize("NFC", text).translate(_SPELLINGS)
    return "".join(_ascii_char(char) for char in unicodedata.normalize("NFKD", composed))


def _ascii_char(char: str) -> str:
    if char.isascii():
        return char if char.isprintable() else ""
    if unicodedata.category(char)[0] in "MC":
        return ""
    name = unicodedata.name(char, "").split()
    match name:
        case ["GREEK", "SMALL", "LETTER", letter]:
            return letter.lower()
        case ["GREEK", "CAPITAL", "LETTER", letter]:
            return letter.capitalize()
    return "?"


def _pattern(dots: str) -> tuple[bool, ...]:
    return tuple(dot == "#" for dot in dots)


_SOLID = (True,)

_UNICODE = Glyphs(
    vertical="│",
    horizontal="─",
    corner="└",
    left_tick="┤",
    bottom_tick="┬",
    zero="┈",
    guide="┊",
    point="●",
    minus="−",
    ellipsis="…",
    strokes=(
        Stroke(_SOLID, "──"),
        Stroke(_pattern("######..."), "╌╌"),
        Stroke(_pattern("#.."), "··"),
        Stroke(_pattern("######..#.."), "─·"),
    ),
    spelled=_single_cells,
)

_ASCII = Glyphs(
    vertical="|",
    horizontal="-",
    corner="+",
    left_tick="+",
    bottom_tick="+",
    zero=".",
    guide=":",
    point="@",
    minus="-",
    ellipsis="...",
    strokes=tuple(Stroke(_SOLID, letter) for letter in "*+ox#%&$"),
    spelled=_ascii,
)


def glyphs_of(glyph_set: GlyphSet) -> Glyphs:
    """The characters of that set."""
    return _UNICODE if glyph_set == "unicode" else _ASCII
