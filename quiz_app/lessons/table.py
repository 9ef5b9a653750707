"""Tables in lines: in columns where they fit, else row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from quiz_app.lessons.lines import padded, widest_word, width_of, wrapped
from quiz_app.lessons.model import Span, Table, Text

_GAP = "  "
_RULE = "-"


def table_lines(table: Table, width: int) -> Iterator[Text]:
    """A table in lines of at most ``width`` cells."""
    columns = tuple(zip(table.head, *table.rows, strict=True))
    widths = [max(map(width_of, column)) for column in columns]
    least = [max(map(widest_word, column)) for column in columns]
    room = width - len(_GAP) * (len(columns) - 1)
    if sum(least) > room:
        yield from _row_by_row(table, width)
        return
    while sum(widths) > room:
        # The widest of the columns that can give a cell gives one.
        spare = [place for place, cells in enumerate(widths) if cells > least[place]]
        widths[max(spare, key=widths.__getitem__)] -= 1
    yield from _in_columns(tuple(map(_strong, table.head)), widths)
    yield (Span(_GAP.join(_RULE * cells for cells in widths)),)
    for row in table.rows:
        yield from _in_columns(row, widths)


def _in_columns(row: tuple[Text, ...], widths: list[int]) -> Iterator[Text]:
    cells = [wrapped(cell, cells) for cell, cells in zip(row, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=()):
        line: Text = ()
        for part, cells_wide in zip(parts, widths, strict=True):
            line = (*line, *((Span(_GAP),) if line else ()), *padded(part, cells_wide))
        yield line


def _row_by_row(table: Table, width: int) -> Iterator[Text]:
    """Each row as a paragraph for each of its cells, which says what its column is about."""
    for number, row in enumerate(table.rows):
        if number:
            yield ()
        for title, cell in zip(table.head, row, strict=True):
            said = (*_strong(title), Span(": "), *cell) if title else cell
            yield from wrapped(said, width)


def _strong(title: Text) -> Text:
    return tuple(Span(span.text, "strong") for span in title)
