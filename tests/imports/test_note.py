from __future__ import annotations

import pytest

from quiz_app.imports.html_text import text_of_html
from quiz_app.imports.note import Note, card_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a &lt; b &amp;&nbsp;c", "a < b & c"),
        ("one<br>two<div>three</div>", "one\n\ntwo\n\nthree"),
        ("<b>bold</b> and <i class='x'>not</i>", "bold and not"),
        ("these:<ul><li>a</li><li>b</li></ul>after", "these:\n- a\n- b\n\nafter"),
        (r"\( \frac{a}{b} &lt; 1 \)", r"\( \frac{a}{b} < 1 \)"),
        ("<anki-mathjax>x^2</anki-mathjax>", r"\(x^2\)"),
        ("<pre>if x:\n    y</pre>", "  if x:\n      y"),
        ("<script>alert(1)</script>seen<style>p{}</style>", "seen"),
        ('<img src="curve.png">', "[image: curve.png]"),
        ("a < b and b > c", "a < b and b > c"),
        ("<p", "<p"),
        ("", ""),
    ],
)
def test_html_becomes_the_text_that_is_seen(html: str, text: str) -> None:
    assert text_of_html(html) == text


def test_the_first_field_is_the_front_and_the_others_are_the_back() -> None:
    card = card_of(Note("guid", ("front", "<b>one</b>", "", "two")))
    assert card is not None
    assert (card.front, card.back) == ("front", "one\n\ntwo")


def test_a_gap_is_empty_on_the_front_and_filled_in_on_the_back() -> None:
    card = card_of(Note("guid", ("The {{c1::MAE}} is {{c2::robust::how?}}.", "Extra.")))
    assert card is not None
    assert card.front == "The […] is [how?]."
    assert card.back == "The MAE is robust.\n\nExtra."


def test_a_note_keeps_its_id_when_it_is_edited_and_only_then() -> None:
    first, edited, other = (
        card_of(Note(guid, (text, "back")))
        for guid, text in (("aB", "one"), ("aB", "two"), ("Ab", "one"))
    )
    assert first is not None
    assert edited is not None
    assert other is not None
    assert first.id == edited.id != other.id


@pytest.mark.parametrize("fields", [(), ("front",), ("front", "<br>"), ("", "back")])
def test_a_note_without_two_sides_is_no_card(fields: tuple[str, ...]) -> None:
    assert card_of(Note("guid", fields)) is None


@pytest.mark.parametrize("unit", ["<!--", "<a ", "<a b='", "<?", "</", "{{c1::"])
def test_text_that_only_begins_is_read_as_text(unit: str) -> None:
    text = unit * 50_000
    assert text_of_html(text) == text.strip()


def test_a_number_of_no_character_is_left_out() -> None:
    assert text_of_html(f"a&#{'9' * 5000};b") == "ab"
