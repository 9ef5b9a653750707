"""The text of a content file, refused when it is not plain readable text."""

from __future__ import annotations

import re
from pathlib import Path

from quiz_app.errors import ContentError

_LARGEST = 2_000_000

# Control characters, line ends that editors do not count, and signs that turn or hide text.
UNREADABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe"
    "\uff00-\ufffd\U00010000-\U0010ffff]"
)


def read_source(path: Path) -> str:
    """The text of a file with line ends as ``\\n``.

    Raises ContentError when it cannot be read, is over 2 MB, is not UTF-8, or holds a control,
    zero-width or direction character.
    """
    text = _decoded(path, _bytes(path)).replace("\r\n", "\n").replace("\r", "\n")
    if unreadable := UNREADABLE.search(text):
        line, column = _line_and_column(text[: unreadable.start()])
        raise ContentError(
            str(path),
            line,
            column,
            f"the character U+{ord(unreadable[0]):04X} cannot be shown",
            "remove it, it is a control, zero-width or direction character",
        )
    return text


def _bytes(path: Path) -> bytes:
    try:
        # Opening a pipe or a device would wait for ever.
        if not path.is_file():
            raise ContentError(str(path), 1, 1, "this is not a file", "give a YAML file")
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ContentError(
            str(path), 1, 1, f"the file cannot be read ({reason})", "make it readable"
        ) from error
    if len(content) > _LARGEST:
        raise ContentError(str(path), 1, 1, "the file is over 2 MB", "split it into several files")
    return content


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(content[: error.start].decode("utf-8-sig"))
        raise ContentError(
            str(path), line, column, "the file is not UTF-8 text", "save it as UTF-8"
        ) from error


def _line_and_column(before: str) -> tuple[int, int]:
    """The place just after a text, counted from one."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
