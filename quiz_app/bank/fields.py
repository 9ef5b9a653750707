"""A mapping of a content file read key by key."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from quiz_app.bank.faults import Faults, Place
from quiz_app.bank.nodes import MappingNode, Node, TextNode
from quiz_app.bank.reading import Reader, shown
from quiz_app.bank.wording import listed, nearest, quoted, suggestion

_T = TypeVar("_T")
_Other = TypeVar("_Other")


class Fields:
    """The values of a mapping; its unknown keys are noted as faults from the start.

    ``what`` names the thing with its article, such as "a number question". A key that is needed
    and absent is a fault at the mapping's place, unless a misspelling of it has been noted.
    """

    def __init__(self, node: Node, faults: Faults, what: str, keys: Collection[str]) -> None:
        self.place = node.place
        self.what = what
        self.faults = faults
        self._values: dict[str, Node] = {}
        self._misspelt: set[str] = set()
        self._is_mapping = isinstance(node, MappingNode)
        if isinstance(node, MappingNode):
            for key, value in node.entries:
                self._admit(key, value, keys)
        else:
            problem = f"{what} is expected here, not {shown(node)}"
            faults.add(node.place, problem, f"its keys are {listed(keys)}")

    def required(self, key: str, read: Reader[_T], stand_in: _Other) -> _T | _Other:
        """The value of a key that must be there; the stand-in follows a noted fault."""
        node = self._values.get(key)
        if node is not None:
            return read(node, self.faults)
        if self._is_mapping and key not in self._misspelt:
            self.faults.add(self.place, f"{self.what} needs '{key}'", f"add '{key}: …'")
        return stand_in

    def optional(self, key: str, read: Reader[_T], default: _Other) -> _T | _Other:
        """The value of a key, or the default where it is absent."""
        node = self._values.get(key)
        return default if node is None else read(node, self.faults)

    def place_of(self, key: str) -> Place:
        """Where the value of a key stands, or the mapping when the key is absent."""
        node = self._values.get(key)
        return self.place if node is None else node.place

    def _admit(self, key: TextNode, value: Node, keys: Collection[str]) -> None:
        if key.text in keys:
            self._values[key.text] = value
            return
        meant = nearest(key.text, keys)
        if meant is not None:
            self._misspelt.add(meant)
        self.faults.add(
            key.place,
            f"{quoted(key.text)} is not a key of {self.what}",
            suggestion(key.text, keys, "its keys"),
        )
