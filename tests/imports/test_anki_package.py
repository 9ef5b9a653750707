from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from quiz_app.errors import QuizError
from quiz_app.imports.anki import read_anki
from quiz_app.imports.anki_package import notes_of_package
from quiz_app.imports.note import Note

_NOTES = "CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, flds TEXT)"


def _database(*statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()
        return database.serialize()


def _package(method: int = ZIP_DEFLATED, /, **files: bytes) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w", method) as package:
        for name, content in files.items():
            package.writestr(name.replace("_", "."), content)
    return archive.getvalue()


SOUND = _database(_NOTES, "INSERT INTO notes VALUES (1, 'g1', 'front\x1fback')")


def test_the_notes_of_a_package_are_read() -> None:
    package = _package(collection_anki2=SOUND, media=b"{}")
    assert list(notes_of_package(package)) == [Note("g1", ("front", "back"))]


def test_of_two_collections_the_fuller_one_is_read() -> None:
    stub = _database(_NOTES, "INSERT INTO notes VALUES (1, 'g0', 'please\x1fupdate')")
    package = _package(collection_anki2=stub, collection_anki21=SOUND)
    assert [note.guid for note in notes_of_package(package)] == ["g1"]


def test_the_newer_format_is_told_from_a_damaged_file() -> None:
    stub = _database(_NOTES, "INSERT INTO notes VALUES (1, 'g0', 'please\x1fupdate')")
    package = _package(collection_anki2=stub, collection_anki21b=b"(\xb5/\xfd")
    with pytest.raises(QuizError, match=r"newer, compressed format.*Support older Anki versions"):
        list(notes_of_package(package))


_ENDLESS = (
    "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) "
    "SELECT id, 'g' AS guid, 'a' AS flds FROM n"
)
_HUGE = "CREATE VIEW notes AS SELECT 1 AS id, 'g' AS guid, hex(zeroblob(400000000)) AS flds"


@pytest.mark.parametrize(
    "package",
    [
        pytest.param(_package(collection_anki2=bytes(50_000_001)), id="a bomb"),
        pytest.param(_package(**{"..\\evil": b"", "collection_anki2": SOUND}), id="another folder"),
        pytest.param(_package(**{"/etc/x": b"", "collection_anki2": SOUND}), id="the root"),
        pytest.param(_package(ZIP_BZIP2, collection_anki2=SOUND), id="an unknown method"),
        pytest.param(_package(media=b"{}"), id="no collection"),
        pytest.param(_package(collection_anki2=b""), id="an empty collection"),
        pytest.param(_package(collection_anki2=b"SQLite format 3\0" + bytes(99)), id="no database"),
        pytest.param(_package(collection_anki2=_database("CREATE TABLE x (y)")), id="no notes"),
        pytest.param(_package(collection_anki2=SOUND[:3000]), id="half a database"),
        pytest.param(_package(ZIP_STORED, collection_anki2=SOUND)[:900], id="half an archive"),
        pytest.param(_package(collection_anki2=_database(_ENDLESS)), id="notes without end"),
        pytest.param(_package(collection_anki2=_database(_HUGE)), id="a note of 800 MB"),
        pytest.param(b"PK", id="nothing"),
    ],
)
def test_a_package_that_is_not_sound_is_refused_in_a_sentence(package: bytes) -> None:
    with pytest.raises(QuizError, match="This is not a sound package"):
        list(notes_of_package(package))


def test_every_damaged_byte_is_survived() -> None:
    package = _package(ZIP_STORED, collection_anki2=SOUND)
    for place in range(0, len(package), 97):
        damaged = bytearray(package)
        damaged[place] ^= 0xFF
        with suppress(QuizError):
            list(notes_of_package(bytes(damaged)))


def test_what_anki_itself_exports_is_read(tmp_path: Path) -> None:
    anki = pytest.importorskip("anki.collection", reason="the extra 'readers' is not installed")
    collection = anki.Collection(str(tmp_path / "collection.anki2"))
    try:
        note = collection.new_note(collection.models.by_name("Basic"))
        note["Front"], note["Back"] = "a &lt; <b>b</b>", "one<br>two"
        collection.add_note(note, collection.decks.id("Default"))
        packages = {name: tmp_path / f"{name}.apkg" for name in ("older", "newer")}
        for name, file in packages.items():
            options = anki.ExportAnkiPackageOptions(legacy=name == "older")
            collection.export_anki_package(out_path=str(file), options=options, limit=None)
        collection.export_note_csv(
            out_path=str(tmp_path / "notes.txt"),
            limit=None,
            with_html=True,
            with_tags=True,
            with_deck=True,
            with_notetype=True,
            with_guid=True,
        )
    finally:
        collection.close()
    (card,) = read_anki(packages["older"]).cards
    assert (card.front, card.back) == ("a < b", "one\n\ntwo")
    assert read_anki(tmp_path / "notes.txt").cards == (card,)
    with pytest.raises(QuizError, match="newer, compressed format"):
        read_anki(packages["newer"])


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.apkg"
    with file.open("wb") as stream:
        stream.truncate(50_000_001)
    with pytest.raises(QuizError, match="over 50 MB"):
        read_anki(file)


def test_what_is_no_file_of_anki_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QuizError, match="neither a package of Anki nor a text"):
        read_anki(tmp_path / "x")
    with pytest.raises(QuizError, match="is not a file"):
        read_anki(tmp_path)
