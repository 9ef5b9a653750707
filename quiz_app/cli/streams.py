"""Standard input and output, made such that no command can stumble over them."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from quiz_app.errors import QuizError


@contextmanager
def prepared() -> Iterator[None]:
    """Streams that take and give any text; when the block ends, all that was printed is out.

    Raises BrokenPipeError when the reader of the output has gone, QuizError when a stream
    fails in another way.
    """
    _open_those_missing()
    codecs.register_error("spelled", _spelled)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "spelled")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:  # a file, and none of the streams
            raise
        # Python flushes once more at its end, and would complain with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise QuizError(
            f"Standard input or output has failed ({error.strerror}).",
            "Check what they are connected to.",
        ) from error


def shows_unicode() -> bool:
    """Whether the output can hold mathematical signs."""
    return "utf" in (sys.stdout.encoding or "").lower()


def _open_those_missing() -> None:
    """Whoever started this process may have closed its streams."""
    sys.stdin = sys.stdin or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def _spelled(error: UnicodeError) -> tuple[str | bytes, int]:
    # Most terminals show everything, and never need the spellings.
    from quiz_app.cli.spelling import spelled

    return spelled(error)
