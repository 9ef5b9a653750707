"""What the values of options must be; each function raises MisuseError for any other text."""

from __future__ import annotations

from collections.abc import Callable
from math import inf, isfinite
from pathlib import Path

from quiz_app.cli.misuse import MisuseError

_MOST_DIGITS = 18


def path(text: str) -> Path:
    """A path, with ``~`` for the home folder; it need not exist."""
    try:
        return Path(text or _no_name()).expanduser()
    except RuntimeError as error:
        raise _missing(text) from error


def existing_path(text: str) -> Path:
    """The path of a file or folder that is there."""
    place = path(text)
    try:
        place.stat()
    except (OSError, ValueError) as error:
        raise _missing(text) from error
    return place


def seed(text: str) -> int:
    """A whole number from 0 on."""
    digits = text.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > _MOST_DIGITS:
        raise MisuseError(f"{_quoted(digits)} is not a seed.", "Give a whole number from 0 on.")
    return int(digits)


def number(text: str) -> float:
    """A finite number such as 0.5, -2 or 1e-3."""
    try:
        value = float(text)
    except ValueError:
        value = inf
    if not isfinite(value):
        raise MisuseError(f"{_quoted(text)} is not a number.", "Give one such as 0.5.")
    return value


def setting(name: str, text: str) -> tuple[str, float]:
    """A parameter of a loss and its number."""
    return name, number(text)


def one_of(*words: str) -> Callable[[str], str]:
    """A reader of any of the words."""

    def read(text: str) -> str:
        if text not in words:
            raise MisuseError(f"{_quoted(text)} is not known here.", f"Say {_either(words)}.")
        return text

    return read


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _no_name() -> str:
    raise MisuseError("The name of a file or folder is empty.", "Name one, such as ~/questions.")


def _missing(text: str) -> MisuseError:
    return MisuseError(
        f"There is no file or folder {_quoted(text)}.", "Make it, or name another one."
    )


def _quoted(text: str) -> str:
    from quiz_app.bank.wording import quoted

    return quoted(text)
