"""What one content file holds."""

from __future__ import annotations

from msgspec import Struct

from quiz_app.bank.model.questions import Question


class Topic(Struct, frozen=True):
    """A subject of study: its key, its title and what it is about, in a sentence."""

    key: str
    title: str
    about: str = ""


class BankFile(Struct, frozen=True):
    """What one file holds."""

    topic: Topic
    items: tuple[Question, ...]
