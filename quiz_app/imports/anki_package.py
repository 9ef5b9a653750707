"""Notes from a package of Anki, which is a database in an archive; neither is trusted."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from itertools import islice
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from quiz_app.errors import QuizError
from quiz_app.imports.note import Note

_NEWER = "collection.anki21b"
# Where both are, the second is a note that asks for a newer Anki.
_COLLECTIONS = ("collection.anki21", "collection.anki2")

_LARGEST = 50_000_000
_MOST_FILES = 100_000
_MOST_NOTES = 100_000
_LONGEST_NOTE = 1_000_000
# Steps of SQLite: many times what reading so many notes takes, and less than a second.
_MOST_STEPS = 10_000_000
_BETWEEN_COUNTS = 100_000

# What an archive can be made to raise: wrong lengths, a password, data that is no such data.
_FAULTS = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, zlib.error)

_ENTRY = b"PK\x01\x02"
_DATABASE = b"SQLite format 3\0"
_BETWEEN_FIELDS = "\x1f"


def is_package(content: bytes) -> bool:
    """Whether a file is an archive, as packages are."""
    return content.startswith(b"PK")


def notes_of_package(content: bytes) -> Iterator[Note]:
    """The notes of an ``.apkg`` in the format that every Anki reads, in the order written.

    Raises QuizError for the newer format, for a damaged package, and for one that is made to
    take more time or memory than notes do.
    """
    collection = _collection(content)
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(collection)
            _bound(database)
            rows = database.execute("SELECT guid, flds FROM notes ORDER BY id")
            for guid, fields in islice(rows, _MOST_NOTES):
                yield Note(str(guid), tuple(str(fields).split(_BETWEEN_FIELDS)))
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _damaged("its notes cannot be read") from error


def _collection(content: bytes) -> bytes:
    """The database, taken out of the archive without writing anything to the disk."""
    # A list of a million names alone takes many seconds to read.
    if content.count(_ENTRY) > _MOST_FILES:
        raise _damaged("it holds too many files")
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            if any(map(_leads_elsewhere, names)):
                raise _damaged("its list of files is not one that Anki writes")
            for name in _COLLECTIONS if _NEWER not in names else _COLLECTIONS[:1]:
                if name in names:
                    return _read(package, name)
            if _NEWER in names:
                raise QuizError(
                    "This package is in Anki's newer, compressed format.",
                    "Export it with 'Support older Anki versions' ticked.",
                )
    except _FAULTS as error:
        raise _damaged("the archive cannot be read") from error
    raise _damaged("there is no collection in it")


def _read(package: ZipFile, name: str) -> bytes:
    """A file of the archive, and never more than is allowed, whatever length it claims."""
    if package.getinfo(name).compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise _damaged("Anki does not compress like this")
    with package.open(name) as file:
        collection = file.read(_LARGEST + 1)
    if len(collection) > _LARGEST:
        raise _damaged("its collection is over 50 MB")
    if not collection.startswith(_DATABASE):
        raise _damaged("its collection is no database")
    return collection


def _leads_elsewhere(name: str) -> bool:
    """Anki's packages have no folders."""
    return "/" in name or "\\" in name or name == ".."


def _bound(database: sqlite3.Connection) -> None:
    """Let no statement of the file itself run, and none of ours without end."""
    database.execute("PRAGMA trusted_schema = OFF")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_NOTE)
    counts = iter(range(_MOST_STEPS // _BETWEEN_COUNTS))
    database.set_progress_handler(lambda: next(counts, None) is None, _BETWEEN_COUNTS)


def _damaged(reason: str) -> QuizError:
    return QuizError(f"This is not a sound package: {reason}.", "Export it from Anki once more.")
