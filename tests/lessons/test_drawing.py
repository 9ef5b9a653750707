"""The text of a lesson in lines that fit."""

from __future__ import annotations

import pytest

from quiz_app.lessons import drawn
from quiz_app.lessons.blocks import plain
from quiz_app.lessons.lines import width_of
from quiz_app.lessons.model import Bullet, Bullets, Code, Prose, Span, Table, TextBlock

WORDS = Span("one two three four five six seven eight nine ten")

TABLE = Table(
    ((Span("task"),), (Span("loss"),)),
    (((WORDS,), (Span("MSE", "strong"),)), ((Span("a count"),), (Span("Poisson"),))),
)


def lines(block: TextBlock, width: int) -> list[str]:
    return [plain(line).rstrip() for line in drawn(block, width)]


def test_a_paragraph_is_broken_at_blanks_and_words_of_two_styles_stay_together() -> None:
    text = (Span("The "), Span("mean", "strong"), Span(", not the median."))
    assert drawn(Prose(text), 10) == (
        (Span("The"), Span(" "), Span("mean", "strong"), Span(",")),
        (Span("not"), Span(" "), Span("the")),
        (Span("median."),),
    )


def test_a_list_hangs_below_its_marks() -> None:
    items = (Bullet("•", 0, (Span("one two"),)), Bullet("10.", 1, (Span("three four"),)))
    assert lines(Bullets(items), 12) == ["• one two", "  10. three", "      four"]


def test_a_table_is_set_in_columns_that_shrink_to_the_width() -> None:
    assert lines(TABLE, 40) == [
        "task                             loss",
        "-------------------------------  -------",
        "one two three four five six      MSE",
        "seven eight nine ten",
        "a count                          Poisson",
    ]


def test_a_table_without_room_for_columns_is_set_row_by_row() -> None:
    narrow = Table(TABLE.head, TABLE.rows[1:] * 2)
    row = ["task: a", "count", "loss:", "Poisson"]
    assert lines(narrow, 10) == [*row, "", *row]


def test_code_keeps_its_lines_and_its_output_follows() -> None:
    code = Code("if x:\n    y = [1]\n\nprint(y)", "numpy", "[1]")
    assert lines(code, 10) == [
        *("  if x:", "      y = [1]", "", "  print(y)"),
        *("It prints:", "  [1]"),
    ]


@pytest.mark.parametrize("width", range(8, 60, 3))
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    long = Span("categorical_crossentropy_from_logits", "code")
    text = (WORDS, Span(" "), long, Span(", ŷ"))
    for block in (Prose(text), Bullets((Bullet("•", 1, text),)), TABLE, Table((text,), ((text,),))):
        assert max(map(width_of, drawn(block, width))) <= width
