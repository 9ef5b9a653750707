"""A YAML file as a tree of texts, lists and mappings that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from quiz_app.bank.alignment import source_offset
from quiz_app.bank.faults import Place

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar. It is always its text: what YAML would call a date or a boolean is not made one.

    ``raw`` is the scalar as it stands in the file, quotes and block header included.
    """

    place: Place
    text: str
    style: Style
    raw: str

    def place_at(self, offset: int) -> Place:
        """Where in the file the character ``offset`` of the text stands."""
        before = self.raw[: source_offset(self.text, self.raw, self.style, offset)]
        line_breaks = before.count("\n")
        if not line_breaks:
            return Place(self.place.line, self.place.column + len(before))
        return Place(self.place.line + line_breaks, len(before) - before.rindex("\n"))


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and their values, each key once."""

    place: Place
    entries: tuple[tuple[TextNode, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of a key, if it is there."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = TextNode | ListNode | MappingNode
