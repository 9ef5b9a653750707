"""Commands about this machine: doctor, paths."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import metadata

from quiz_app import __version__
from quiz_app import paths as folders
from quiz_app.cli import places, streams
from quiz_app.cli.report import report_crash
from quiz_app.errors import QuizError

_LIBRARIES = ("textual", "numpy", "sympy", "PyYAML", "msgspec")


def paths(options: Namespace) -> int:
    """Print where everything lives."""
    for folder in places.content_folders(options):
        print(f"content   {folder}")
    print(f"history   {places.data_folder(options)}")
    print(f"caches    {folders.cache_dir()}")
    print(f"settings  {folders.config_file()}")
    return 0


def doctor(options: Namespace) -> int:
    """Try each part on this machine and print how it fares; 1 when one does not work."""
    checks: tuple[tuple[str, Callable[[Namespace], str]], ...] = (
        ("program", _program),
        ("terminal", _terminal),
        ("content", _content),
        ("history", _history),
        ("algebra", _algebra),
    )
    well = True
    for name, check in checks:
        try:
            sign, finding = "ok   ", check(options)
        except Exception as error:  # one broken part must not hide how the others fare
            well = False
            sign = "FAULT"
            finding = str(error) if isinstance(error, QuizError) else report_crash(error)
        print(f"{sign}  {name:<8}  {finding}")
    return 0 if well else 1


def _program(options: Namespace) -> str:
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in _LIBRARIES)
    return f"quiz-app {__version__}, Python {platform.python_version()}, {versions}"


def _terminal(options: Namespace) -> str:
    encoding = sys.stdout.encoding or "unknown"
    if not streams.shows_unicode():
        raise QuizError(
            f"The terminal's encoding is {encoding}, which lacks mathematical signs.",
            "Set LC_ALL=C.UTF-8.",
        )
    columns, rows = shutil.get_terminal_size()
    colour = "without colour" if "NO_COLOR" in os.environ else "in colour"
    return f"{os.environ.get('TERM', 'unknown')}, {columns} by {rows}, {encoding}, {colour}"


def _content(options: Namespace) -> str:
    bank = places.read_bank(options)
    if bank.faults:
        raise places.left_out(bank)
    return f"{len(bank.items)} questions and cards in {len(bank.topics)} topics"


def _history(options: Namespace) -> str:
    with places.history(options) as history:
        return f"{history.score().attempts} answers in {places.data_folder(options)}"


def _algebra(options: Namespace) -> str:
    # Imported here, so that a broken NumPy is a finding and not the end.
    from quiz_app import losses
    from quiz_app.formulas import derive
    from quiz_app.maths.algebra import Algebra

    with Algebra() as algebra:
        derive(losses.get("mean_squared_error"), "gradient", algebra)
    return "derived the gradient of the mean squared error"
