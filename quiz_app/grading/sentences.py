"""How verdicts are worded."""

from __future__ import annotations

_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def joined(*sentences: str) -> str:
    """Sentences after one another; what is empty is left out."""
    return " ".join(filter(None, sentences))


def quoted(text: str) -> str:
    """A text of the question inside a sentence."""
    return f"“{text.removesuffix('.')}”"


def in_words(number: int) -> str:
    """A small number as it stands in a sentence: ``two``."""
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def opening(share: float) -> str:
    """How a verdict on several parts begins."""
    return "Right." if share == 1 else "Right in part." if share > 0 else "Not quite."
