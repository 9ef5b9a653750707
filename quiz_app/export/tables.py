"""Rows as CSV and as JSON, written one by one, however many there are."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO, TypeAlias

Cell: TypeAlias = str | int | float | Sequence[str] | None
Row: TypeAlias = Mapping[str, Cell]

# What spreadsheets take for the beginning of a formula, unless the whole is a number.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)


def write_csv(columns: Sequence[str], rows: Iterable[Row], stream: TextIO) -> int:
    """Write a head and the rows, and count them; lists have a line for each entry.

    A text that a spreadsheet would take for a formula gets an apostrophe before it. The stream
    must leave line ends as they are.
    """
    writer = csv.writer(stream)
    writer.writerow(columns)
    number = 0
    for row in rows:
        number += 1
        writer.writerow([_plain(row[column]) for column in columns])
    return number


def write_json(columns: Sequence[str], rows: Iterable[Row], stream: TextIO) -> int:
    """Write the rows as objects with these keys, in a list with a line for each; count them."""
    number = 0
    for row in rows:
        number += 1
        stream.write("[\n" if number == 1 else ",\n")
        stream.write(json.dumps({key: row[key] for key in columns}, ensure_ascii=False))
    stream.write("\n]\n" if number else "[]\n")
    return number


def _plain(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return cell
    text = cell if isinstance(cell, str) else "\n".join(cell)
    is_formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text
