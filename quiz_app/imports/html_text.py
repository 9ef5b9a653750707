"""The text of a piece of HTML, without its tags."""

from __future__ import annotations

import re
from html import unescape

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"dd", "dl", "dt", "li", "ol", "ul"})
_TABLES = frozenset({"table", "td", "th", "tr"})
_PARTS = frozenset(
    {"article", "aside", "blockquote", "br", "div", "hr", "p", "pre", "section"},
)
_BLOCKS = _HEADINGS | _LISTS | _TABLES | _PARTS
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})
_FORMULA = {"anki-mathjax": (r"\(", r"\)")}

# The standard library's parser takes minutes for some texts of 100 kB. Here no tag and no comment
# reaches beyond the next "<", so that every character is looked at a few times at most.
_TAG = re.compile(
    r"""
    <!--(?:(?!-->|<!--).)*-->
    | <(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)
      (?P<rest>(?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?)>
    """,
    re.DOTALL | re.VERBOSE,
)
_IMAGE_NAME = re.compile(r"""\s(?:alt|src)\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))""")
_BLANKS = re.compile(r"[ \t\n\r\f\xa0]+")
# Python refuses to read numbers of so many digits; no character has one.
_NO_CHARACTER = re.compile(r"&#[0-9]{8,};?")
_INDENT = "  "


def text_of_html(html: str) -> str:
    """The words in paragraphs, entries of lists with a dash; formulas stay as they are written.

    An image leaves its name. Nothing of what is not shown is kept.
    """
    reader = _Reader()
    place = 0
    for tag in _TAG.finditer(html):
        reader.data(html[place : tag.start()])
        place = tag.end()
        if tag["name"]:
            reader.tag(tag["name"].lower(), tag["rest"], ends=bool(tag["end"]))
    reader.data(html[place:])
    return reader.text()


class _Reader:
    """Gathers lines of text, each as the pieces that it is made of."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[]]
        self._unseen = 0
        self._preformatted = 0

    def text(self) -> str:
        """What was gathered; entries of a list and lines of code follow without a blank line."""
        text: list[str] = []
        for line in map("".join, self._lines):
            shown = line.rstrip() if line.startswith(_INDENT) else line.strip()
            if shown.strip(" -"):
                text += ("\n" if shown.startswith(("- ", _INDENT)) else "\n\n", shown)
        return "".join(text).strip("\n")

    def tag(self, name: str, rest: str, *, ends: bool) -> None:
        """Begin or end a line, a formula or something unseen; take the name of an image."""
        step = -1 if ends else 1
        if name in _UNSEEN:
            self._unseen = max(0, self._unseen + step)
        elif name == "pre":
            self._preformatted = max(0, self._preformatted + step)
        if name in _BLOCKS:
            self._lines.append(["- "] if name == "li" and not ends else [])
        elif name in _FORMULA:
            self._lines[-1].append(_FORMULA[name][ends])
        elif name == "img" and (found := _IMAGE_NAME.search(rest)):
            self._lines[-1].append(f"[image: {unescape(found[1] or found[2] or found[3])}]")

    def data(self, html: str) -> None:
        """Take over text that is seen."""
        if self._unseen or not html:
            return
        data = unescape(_NO_CHARACTER.sub("", html))
        if not self._preformatted:
            self._lines[-1].append(_BLANKS.sub(" ", data))
            return
        first, *others = data.split("\n")
        self._lines[-1] += [first] if self._lines[-1] else [_INDENT, first]
        self._lines += [[_INDENT, line] for line in others]
