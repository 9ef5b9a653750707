"""Imported cards as the YAML of a content file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import yaml

from quiz_app.bank.source import UNREADABLE
from quiz_app.errors import QuizError
from quiz_app.imports.note import ImportedCard

_LARGEST = 2_000_000
_MOST = 10_000
_LONGEST = 20_000

_Mapping: TypeAlias = dict[str, str | list[dict[str, str]]]


class _Writer(yaml.SafeDumper):
    """Writes texts of several lines line by line."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        """A text in the style that people read most easily."""
        style = "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _Writer.represent_text)


def card_file(key: str, title: str, cards: Sequence[ImportedCard]) -> str:
    """The text of a file of one topic, in which every text of a card is data.

    Raises QuizError for no cards, and for more than a content file may hold.
    """
    if not cards:
        raise QuizError("There is no card with two sides in it.", "Name another file.")
    longest = max(len(side) for card in cards for side in (card.front, card.back))
    if len(cards) > _MOST or longest > _LONGEST:
        raise _too_much()
    content: _Mapping = {
        "topic": key,
        "title": _readable(title),
        "cards": [
            {"id": card.id, "front": _data(card.front), "back": _data(card.back)} for card in cards
        ],
    }
    text = yaml.dump(content, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=96)
    if len(text.encode()) > _LARGEST:
        raise _too_much()
    return text


def _too_much() -> QuizError:
    return QuizError(
        f"That is more than a content file may hold ({_MOST:,} cards, 2 MB, texts of 20,000 "
        "characters).",
        "Export one deck at a time.",
    )


def _data(text: str) -> str:
    """A text whose braces hold no expression."""
    return _readable(text).replace("{", "{{").replace("}", "}}")


def _readable(text: str) -> str:
    """The text without signs that are not to be seen."""
    return UNREADABLE.sub("", text)
