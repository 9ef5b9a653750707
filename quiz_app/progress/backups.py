"""Copies of the history, named by day, each whole or not there at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from msgspec import Struct

KEPT = 10


class Backups(Struct, frozen=True):
    """The copies of one history, in the folder ``backups`` beside it; their names sort by age."""

    file: Path

    @property
    def folder(self) -> Path:
        """Where the copies are."""
        return self.file.parent / "backups"

    def daily(self, day: date) -> Path:
        """The name of the copy made on ``day``."""
        return self.folder / f"history-{day.isoformat()}.sqlite3"

    def before_migration(self, day: date, version: int) -> Path:
        """The name of the copy made on ``day`` before schema ``version`` was left behind."""
        return self.folder / f"history-{day.isoformat()}-schema-{version}.sqlite3"

    def all(self) -> list[Path]:
        """Every copy, oldest first."""
        return sorted(self.folder.glob("history-*.sqlite3"))

    def make(self, target: Path) -> None:
        """Copy the history to ``target``, then drop all copies but the last ten.

        The caller holds the write lock, so nothing changes meanwhile and no two processes copy
        at once. Raises OSError or sqlite3.Error when the copy cannot be written.
        """
        self.folder.mkdir(mode=0o700, exist_ok=True)
        unfinished = target.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        try:
            # The source is a connection of its own: SQLite copies from none that has the lock.
            with (
                closing(sqlite3.connect(self.file)) as source,
                closing(sqlite3.connect(unfinished)) as copy,
            ):
                source.backup(copy)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        for outdated in self.all()[:-KEPT]:
            outdated.unlink(missing_ok=True)
