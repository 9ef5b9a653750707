"""What to say when the program itself is at fault."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from quiz_app import __version__, paths


def report_crash(error: Exception) -> str:
    """Keep the traceback in a file and say, in two sentences, what to do with it."""
    report = paths.cache_dir() / "crash.txt"
    versions = f"quiz-app {__version__}, Python {platform.python_version()}\n\n"
    kept = _keep(report, versions + "".join(traceback.format_exception(error)))
    return (
        f"This should not have happened ({type(error).__name__}). "
        f"Your history is safe; please report what you did{f', with {report}' if kept else ''}."
    )


def _keep(report: Path, text: str) -> bool:
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        # A name that is not Unicode may stand in the traceback.
        report.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return False
    return True
