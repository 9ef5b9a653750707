"""The characters that formulas are drawn with: one set in Unicode, one in ASCII."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from quiz_app.maths.expression.letters import ACCENTS, GREEK
from quiz_app.maths.layout.text import printable

Fence: TypeAlias = Literal["round", "square", "bar", "norm"]
Sign: TypeAlias = Literal["+", "-", "times", "dot", "<", "<=", ">", ">=", "=="]

_WORD = re.compile(r"-?[^\W_]+")


class Bracket(NamedTuple):
    """One side of a pair: how it is drawn in one line, and its parts in several."""

    short: str
    top: str
    middle: str
    bottom: str

    def rows(self, height: int) -> tuple[str, ...]:
        """The bracket in ``height`` lines."""
        if height == 1:
            return (self.short,)
        return (self.top, *[self.middle] * (height - 2), self.bottom)


@dataclass(frozen=True)
class Glyphs:
    """A set of characters, each one cell wide (``accents`` have no width of their own)."""

    ascii: bool
    unknown: str
    minus: str
    signs: Mapping[Sign, str]
    summation: str
    root: str
    partial: str
    ellipsis: str
    infinity: str
    bar: tuple[str, str, str]
    fences: Mapping[Fence, tuple[Bracket, Bracket]]
    brace: tuple[str, str, str, str]  # top, straight part, middle, bottom
    letters: Mapping[str, str]
    accents: Mapping[str, str]
    functions: Mapping[str, str]
    fractions: Mapping[tuple[str, str], str]
    superscripts: Mapping[str, str]
    subscripts: Mapping[str, str]
    natural_logarithm: str = "log"

    def literal(self, text: str) -> str:
        """``text`` with every character that must not be drawn replaced."""
        if self.ascii and not text.isascii():
            text = "".join(sign if sign.isascii() else self.unknown for sign in text)
        return printable(text, self.unknown)

    def raised(self, text: str) -> str | None:
        """``text`` in superscript characters, None if one is missing."""
        return _translated(text, self.superscripts)

    def lowered(self, text: str) -> str | None:
        """``text`` in subscript characters, None if one is missing."""
        return _translated(text, self.subscripts)


def caret(text: str) -> str | None:
    """``^2``: a superscript in ordinary characters, None if ``text`` would need brackets."""
    return f"^{text}" if _WORD.fullmatch(text) else None


def underscore(text: str) -> str | None:
    """``_k``: a subscript in ordinary characters, None if ``text`` would need brackets."""
    return f"_{text}" if _WORD.fullmatch(text) else None


def _translated(text: str, table: Mapping[str, str]) -> str | None:
    """The characters of ``text`` but its spaces, each as the table has it."""
    found = [table.get(character) for character in text if character != " "]
    known = [glyph for glyph in found if glyph is not None]
    return "".join(known) if known and len(known) == len(found) else None


def _pairs(plain: str, drawn: str) -> dict[str, str]:
    return dict(zip(plain, drawn, strict=True))


def _straight(line: str) -> tuple[Bracket, Bracket]:
    return Bracket(line, line, line, line), Bracket(line, line, line, line)


UNICODE = Glyphs(
    ascii=False,
    unknown="\N{REPLACEMENT CHARACTER}",
    minus="−",
    signs={
        "+": "+",
        "-": "−",
        "times": "×",
        "dot": "·",
        "<": "<",
        "<=": "≤",
        ">": ">",
        ">=": "≥",
        "==": "=",
    },
    summation="Σ",
    root="√",
    partial="∂",
    ellipsis="…",
    infinity="∞",
    bar=("╶", "─", "╴"),
    fences={
        "round": (Bracket("(", "⎛", "⎜", "⎝"), Bracket(")", "⎞", "⎟", "⎠")),
        "square": (Bracket("[", "⎡", "⎢", "⎣"), Bracket("]", "⎤", "⎥", "⎦")),
        "bar": (Bracket("|", "│", "│", "│"), Bracket("|", "│", "│", "│")),
        "norm": _straight("‖"),
    },
    brace=("⎧", "⎪", "⎨", "⎩"),
    # The first spelling of a letter in the table is the usual one, so it is entered last.
    letters={name: sign for sign, name in reversed(GREEK.items())}
    | {"nabla": "∇", "partial": "∂", "infinity": "∞"},
    accents={name: mark for mark, name in reversed(ACCENTS.items())},
    functions={"sigmoid": "σ"},
    fractions={
        ("1", "2"): "½",
        ("1", "3"): "⅓",
        ("2", "3"): "⅔",
        ("1", "4"): "¼",
        ("3", "4"): "¾",
    },
    superscripts=_pairs("0123456789+−=", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼")
    | _pairs("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
    | _pairs("ABDEGHIJKLMNOPRTUVW", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ")
    | _pairs("βγδθφχ", "ᵝᵞᵟᶿᵠᵡ"),
    subscripts=_pairs("0123456789+−=", "₀₁₂₃₄₅₆₇₈₉₊₋₌")
    | _pairs("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
    | _pairs("βγρφχ", "ᵦᵧᵨᵩᵪ"),
)

ASCII = Glyphs(
    ascii=True,
    unknown="?",
    minus="-",
    signs={
        "+": "+",
        "-": "-",
        "times": "*",
        "dot": ".",
        "<": "<",
        "<=": "<=",
        ">": ">",
        ">=": ">=",
        "==": "=",
    },
    summation="sum",
    root="sqrt",
    partial="d",
    ellipsis="..",
    infinity="inf",
    bar=("-", "-", "-"),
    fences={
        "round": (Bracket("(", "/", "|", "\\"), Bracket(")", "\\", "|", "/")),
        "square": (Bracket("[", "[", "[", "["), Bracket("]", "]", "]", "]")),
        "bar": _straight("|"),
        "norm": _straight("||"),
    },
    brace=("|", "|", "{", "|"),
    letters={"ell": "l", "partial": "d", "infinity": "inf"},
    accents={},
    functions={},
    fractions={
        ("1", "2"): "1/2",
        ("1", "3"): "1/3",
        ("2", "3"): "2/3",
        ("1", "4"): "1/4",
        ("3", "4"): "3/4",
    },
    superscripts={},
    subscripts={},
)
