"""What was read from content files, kept so that a start parses nothing that did not change."""

from __future__ import annotations

import os
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from msgspec import MsgspecError, Struct, msgpack

from quiz_app import __version__
from quiz_app.bank.model import BankFile
from quiz_app.errors import ContentError

Contents: TypeAlias = tuple[BankFile | None, tuple[ContentError, ...]]


class _Key(Struct, frozen=True):
    """What must be the same for an entry to hold."""

    program: str
    path: str
    shown_path: str
    size: int
    modified: int


class _Fault(Struct, frozen=True):
    path: str
    line: int
    column: int
    problem: str
    remedy: str


class _Entry(Struct, frozen=True):
    key: _Key
    bank_file: BankFile | None
    faults: tuple[_Fault, ...]


class Cache:
    """A folder with an entry for each content file; without a folder nothing is kept.

    Entries that are damaged, or of another version of the program, are read anew. That the
    folder cannot be written is no error: the next start is merely slower.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._program = _program()

    def get(self, path: Path, read: Callable[[Path], Contents]) -> Contents:
        """The contents of a file, from its entry or else by reading it."""
        key = _key(path, self._program)
        if self._folder is None or key is None:
            return read(path)
        # Files that share a name only take turns: an entry holds for nothing but its own key.
        name = zlib.crc32(os.fsencode(f"{key.path}\0{key.shown_path}"))
        place = self._folder / f"{path.stem[:40]}-{name:08x}.bank"
        kept = _kept(place, key)
        if kept is None:
            kept = read(path)
            _keep(place, key, kept)
        return kept


def _program() -> str:
    """The version, and when the reader last changed, for a checkout keeps its version."""
    modules = Path(__file__).parent.rglob("*.py")
    return f"{__version__} {max((module.stat().st_mtime_ns for module in modules), default=0)}"


def _key(path: Path, program: str) -> _Key | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return _Key(program, str(path.absolute()), str(path), status.st_size, status.st_mtime_ns)


def _kept(place: Path, key: _Key) -> Contents | None:
    try:
        entry = msgpack.decode(place.read_bytes(), type=_Entry)
    except (OSError, MsgspecError):
        return None
    if entry.key != key:
        return None
    faults = tuple(
        ContentError(fault.path, fault.line, fault.column, fault.problem, fault.remedy)
        for fault in entry.faults
    )
    return entry.bank_file, faults


def _keep(place: Path, key: _Key, contents: Contents) -> None:
    bank_file, errors = contents
    faults = tuple(
        _Fault(error.path, error.line, error.column, error.problem, error.remedy)
        for error in errors
    )
    # A path that is not Unicode cannot be encoded, and its file is then read at every start.
    with suppress(OSError, UnicodeEncodeError):
        place.parent.mkdir(parents=True, exist_ok=True)
        _write_atomically(place, msgpack.encode(_Entry(key, bank_file, faults)))


def _write_atomically(place: Path, content: bytes) -> None:
    """Write beside the place and rename, so that nobody ever reads half an entry."""
    descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
