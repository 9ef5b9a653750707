"""The bank, the history and the folders that the options of a call name."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from quiz_app import paths
from quiz_app.bank.bank import Bank
from quiz_app.bank.loader import load_banks
from quiz_app.errors import QuizError
from quiz_app.progress import History, open_history


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def content_folders(options: Namespace) -> tuple[Path, ...]:
    """The banks that come with the program, and those named with ``--content``."""
    return (paths.content_dir(), *options.content)


def data_folder(options: Namespace) -> Path:
    """Where the history is, or will be."""
    named: Path | None = options.data
    return named or paths.data_dir()


def bank(options: Namespace) -> Bank:
    """Every question there is; what had to be left out is said on standard error."""
    found = read_bank(options)
    if found.faults:
        print(f"quiz-app: {left_out(found)}", file=sys.stderr)
    return found


def read_bank(options: Namespace) -> Bank:
    """Every question there is, and the faults of the others."""
    return load_banks(content_folders(options), paths.cache_dir())


def left_out(found: Bank) -> QuizError:
    """The first fault of a bank that has some, and how many there are."""
    return QuizError(
        f"Content is left out: {found.faults[0]}.",
        f"Faults in all: {len(found.faults)}; see 'quiz-app check'.",
    )


def history(options: Namespace) -> History:
    """The learner's history; its folder is made if need be."""
    return open_history(data_folder(options), now)
