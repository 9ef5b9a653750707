from __future__ import annotations

import pytest

from quiz_app.errors import QuizError
from quiz_app.imports.anki_text import notes_of_text
from quiz_app.imports.note import Note


def test_the_lines_at_the_beginning_say_what_the_columns_are() -> None:
    text = (
        "#separator:Semicolon\n#html:true\n#guid column:1\n#notetype column:2\n"
        "#deck column:3\n#tags column:6\r\n"
        'g1;Basic;Deck;"one; ""quoted""\nand more";back;a b\n\ng2;Basic;Deck;# two;back;\n'
    )
    assert list(notes_of_text(text)) == [
        Note("g1", ('one; "quoted"\nand more', "back"), html=True),
        Note("g2", ("# two", "back"), html=True),
    ]


@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_without_them_the_separator_is_seen_and_nothing_is_html(separator: str) -> None:
    assert list(notes_of_text(f"a < b{separator}back\n")) == [
        Note("", ("a < b", "back"), html=False)
    ]


@pytest.mark.parametrize("sign", ["\t", "~"])
def test_a_separator_may_be_given_as_such(sign: str) -> None:
    assert list(notes_of_text(f"#separator:{sign}\na,b{sign}c")) == [
        Note("", ("a,b", "c"), html=False)
    ]


def test_a_first_line_that_says_nothing_is_a_note() -> None:
    assert [note.fields for note in notes_of_text("# one\ttwo\n")] == [("# one", "two")]


def test_a_quotation_without_an_end_is_a_sentence() -> None:
    with pytest.raises(QuizError, match="The table cannot be read"):
        list(notes_of_text('"' + "x" * 1_000_001))
