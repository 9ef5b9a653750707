"""The part of Markdown that lessons are written in, with live numbers as signs of their own."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# Whatever is not among these is text like any other: links, images, HTML, rules, quotations.
_RULES = ["heading", "list", "fence", "table", "emphasis", "backticks", "escape", "newline"]

_BRACES = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]")

BRACES = "braces"
"""The type of a token that is a live number, a written brace, or one without its partner."""

OFFSET = "offset"
"""The key of such a token's position in the text it stands in."""


def tokens(text: str) -> list[Token]:
    """The signs of a text, blocks after blocks, each with the lines it came from."""
    return _reader().parse(text)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero").enable(_RULES)
    # Code comes first, so that braces in it are its own; no emphasis begins inside braces.
    reader.inline.ruler.after("backticks", BRACES, _braces)
    return reader


def _braces(state: StateInline, silent: bool) -> bool:
    match = _BRACES.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push(BRACES, "", 0)
        token.content = match[0]
        token.meta[OFFSET] = state.pos
    state.pos = match.end()
    return True
