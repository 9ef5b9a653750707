"""Expressions and texts with expressions, read and held against the names they may use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz_app.bank.faults import Faults
from quiz_app.bank.nodes import Node, TextNode
from quiz_app.bank.reading import read_text
from quiz_app.bank.template import Placeholder, TemplateError, parse_template
from quiz_app.bank.wording import nearest, quoted
from quiz_app.errors import QuizError
from quiz_app.maths.expression import ExpressionError, canonical_name, names_in, parse

_MOST_PLACEHOLDERS = 100


@dataclass(frozen=True)
class Scope:
    """The names that expressions at some place of an item may use; its methods are readers.

    ``under`` is the key under which another name would be declared.
    """

    names: tuple[str, ...]
    under: str = "given"

    @property
    def afterwards(self) -> Scope:
        """The same once the right answer is known, as ``answer``."""
        return Scope((*self.names, "answer"), self.under)

    def expression(self, node: Node, faults: Faults) -> str:
        """An expression as text, found to be readable."""
        text = read_text(node, faults)
        if text and isinstance(node, TextNode):
            self._check(text, node, 0, faults)
        return text

    def template(self, node: Node, faults: Faults) -> str:
        """A text whose placeholders were found to be readable."""
        text = read_text(node, faults)
        if isinstance(node, TextNode):
            for placeholder in _placeholders(text, node, faults):
                self._check(placeholder.expression, node, placeholder.offset, faults)
        return text

    def _check(self, text: str, node: TextNode, offset: int, faults: Faults) -> None:
        try:
            tree = parse(text)
        except ExpressionError as error:
            faults.add(node.place_at(offset + error.offset), *clauses(error))
            return
        for name in sorted(names_in(tree) - set(self.names)):
            near = nearest(name, self.names)
            faults.add(
                node.place_at(offset + position_of(name, text)),
                f"{quoted(name)} is not a given name",
                f"did you mean '{near}'" if near else f"add it under '{self.under}'",
            )


def _placeholders(text: str, node: TextNode, faults: Faults) -> list[Placeholder]:
    try:
        parts = parse_template(text)
    except TemplateError as error:
        faults.add(node.place_at(error.offset), *clauses(error))
        return []
    placeholders = [part for part in parts if isinstance(part, Placeholder)]
    if len(placeholders) > _MOST_PLACEHOLDERS:
        place = node.place_at(placeholders[_MOST_PLACEHOLDERS].offset)
        faults.add(place, f"this text has over {_MOST_PLACEHOLDERS} placeholders", "use fewer")
    return placeholders[:_MOST_PLACEHOLDERS]


def position_of(name: str, text: str) -> int:
    """Where a name, in any of its spellings, first stands in an expression; else the start."""
    words = re.finditer(r"\w+", text)
    return next((word.start() for word in words if canonical_name(word[0]) == name), 0)


def clauses(error: QuizError) -> tuple[str, str]:
    """An error's two sentences as the halves of a content fault, without capital and stop."""
    return _clause(error.problem), _clause(error.remedy)


def _clause(sentence: str) -> str:
    clause = sentence.removesuffix(".")
    return clause[:1].lower() + clause[1:]
