"""Styled text broken into lines of so many cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quiz_app.lessons.model import Span, Text
from quiz_app.maths.layout import cell_width

_BLANK = re.compile(r"(\s+)")
_SPACE = Span(" ")


def width_of(text: Text) -> int:
    """The cells that a text takes in one line."""
    return sum(cell_width(span.text) for span in text)


def widest_word(text: Text) -> int:
    """The cells of the longest word; a column cannot be narrower without cutting it."""
    return max(map(width_of, _words(text)), default=0)


def wrapped(text: Text, width: int) -> Iterator[Text]:
    """The text in lines of at most ``width`` cells, broken at blanks and, if need be, in words."""
    line: list[Span] = []
    used = 0
    for word in _cut(_words(text), width):
        size = width_of(word)
        if line and used + 1 + size > width:
            yield tuple(line)
            line, used = [], 0
        if line:
            line.append(_SPACE)
            used += 1
        line += word
        used += size
    if line:
        yield tuple(line)


def padded(text: Text, width: int) -> Text:
    """A line filled up with blanks."""
    return (*text, Span(" " * (width - width_of(text))))


def _words(text: Text) -> Iterator[Text]:
    """Stretches without a blank; several styles may meet in one."""
    word: list[Span] = []
    for span in text:
        for piece in filter(None, _BLANK.split(span.text)):
            if not piece.isspace():
                word.append(Span(piece, span.style))
            elif word:
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


def _cut(words: Iterable[Text], width: int) -> Iterator[Text]:
    """The words, those that are too wide in pieces."""
    for word in words:
        if width_of(word) <= width:
            yield word
            continue
        for span in word:
            for start in range(0, len(span.text), width):
                yield (Span(span.text[start : start + width], span.style),)
