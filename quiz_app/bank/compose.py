"""YAML text → nodes, without what YAML offers beyond texts, lists and mappings."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from quiz_app.bank.faults import START, Faults, Place
from quiz_app.bank.nodes import ListNode, MappingNode, Node, Style, TextNode
from quiz_app.bank.source import UNREADABLE
from quiz_app.bank.syntax import Mark, add_syntax_error, place_of
from quiz_app.bank.wording import quoted

_DEEPEST = 20
_MOST_NODES = 100_000
_LONGEST_TEXT = 20_000

_STYLES: dict[str | None, Style] = {
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


def compose(text: str, faults: Faults) -> Node | None:
    """The one document of a YAML text, or None when it cannot be made out.

    Tags, anchors, aliases, merge keys, repeated keys, a second document, more than 20 levels,
    more than 100 000 nodes and texts over 20 000 characters are faults. Nothing is expanded and
    nothing is constructed, so time and memory are bounded by the length of the file.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Composer(yaml.parse(text, Loader=loader), text, faults).document()
    except _UnreadableError:
        return None
    except yaml.YAMLError as error:
        add_syntax_error(error, text, faults)
        return None


class _UnreadableError(Exception):
    """A fault was noted after which the rest of the file would only be misread."""


class _Composer:
    """Builds nodes from parser events, which follow one another as the file is written."""

    def __init__(self, events: Iterator[Event], text: str, faults: Faults) -> None:
        self._events = events
        self._text = text
        self._faults = faults
        self._nodes = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            match event:
                case StreamStartEvent():
                    pass
                case StreamEndEvent() if root is None:
                    self._refuse(START, "the file is empty", "begin with 'topic: '")
                case DocumentStartEvent() if root is None:
                    root = self._node(next(self._events), 0)
                case DocumentStartEvent():
                    self._refuse(
                        place_of(event.start_mark),
                        "a second document begins here",
                        "make it a file of its own",
                    )
        return root

    def _node(self, event: Event, depth: int) -> Node:
        place = place_of(event.start_mark)
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            self._refuse(place, "the file has too many entries", "split it into several files")
        if depth > _DEEPEST:
            self._refuse(place, "this is nested too deeply", "use at most 20 levels")
        match event:
            case ScalarEvent():
                self._check_properties(event)
                return self._scalar(event)
            case SequenceStartEvent():
                self._check_properties(event)
                return ListNode(place, self._items(depth))
            case MappingStartEvent():
                self._check_properties(event)
                return MappingNode(place, self._entries(depth))
            case AliasEvent():
                self._refuse(
                    place, f"the alias {quoted(f'*{event.anchor}')} is not read", "write it out"
                )
        raise AssertionError(f"the parser does not begin a node with {event}")

    def _scalar(self, event: ScalarEvent) -> TextNode:
        if len(event.value) > _LONGEST_TEXT:
            self._refuse(
                place_of(event.start_mark), "this text is over 20 000 characters long", "shorten it"
            )
        node = TextNode(
            place_of(event.start_mark),
            event.value,
            _STYLES.get(event.style, "plain"),
            self._text[_index(event.start_mark) : _index(event.end_mark)],
        )
        if unreadable := UNREADABLE.search(node.text):
            self._faults.add(
                node.place_at(unreadable.start()),
                f"the character U+{ord(unreadable[0]):04X} cannot be shown",
                "remove the escape that writes it",
            )
        return node

    def _items(self, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return tuple(items)

    def _entries(self, depth: int) -> tuple[tuple[TextNode, Node], ...]:
        entries: dict[str, tuple[TextNode, Node]] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, TextNode):
                self._faults.add(
                    key.place, "a key must be a text", "put a text that begins with '{' in quotes"
                )
            elif key.text == "<<" and key.style == "plain":
                self._faults.add(key.place, "merging with '<<' is not read", "write the keys out")
            elif key.text in entries:
                first = entries[key.text][0].place
                self._faults.add(
                    key.place,
                    f"the key {quoted(key.text)} already stands in line {first.line}",
                    "keep one of the two",
                )
            else:
                entries[key.text] = (key, value)
        return tuple(entries.values())

    def _check_properties(self, event: NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._faults.add(
                place_of(event.start_mark),
                f"the tag {quoted(tag)} is not read",
                "remove it, or put a text that begins with '!' in quotes",
            )
        if event.anchor is not None:
            self._faults.add(
                place_of(event.start_mark),
                f"the anchor {quoted(f'&{event.anchor}')} is not read",
                "remove it, or put a text that begins with '&' in quotes",
            )

    def _refuse(self, place: Place, problem: str, remedy: str) -> None:
        self._faults.add(place, problem, remedy)
        raise _UnreadableError


def _index(mark: Mark | None) -> int:
    return 0 if mark is None else mark.index
