"""Libraries that only an export needs, and that may be missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from quiz_app.errors import QuizError


def require(library: str, purpose: str) -> ModuleType:
    """The library; raises QuizError with the command that installs it where it is missing."""
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        if error.name != library:
            raise
        raise QuizError(
            f"{purpose} needs the library {library}, which is not installed.",
            f"Run 'pip install {library}'.",
        ) from error
