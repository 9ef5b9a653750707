"""Which files of a folder hold content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from quiz_app.errors import QuizError

LESSON = "lesson.md"
"""The name of a lesson, which stands beside the questions of its topic."""


def content_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files of questions among some paths and at any depth below them, each once.

    Hidden files and those named README are passed over, and so are lessons. Raises QuizError
    for a missing path.
    """
    named = tuple(path for path in paths if path.is_dir() or not _is_lesson(path))
    return _found(named, lambda file: _is_yaml(file) and file.stem.lower() != "readme")


def lesson_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The lessons likewise."""
    return _found([path for path in paths if path.is_dir() or _is_lesson(path)], _is_lesson)


def _is_yaml(file: Path) -> bool:
    return file.suffix in (".yaml", ".yml")


def _is_lesson(file: Path) -> bool:
    return file.name == LESSON


def _found(paths: Sequence[Path], holds_content: Callable[[Path], bool]) -> tuple[Path, ...]:
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise QuizError(
                f"The content folder {path} does not exist.", "Make it, or name another one."
            )
        below = (file for file in path.rglob("*") if not _is_hidden(file, path))
        files = sorted(filter(holds_content, below)) if path.is_dir() else [path]
        for file in files:
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
