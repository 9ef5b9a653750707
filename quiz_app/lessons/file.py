"""A Markdown file → a lesson, and every fault in it."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from markdown_it.tree import SyntaxTreeNode

from quiz_app.bank.faults import START, Faults, Place, TooManyFaultsError
from quiz_app.bank.source import read_source
from quiz_app.errors import ContentError
from quiz_app.lessons.blocks import Blocks
from quiz_app.lessons.markdown import tokens
from quiz_app.lessons.model import Heading, Lesson
from quiz_app.lessons.text import Writing

_HEAD = re.compile(r"---\ntopic:[ \t]*(\S+)[ \t]*\n---\n")
_BELOW_HEAD = Place(4, 1)


def topic_of(path: Path) -> str | None:
    """The topic that a file says it teaches; None where it says none or cannot be read."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            head = _HEAD.match("".join(islice(file, 3)))
    except (OSError, UnicodeDecodeError):
        return None
    return None if head is None else head[1]


def read_lesson(path: Path) -> tuple[Lesson | None, tuple[ContentError, ...]]:
    """The lesson of a file and its faults from top to end.

    A live block with a fault is left out, a live number with one stands as it is written. There
    is no lesson when the file cannot be read, does not say its topic, or has a thousand faults.
    """
    faults = Faults(str(path))
    try:
        lesson = _read(read_source(path), faults)
    except ContentError as error:
        return None, (error,)
    except TooManyFaultsError:
        lesson = None
    return lesson, faults.in_order()


def _read(text: str, faults: Faults) -> Lesson | None:
    head = _HEAD.match(text)
    if head is None:
        faults.add(
            START,
            "the lesson does not say its topic",
            "begin with the lines '---', 'topic: regression' (or another) and '---'",
        )
        return None
    # Blank lines in the place of the head keep the numbers of the lines.
    body = "\n" * head[0].count("\n") + text[head.end() :]
    blocks = Blocks(Writing(body.split("\n"), faults))
    match list(blocks.of(SyntaxTreeNode(tokens(body)).children)):
        case [Heading(level=1) as title, *rest]:
            return Lesson(head[1], title.text, tuple(rest), tuple(blocks.questions))
    faults.add(_BELOW_HEAD, "the lesson has no title", "begin it with '# ' and a title")
    return None
