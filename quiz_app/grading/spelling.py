"""Whether two wordings are the same but for case, spacing, an article or a slip of the pen."""

from __future__ import annotations

import re
import unicodedata

_DASHES = re.compile(r"[‐‑‒–—−]")

# A hyphen is idle beside a letter; between digits and before a number it means something.
_IDLE = re.compile(r"(?<=[^\W\d_])-(?=\w)|(?<=\w)-(?=[^\W\d_])|\s+")

_ARTICLE = re.compile(r"(?:a|an|the)\s+(?=\S)")

# In a shorter word a letter makes another word: mode and node, L1 and L2.
_SHORTEST = 5


def normal(text: str) -> str:
    """A wording without what does not matter: case, articles, spaces, hyphens, a full stop."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip().removesuffix(".")
    return _IDLE.sub("", _DASHES.sub("-", _ARTICLE.sub("", folded, count=1)))


def is_slip(typed: str, meant: str) -> bool:
    """Whether one letter of a normal wording is wrong, missing, too many or exchanged.

    This is a Damerau-Levenshtein distance of one. The first letter and the digits must agree:
    a letter before a word may negate it (asymmetric), and a digit is another number.
    """
    if len(meant) < _SHORTEST or typed == meant or typed[:1] != meant[:1]:
        return False
    if re.findall(r"\d", typed) != re.findall(r"\d", meant):
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b),
        min(len(typed), len(meant)),
    )
    rest, wanted = typed[same:], meant[same:]
    return (
        rest[1:] == wanted[1:]
        or rest[1:] == wanted
        or rest == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )
