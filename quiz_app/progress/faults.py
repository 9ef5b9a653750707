"""What can go wrong with the file of the history, said so that the learner can mend it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz_app.errors import QuizError
from quiz_app.progress.backups import Backups

_UNWRITABLE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def explained_faults(file: Path) -> Iterator[None]:
    """Turn faults of disk and file into QuizError; faults of the caller pass as they are."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        raise _explain(error, file) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _full(file) from error
        raise _unwritable(file, error.strerror or str(error)) from error


def damaged(file: Path) -> QuizError:
    """The fault of a file that is not, or no longer, a whole database."""
    problem = f"Your history {file} is damaged."
    copies = Backups(file).all()
    # The side files go too: SQLite would replay an old write-ahead log into the restored copy.
    move_away = f"Move every file whose name begins with {file.name} out of {file.parent}"
    if copies:
        return QuizError(problem, f"{move_away}, then copy the backup {copies[-1]} to {file}.")
    return QuizError(problem, f"{move_away}, and a new history will be started.")


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's result code without its refinement; None when Python itself raised the error."""
    extended: int | None = getattr(error, "sqlite_errorcode", None)
    return None if extended is None else extended & 0xFF


def _explain(error: sqlite3.DatabaseError, file: Path) -> QuizError:
    code = primary_code(error)
    if code in _DAMAGED:
        return damaged(file)
    if code in _UNWRITABLE:
        return _unwritable(file, str(error))
    if code in _BUSY:
        return QuizError(
            f"Another program is keeping your history {file} locked.",
            "Close that program and try again; everything answered before is saved.",
        )
    if code == sqlite3.SQLITE_FULL:
        return _full(file)
    return QuizError(
        f"Your history {file} could not be read or written ({error}).",
        "Check the disk and try again; everything answered before is saved.",
    )


def _full(file: Path) -> QuizError:
    return QuizError(
        f"There is no room left for your history {file}.",
        "Free some space on that disk and try again; everything answered before is saved.",
    )


def _unwritable(file: Path, reason: str) -> QuizError:
    return QuizError(
        f"Your history {file} cannot be opened for writing ({reason}).",
        f"Make the folder {file.parent} writable, or choose another one with --data DIR.",
    )
