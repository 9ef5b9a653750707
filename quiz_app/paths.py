"""Where the learner's data, the settings and the caches live; no folder is made here."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_APPLICATION = "quiz-app"


def data_dir() -> Path:
    """Folder of the learner's history; ``QUIZ_APP_DATA`` moves it."""
    return _from_environment("QUIZ_APP_DATA") or platformdirs.user_data_path(_APPLICATION)


def cache_dir() -> Path:
    """Folder of what can be computed again; ``QUIZ_APP_CACHE`` moves it."""
    return _from_environment("QUIZ_APP_CACHE") or platformdirs.user_cache_path(_APPLICATION)


def formula_dir() -> Path:
    """Folder of the formulas that were derived."""
    return cache_dir() / "formulas"


def config_file() -> Path:
    """The settings file; ``QUIZ_APP_CONFIG`` moves it."""
    return (
        _from_environment("QUIZ_APP_CONFIG")
        or platformdirs.user_config_path(_APPLICATION) / "settings.toml"
    )


def content_dir() -> Path:
    """Folder of the question banks that come with the program.

    In a checkout it is ``content/`` beside the package; an installed wheel holds it inside.
    """
    package = Path(__file__).resolve().parent
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"


def _from_environment(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value).expanduser() if value else None
