"""A package for Anki: a deck for each topic, whose notes are recognised when they come again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import datetime
from io import BytesIO
from itertools import count
from types import ModuleType
from zipfile import ZIP_DEFLATED, ZipFile

from quiz_app.bank.model import Topic, kind
from quiz_app.export.extras import require
from quiz_app.export.flashcards import Flashcard

_NAME = "quiz-app"
# Identifiers of decks and kinds of notes are of 31 bits, away from the ones that Anki gives.
_FIRST_IDENTIFIER = 1 << 30

_STYLE = """\
.card { font-family: sans-serif; font-size: 18px; max-width: 42em; margin: 0 auto; }
p, li { white-space: pre-wrap; text-align: left; }
img { max-width: 100%; }
"""
_TEMPLATE = {
    "name": "Card",
    "qfmt": "{{Front}}",
    "afmt": "{{FrontSide}}<hr id=answer>{{Back}}",
}


def anki_library() -> ModuleType:
    """The library that knows Anki's format; raises QuizError where it is not installed."""
    return require("genanki", "An Anki package")


def anki_package(topics: Sequence[Topic], cards: Iterable[Flashcard], made_at: datetime) -> bytes:
    """The package that Anki imports; a newer ``made_at`` lets its texts replace older ones.

    A note is recognised by the id of its item, so that an edited one keeps its history in Anki.
    ``topics`` are those of the cards. Raises QuizError without the library for it.
    """
    genanki = anki_library()
    model = genanki.Model(
        _identifier("note"),
        _NAME,
        fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Id"}],
        templates=[dict(_TEMPLATE)],
        css=_STYLE,
    )
    decks = {
        topic.key: genanki.Deck(_identifier(f"deck {topic.key}"), f"{_NAME}::{topic.title}")
        for topic in topics
    }
    pictures: dict[str, str] = {}
    for card in cards:
        item = card.item
        decks[item.topic].add_note(
            genanki.Note(
                model=model,
                fields=[card.front, card.back, item.id],
                sort_field=item.id,
                tags=[f"kind::{kind(item)}", f"difficulty::{item.difficulty}"],
                guid=genanki.guid_for(_NAME, item.id),
            )
        )
        if card.picture is not None:
            pictures[card.picture.file_name] = card.picture.svg
    package = genanki.Package([deck for deck in decks.values() if deck.notes])
    seconds = made_at.timestamp()
    with closing(sqlite3.connect(":memory:")) as database:
        package.write_to_db(database.cursor(), seconds, count(int(seconds * 1000)))
        database.commit()
        return _archive(database.serialize(), pictures)


def _archive(collection: bytes, pictures: dict[str, str]) -> bytes:
    """The collection and its images, which stand in the archive under their numbers."""
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", collection)
        package.writestr("media", json.dumps(dict(enumerate(pictures))))
        for number, svg in enumerate(pictures.values()):
            package.writestr(str(number), svg)
    return archive.getvalue()


def _identifier(what: str) -> int:
    digest = hashlib.sha256(f"{_NAME} {what}".encode()).digest()
    return _FIRST_IDENTIFIER + int.from_bytes(digest[:4], "big") % _FIRST_IDENTIFIER
