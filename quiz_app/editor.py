"""A text edited in the learner's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from quiz_app.errors import QuizError

_REMEDY = "Set EDITOR to the command that starts your editor."


def edited(text: str, name: str) -> str:
    """The text as it is when the editor is closed; it is shown as a file of that name.

    The editor is ``$VISUAL`` or ``$EDITOR`` and takes over the terminal. Raises QuizError when
    none is set, when it does not run, and when it leaves no readable text.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise QuizError("No editor is set.", _REMEDY)
    with TemporaryDirectory(prefix="quiz-app-") as folder:
        file = Path(folder, name)
        file.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(command), str(file)], check=True)  # noqa: S603 - the learner's own
            return file.read_text(encoding="utf-8")
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise QuizError(f"The editor {command!r} did not do its work.", _REMEDY) from error
