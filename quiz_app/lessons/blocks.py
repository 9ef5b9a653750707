"""From the signs of Markdown to the blocks of a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from quiz_app.bank.faults import Place
from quiz_app.errors import QuizError
from quiz_app.lessons.live import live_block
from quiz_app.lessons.model import (
    Block,
    Bullet,
    Bullets,
    Code,
    Heading,
    Prose,
    QuestionLink,
    Span,
    Table,
    Text,
)
from quiz_app.lessons.text import Writing

LIBRARIES = ("numpy", "keras", "torch", "sklearn")
"""The libraries that code may be written for."""

_LIVE = ("formula", "plot", "derivation")
_LISTS = ("bullet_list", "ordered_list")
_BULLET = "•"
_WIDEST = 74

_QUESTION = re.compile(r"\[([\w.-]+)\](?= )")


class Blocks:
    """Turns nodes into blocks, and gathers the questions that are named on the way."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self.questions: list[QuestionLink] = []

    def of(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
        """The blocks of some nodes, in order; what has a fault is left out."""
        for node in nodes:
            match node.type:
                case "heading":
                    yield Heading(int(node.tag[1]), plain(self._writing.text(node)))
                case "paragraph":
                    yield Prose(self._writing.text(node))
                case "bullet_list" | "ordered_list":
                    yield Bullets(tuple(self._bullets(node, 0)))
                case "table":
                    yield self._table(node)
                case "fence":
                    yield from self._fence(node)

    def _bullets(self, node: SyntaxTreeNode, depth: int) -> Iterator[Bullet]:
        for item in node.children:
            marker = f"{item.info}." if item.info else _BULLET
            for part in item.children:
                if part.type in _LISTS:
                    yield from self._bullets(part, depth + 1)
                elif part.type == "paragraph":
                    yield Bullet(marker, depth, self._item(part))

    def _item(self, node: SyntaxTreeNode) -> Text:
        """The text of an item; a question's id at its start is told from the words."""
        text = self._writing.text(node)
        found = _QUESTION.match(text[0].text) if text else None
        if found is None:
            return text
        place = self._writing.place(node, 1)
        self.questions.append(QuestionLink(found[1], place.line, place.column))
        rest = Span(text[0].text[found.end() :], text[0].style)
        return (Span(found[0], "code"), rest, *text[1:])

    def _table(self, node: SyntaxTreeNode) -> Table:
        head, *rows = (
            tuple(self._writing.text(cell) for cell in row.children)
            for part in node.children
            for row in part.children
        )
        return Table(head, tuple(rows))

    def _fence(self, node: SyntaxTreeNode) -> Iterator[Block]:
        language, _, library = node.info.strip().partition(" ")
        code = node.content.rstrip("\n")
        self._check_width(node, code)
        if language in _LIVE:
            try:
                yield live_block(language, code)
            except QuizError as error:
                self._writing.fault(Place(_line(node) + 1, 1), error)
        elif language == "python":
            if library in LIBRARIES:
                yield Code(code, library, self._output(node))
            else:
                self._object(
                    node,
                    "This code names none of the libraries that lessons are written for.",
                    f"Write one of {', '.join(LIBRARIES)} after 'python'.",
                )
        elif language == "text":
            yield Code(code)
        elif language != "output":
            self._object(
                node,
                f"'{language}' is not a kind of block.",
                f"Write one of {', '.join((*_LIVE, 'python', 'output', 'text'))}.",
            )

    def _output(self, node: SyntaxTreeNode) -> str:
        """What the block after some code says that the code prints."""
        after = node.next_sibling
        if after is not None and after.type == "fence" and after.info.strip() == "output":
            return after.content.rstrip("\n")
        self._object(node, "What this code prints is missing.", "Add a block 'output' after it.")
        return ""

    def _check_width(self, node: SyntaxTreeNode, code: str) -> None:
        for number, line in enumerate(code.split("\n"), start=1):
            if len(line) > _WIDEST:
                self._writing.fault(
                    Place(_line(node) + number, _WIDEST + 1),
                    QuizError(
                        f"This line has over {_WIDEST} characters.",
                        "Break it; on a terminal of 80 columns there is room for no more.",
                    ),
                )

    def _object(self, node: SyntaxTreeNode, problem: str, remedy: str) -> None:
        self._writing.fault(Place(_line(node), 1), QuizError(problem, remedy))


def plain(text: Text) -> str:
    """A text without its styles."""
    return "".join(span.text for span in text)


def _line(node: SyntaxTreeNode) -> int:
    assert node.map is not None
    return node.map[0] + 1
