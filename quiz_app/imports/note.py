"""A note of Anki, and the card that it becomes."""

from __future__ import annotations

import hashlib
import re

from msgspec import Struct

from quiz_app.imports.html_text import text_of_html

# A gap ends at the first two braces, and none begins inside another: each is read once.
_CLOZE = re.compile(r"\{\{c\d{1,3}::((?:(?!\}\}|\{\{c\d).)*)\}\}", re.DOTALL)


class Note(Struct, frozen=True):
    """The fields of a note, in HTML if ``html``; ``guid`` is its identity, empty where unknown."""

    guid: str
    fields: tuple[str, ...]
    html: bool = True


class ImportedCard(Struct, frozen=True):
    """Two sides in plain text, and an identifier that follows from the note's own identity."""

    id: str
    front: str
    back: str


def card_of(note: Note) -> ImportedCard | None:
    """The first field as the front and the others as the back; None where a side is empty.

    The gaps of a cloze note are all empty on its front, and filled in on its back. A note
    without an identity has that of its first field.
    """
    texts = [text_of_html(field) if note.html else field.strip() for field in note.fields]
    front, others = (texts[0], texts[1:]) if texts else ("", [])
    if _CLOZE.search(front):
        others = [_CLOZE.sub(lambda gap: gap[1].partition("::")[0], front), *others]
        front = _CLOZE.sub(lambda gap: f"[{gap[1].partition('::')[2] or '…'}]", front)
    back = "\n\n".join(text for text in others if text)
    if not front or not back:
        return None
    identity = note.guid or note.fields[0]
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return ImportedCard(f"anki.{digest}", front, back)
