"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz_app.errors import QuizError


@contextmanager
def new_file(file: Path, *, force: bool = False) -> Iterator[Path]:
    """A place beside ``file`` to write to; it becomes the file when the block ends well.

    An existing file is replaced only with ``force``, and stays as it is until then. Raises
    QuizError when there is one without it, when something else has the name, or when the disk
    refuses.
    """
    target = file.resolve()
    # The number of the process keeps two writers of one file apart.
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _refuse_what_is_there(target, file, force)
        try:
            yield draft
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise QuizError(f"{file} cannot be written ({reason}).", "Name another file.") from error


def _refuse_what_is_there(target: Path, file: Path, force: bool) -> None:
    if not target.exists():
        return
    # A device or a folder must not give way to a file, whatever was asked for.
    if not target.is_file():
        raise QuizError(f"{file} is not a file that can be replaced.", "Name another file.")
    if not force:
        raise QuizError(f"{file} is there already.", "Name another file, or add --force.")
