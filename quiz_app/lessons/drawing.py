"""The text of a lesson as styled lines, for a screen and for a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from quiz_app.lessons.lines import wrapped
from quiz_app.lessons.model import Bullets, Code, Prose, Span, Table, Text, TextBlock
from quiz_app.lessons.table import table_lines

WIDTH = 78
_INDENT = "  "


def drawn(block: TextBlock, width: int = WIDTH) -> tuple[Text, ...]:
    """A block in lines of at most ``width`` cells; code keeps its lines, however long."""
    match block:
        case Prose(text):
            return tuple(wrapped(text, width))
        case Bullets():
            return tuple(_list_lines(block, width))
        case Table():
            return tuple(table_lines(block, width))
        case Code():
            return tuple(_code_lines(block))


def _list_lines(block: Bullets, width: int) -> Iterator[Text]:
    """Items with their marks; the lines of one item stand below each other."""
    for item in block.items:
        first = f"{_INDENT * item.depth}{item.marker} "
        for place, line in enumerate(wrapped(item.text, width - len(first))):
            yield (Span(first if place == 0 else " " * len(first)), *line)


def _code_lines(block: Code) -> Iterator[Text]:
    """The code, then what it prints."""
    yield from _as_it_stands(block.text)
    if block.output:
        yield (Span("It prints:", "emphasis"),)
        yield from _as_it_stands(block.output)


def _as_it_stands(code: str) -> Iterator[Text]:
    for line in code.split("\n"):
        yield (Span(f"{_INDENT}{line}", "code"),) if line else ()
