"""Lines to a terminal and from it."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Iterable

_WIDEST = 90

# What a numbered, lettered or listed line begins with; the lines it is wrapped into stand below
# its text.
_LIST_SIGN = re.compile(r" *(?:(?:[0-9]+|[a-z])  |- )?")


class Left(Exception):  # noqa: N818 - not a fault: the learner goes
    """The learner has left, or the input has ended."""


def say(text: str) -> None:
    """Print a text, wrapped to the terminal."""
    width = min(_WIDEST, columns())
    for line in text.splitlines():
        sign = _LIST_SIGN.match(line)
        indent = " " * sign.end() if sign else ""
        # Numbers and expressions stay whole.
        print(
            textwrap.fill(
                line,
                width,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )


def say_numbered(lines: Iterable[str]) -> None:
    """Print texts as a list with numbers."""
    for number, text in enumerate(lines, start=1):
        say(f"  {number}  {text}")


def printable(text: str) -> str:
    """A learner's text without the characters that steer a terminal."""
    return "".join(char for char in text if char.isprintable())


def columns() -> int:
    """How many characters a line of the terminal holds."""
    return shutil.get_terminal_size((80, 24)).columns


def read(request: str) -> str:
    """The line that is typed on request. Raises Left at the end of the input and for ``:q``."""
    return read_line(request).strip()


def read_line(request: str) -> str:
    """The line with the spaces round it; raises Left as ``read`` does."""
    print(request, end="", flush=True)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        # Nobody pressed Enter on the screen.
        print()
    if not line or line.strip() in {":q", ":quit"}:
        raise Left
    return line.removesuffix("\n")
