"""Notes from the text that Anki exports: a table, with lines about it at its beginning."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from quiz_app.errors import QuizError
from quiz_app.imports.note import Note

_SEPARATORS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}
_NO_SIDES = ("guid", "notetype", "deck", "tags")
_LONGEST_FIELD = 1_000_000


def notes_of_text(text: str) -> Iterator[Note]:
    """The notes of a table with ``#separator``, ``#html`` and ``#guid column`` lines, or none.

    Without them the columns are the sides, told apart by tabs, semicolons or commas. Raises
    QuizError for a table that cannot be read.
    """
    head, body = _split(text.lstrip("\ufeff"))
    separator = _separator(head.get("separator", ""), body)
    in_html = head.get("html", "false") == "true"
    guid = _column(head, "guid")
    no_sides = {_column(head, name) for name in _NO_SIDES}
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        for row in csv.reader(StringIO(body, newline=""), delimiter=separator):
            sides = (cell for place, cell in enumerate(row) if place not in no_sides)
            known = guid is not None and guid < len(row)
            if row:
                yield Note(row[guid] if known and guid is not None else "", tuple(sides), in_html)
    except csv.Error as error:
        raise QuizError(
            f"The table cannot be read ({error}).", "Export the notes from Anki once more."
        ) from error


def _split(text: str) -> tuple[dict[str, str], str]:
    """What the lines at the beginning say, and the table below them."""
    head: dict[str, str] = {}
    while text.startswith("#"):
        line, _, rest = text.partition("\n")
        name, colon, value = line.removeprefix("#").partition(":")
        if not colon:
            break
        # A separator may be a blank or a tab as such.
        head[name.strip().lower()] = value.rstrip("\r").lower()
        text = rest
    return head, text


def _separator(named: str, body: str) -> str:
    name = named.strip()
    if name in _SEPARATORS:
        return _SEPARATORS[name]
    if len(named) == 1:
        return named
    first = body.partition("\n")[0]
    return next((sign for sign in "\t;" if sign in first), ",")


def _column(head: dict[str, str], name: str) -> int | None:
    """The place, from zero, of a column that is told by its number."""
    number = head.get(f"{name} column", "").strip()
    return int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 4 else None
