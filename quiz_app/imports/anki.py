"""A file of Anki → the cards in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from quiz_app.errors import QuizError
from quiz_app.imports.anki_package import is_package, notes_of_package
from quiz_app.imports.anki_text import notes_of_text
from quiz_app.imports.note import ImportedCard, Note, card_of

_LARGEST = 50_000_000


class Imported(Struct, frozen=True):
    """The cards of a file, and how many notes are none: without a second side, or repeated."""

    cards: tuple[ImportedCard, ...]
    left_out: int


def read_anki(file: Path) -> Imported:
    """The cards of an ``.apkg`` package or a table of text, each once.

    Raises QuizError for a file over 50 MB, and for one that cannot be read.
    """
    cards: dict[str, ImportedCard] = {}
    left_out = 0
    for note in _notes(_content(file), file):
        card = card_of(note)
        if card is None or card.id in cards:
            left_out += 1
        else:
            cards[card.id] = card
    return Imported(tuple(cards.values()), left_out)


def _notes(content: bytes, file: Path) -> Iterator[Note]:
    if is_package(content):
        return notes_of_package(content)
    try:
        return notes_of_text(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise QuizError(
            f"{file} is neither a package of Anki nor a text in UTF-8.",
            "Export the notes from Anki as .apkg, or as plain text.",
        ) from error


def _content(file: Path) -> bytes:
    try:
        # Opening a pipe or a device would wait for ever.
        if not file.is_file():
            raise QuizError(f"{file} is not a file.", "Name one that was exported from Anki.")
        with file.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise QuizError(f"{file} cannot be read ({reason}).", "Make it readable.") from error
    if len(content) > _LARGEST:
        raise QuizError(f"{file} is over 50 MB.", "Export it without media, or deck by deck.")
    return content
