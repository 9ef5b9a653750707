from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.bank.compose import compose
from quiz_app.bank.faults import Faults, Place
from quiz_app.bank.nodes import MappingNode, TextNode

TEXTS = st.text(st.sampled_from("ab {}'\"\\:#é∑-\n"), min_size=1, max_size=120)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


def value(source: str) -> TextNode:
    root = compose(source, Faults("file.yaml"))
    assert isinstance(root, MappingNode)
    node = root.entries[0][1]
    assert isinstance(node, TextNode)
    return node


@given(TEXTS, STYLES)
def test_every_visible_character_is_found_where_it_is_written(text: str, style: str | None) -> None:
    source = yaml.dump({"key": text}, default_style=style, allow_unicode=True, width=30)
    node = value(source)
    assert node.text == text
    lines = source.split("\n")
    for offset, character in enumerate(text):
        if not character.isspace():
            place = node.place_at(offset)
            there = lines[place.line - 1][place.column - 1 :]
            assert there.startswith((character, "\\")), (offset, place)


@pytest.mark.parametrize(
    ("source", "word", "place"),
    [
        ("key: one {two}", "two", Place(1, 11)),
        ("key: 'it''s {two}'", "two", Place(1, 14)),
        (r'key: "\u00e9 \"{two}"', "two", Place(1, 17)),
        ('key: "one\\n\\\n  two"', "two", Place(2, 3)),
        ("key: |\n  one\n\n    two\n", "two", Place(4, 5)),
        ("key: >2- # said once\n  one\n  more two\n", "two", Place(3, 8)),
        ("key: one\n  more\n  two\n", "two", Place(3, 3)),
    ],
)
def test_a_word_is_placed_in_every_style_of_text(source: str, word: str, place: Place) -> None:
    node = value(source)
    assert node.place_at(node.text.index(word)) == place


def test_the_end_of_a_text_is_just_after_its_last_character() -> None:
    assert value("key: 'ab '").place_at(3) == Place(1, 9)
