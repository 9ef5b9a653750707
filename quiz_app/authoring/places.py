"""From a field of an item back to its line and column."""

from __future__ import annotations

from pathlib import Path

from quiz_app.authoring.finding import FieldPath
from quiz_app.bank.compose import compose
from quiz_app.bank.faults import Faults, Place
from quiz_app.bank.model import Source
from quiz_app.bank.nodes import ListNode, MappingNode, Node, TextNode
from quiz_app.bank.source import read_source
from quiz_app.maths.expression import canonical_name


class Places:
    """The places of everything in one content file, which is read again for them."""

    def __init__(self, path: Path) -> None:
        root = compose(read_source(path), Faults(str(path)))
        self._items: dict[Place, Node] = {}
        for key in ("cards", "questions"):
            items = _child(root, key)
            if isinstance(items, ListNode):
                self._items |= {item.place: item for item in items.items}

    def of(self, source: Source, field: FieldPath, offset: int) -> Place:
        """Where a character of a field stands; as near to it as the file goes."""
        place = Place(source.line, source.column)
        node = self._items.get(place)
        for step in field:
            child = _child(node, step)
            if child is None:
                break
            node, place = child, child.place
        return node.place_at(offset) if isinstance(node, TextNode) else place


def _child(node: Node | None, step: str | int) -> Node | None:
    match node:
        case MappingNode(entries=entries):
            return next((value for key, value in entries if canonical_name(key.text) == step), None)
        case ListNode(items=items) if isinstance(step, int) and step < len(items):
            return items[step]
    return None
