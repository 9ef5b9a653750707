from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz_app.authoring import check_paths
from quiz_app.bank.file import read_bank_file
from quiz_app.bank.source import UNREADABLE
from quiz_app.errors import QuizError
from quiz_app.imports.card_file import card_file
from quiz_app.imports.note import ImportedCard
from quiz_app.variants import make_variant, texts

_ANY = st.text(max_size=40).map(lambda text: UNREADABLE.sub("", text).strip())


@given(_ANY.filter(bool))
@example("{x} and {{c1::y}} and \\( \\frac{a}{b} \\)")
@example("no")
@example("1:30")
@example("- a: 'b' # c")
@example("!!python/object:os.system")
@example("&a *a")
def test_every_text_is_data_that_the_checker_accepts(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "cards.yaml"
        card = ImportedCard("anki.1", text, f"back\n\n{text}")
        file.write_text(card_file("cards", "Cards", [card]), encoding="utf-8")
        assert check_paths([file]) == ()
        bank_file, _ = read_bank_file(file)
    assert bank_file is not None
    (item,) = bank_file.items
    variant = make_variant(item, 1)
    # Paragraphs may be wrapped anew; their words may not change.
    assert _words(texts.prompt(variant)) == _words(text)
    assert _words(texts.model_answer(variant)) == ["back", *_words(text)]


def test_signs_that_cannot_be_seen_are_left_out() -> None:
    text = card_file("cards", "Cards", [ImportedCard("anki.1", "a\u200bb\x07c\u202ed", "back")])
    assert "front: abcd\n" in text


@pytest.mark.parametrize(
    "cards",
    [[], [ImportedCard("anki.1", "x" * 20_001, "y")], [ImportedCard("anki.1", "x", "y")] * 10_001],
)
def test_what_no_content_file_may_hold_is_refused(cards: list[ImportedCard]) -> None:
    with pytest.raises(QuizError):
        card_file("cards", "Cards", cards)


def _words(text: str) -> list[str]:
    return re.split(r"\s+", text.strip())
