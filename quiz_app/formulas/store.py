"""What was worked out once, on disk: read where it is valid, put in place in one step."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")

_UNREADABLE = (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class Entry(msgspec.Struct, Generic[T], frozen=True):
    """A value and the key of what it was worked out from."""

    key: str
    value: T


def recall(path: Path, key: str, decoder: msgspec.msgpack.Decoder[Entry[T]]) -> T | None:
    """The value in a file, if it is there, readable, and of that key."""
    try:
        entry = decoder.decode(path.read_bytes())
    except _UNREADABLE:
        return None
    return entry.value if entry.key == key else None


def keep(path: Path, key: str, value: object) -> None:
    """Put the value in place in one step; a folder that cannot be written to is left alone."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(msgspec.msgpack.encode(Entry(key, value)))
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
