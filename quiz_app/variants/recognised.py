"""A mistake with the number that it gives."""

from __future__ import annotations

from msgspec import Struct


class Recognised(Struct, frozen=True):
    """A mistake that gives a definite number on a variant, and what to tell who made it."""

    name: str
    value: float
    say: str
