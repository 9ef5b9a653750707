"""A mistake with the number or numbers that it gives."""

from __future__ import annotations

from msgspec import Struct

from quiz_app.variants.answer import Answer


class Recognised(Struct, frozen=True):
    """A mistake that gives a definite answer on a variant, and what to tell who made it."""

    name: str
    value: Answer
    say: str
