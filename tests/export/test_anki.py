from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from quiz_app.bank.bank import Bank
from quiz_app.export.anki import anki_package
from quiz_app.export.flashcards import flashcard
from quiz_app.formulas import FormulaCache

pytest.importorskip("genanki", reason="the extra 'anki' is not installed")

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _package(bank: Bank, formulas: FormulaCache, now: datetime = NOW) -> bytes:
    cards = [flashcard(item, formulas) for item in bank.items.values()]
    return anki_package(bank.topics, cards, now)


def _rows(package: bytes) -> dict[str, tuple[str, list[str]]]:
    """The guid and the two sides of every note, by the item."""
    with (
        ZipFile(BytesIO(package)) as archive,
        closing(sqlite3.connect(":memory:")) as database,
    ):
        database.deserialize(archive.read("collection.anki2"))
        rows = database.execute("SELECT guid, flds FROM notes").fetchall()
    return {(fields := row.split("\x1f"))[2]: (guid, fields[:2]) for guid, row in rows}


def test_what_html_takes_for_its_own_is_escaped_once(signs: Bank, formulas: FormulaCache) -> None:
    _, (front, back) = _rows(_package(signs, formulas))["signs.huber"]
    assert front == (
        "<p>When |r| &lt; δ &amp; δ &gt; 0, which loss is &lt;b&gt;not&lt;/b&gt; linear?</p>"
    )
    assert r"\lvert r_{i} \rvert &lt;= \delta" in back or r"\le \delta" in back
    assert unescape(back).startswith(r"<div>\[\begin{aligned}")
    assert "&amp;amp;" not in back


def test_a_question_has_the_numbers_and_the_answer_of_one_draw(
    signs: Bank, formulas: FormulaCache
) -> None:
    _, (front, back) = _rows(_package(signs, formulas))["signs.sum"]
    drawn = int(front.removeprefix("<p>What is ").removesuffix(" + 1?</p>"))
    assert back == f"<p>{drawn + 1}</p><p>It is {drawn + 1}.</p>"


def test_a_package_is_the_same_whenever_it_is_made_of_the_same(
    signs: Bank, formulas: FormulaCache
) -> None:
    later = _package(signs, formulas, NOW + timedelta(days=9))
    assert _rows(later) == _rows(_package(signs, formulas))


def test_the_curve_of_a_loss_is_an_image_of_the_package(
    signs: Bank, formulas: FormulaCache
) -> None:
    package = _package(signs, formulas)
    _, (_, back) = _rows(package)["signs.huber"]
    with ZipFile(BytesIO(package)) as archive:
        assert archive.read("0").startswith(b"<svg")
        name = archive.read("media").decode().split('"')[3]
    assert f'<img src="{name}">' in back


def test_an_edited_note_keeps_its_reviews_in_anki(
    signs: Bank, formulas: FormulaCache, tmp_path: Path
) -> None:
    anki = pytest.importorskip("anki.collection", reason="the extra 'readers' is not installed")
    collection = anki.Collection(str(tmp_path / "collection.anki2"))

    def take_in(package: bytes) -> None:
        file = tmp_path / "package.apkg"
        file.write_bytes(package)
        collection.import_anki_package(anki.ImportAnkiPackageRequest(package_path=str(file)))

    try:
        take_in(_package(signs, formulas))
        assert {deck.name for deck in collection.decks.all_names_and_ids()} == {
            "Default",
            "quiz-app",
            "quiz-app::Signs & wonders",
        }
        collection.decks.select(collection.decks.id_for_name("quiz-app"))
        while (card := collection.sched.getCard()) is not None and card.reps == 0:
            card.start_timer()
            collection.sched.answerCard(card, 4)
        edited = Path(signs.item("signs.huber").source.path)
        edited.write_text(edited.read_text("utf-8").replace("which loss", "what"), "utf-8")
        from quiz_app.bank.file import read_bank_file

        bank_file, _ = read_bank_file(edited)
        assert bank_file is not None
        take_in(_package(Bank([bank_file]), formulas, NOW + timedelta(days=1)))

        assert len(collection.find_notes("")) == len(signs.items)
        (note,) = map(collection.get_note, collection.find_notes("Id:signs.huber"))
        assert "&gt; 0, what is &lt;b&gt;not" in note["Front"]
        assert [card.reps for card in note.cards()] == [1]
        assert len(collection.models.all_names_and_ids()) == len(
            {model.name for model in collection.models.all_names_and_ids()}
        )
        assert len(list((tmp_path / "collection.media").glob("*.svg"))) == 1
    finally:
        collection.close()
