"""Which files of a folder hold content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from quiz_app.errors import QuizError


def content_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The content files among some paths and at any depth below them, each once.

    Hidden files and those named README are passed over. Raises QuizError for a missing path.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise QuizError(
                f"The content folder {path} does not exist.", "Make it, or name another one."
            )
        for file in sorted(_files_below(path)) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def _files_below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in (".yaml", ".yml") and not hidden and path.stem.lower() != "readme":
            yield path
