"""A word of the command line that cannot be followed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quiz_app.errors import QuizError


class MisuseError(QuizError):
    """The fault of whoever typed the command: an unknown word, a missing or impossible value."""


@contextmanager
def named_on_the_command_line() -> Iterator[None]:
    """Make the fault of an unknown name one of the command line."""
    try:
        yield
    except QuizError as error:
        raise MisuseError(error.problem, error.remedy) from error
