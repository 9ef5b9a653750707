"""Texts that stand side by side and must be told apart."""

from __future__ import annotations

from quiz_app.bank.faults import Faults
from quiz_app.bank.nodes import Node
from quiz_app.bank.reading import Reader
from quiz_app.bank.wording import quoted


class Distinct:
    """Readers of texts of which no two may read the same; ``things`` names them in the plural."""

    def __init__(self, things: str) -> None:
        self._things = things
        self._seen: set[str] = set()

    def reader(self, read: Reader[str]) -> Reader[str]:
        """The reader, noting a text that was read before as a fault."""

        def read_distinct(node: Node, faults: Faults) -> str:
            text = read(node, faults)
            if text and text in self._seen:
                problem = f"two {self._things} read {quoted(text)}"
                faults.add(node.place, problem, "change one of them")
            self._seen.add(text)
            return text

        return read_distinct
