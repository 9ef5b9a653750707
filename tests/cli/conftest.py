"""Ways to call the command line, in this process and in one of its own, and banks to call it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app import paths
from quiz_app.cli import main

# Exit status, standard output, standard error.
Outcome: TypeAlias = tuple[int, str, str]
Run: TypeAlias = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def shared_cache(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> None:
    """Formulas are derived once for all tests of the run."""
    monkeypatch.setenv("QUIZ_APP_CACHE", str(cache_folder))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command line in this process."""

    def call(*words: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", StringIO(stdin))
        try:
            status = main(words)
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def complaint(run: Run) -> Callable[..., tuple[int, str]]:
    """Call the command line where it can only say, in one line, what is wrong."""

    def call(*words: str) -> tuple[int, str]:
        status, out, err = run(*words)
        assert out == ""
        assert err.startswith("quiz-app: ")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        return status, err.removeprefix("quiz-app: ").rstrip("\n")

    return call


@pytest.fixture
def run_apart() -> Run:
    """Call the command line in a process of its own, with some more environment."""

    def call(*words: str, stdin: str = "", **environment: str) -> Outcome:
        ended = subprocess.run(
            [sys.executable, "-m", "quiz_app", *words],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | environment,
            check=False,
        )
        return ended.returncode, ended.stdout, ended.stderr

    return call


@pytest.fixture
def only_small_bank(small_bank_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the small bank in the place of the banks that come with the program."""
    monkeypatch.setattr(paths, "content_dir", lambda: small_bank_file.parent)
    return small_bank_file


@pytest.fixture
def quick_bank(tmp_path: Path) -> Path:
    """A folder with a topic of two statements, beside the banks that come with the program."""
    file = tmp_path / "quick" / "quick.yaml"
    file.parent.mkdir()
    statement = "  - {{id: quick.{0}, ask: true_false, prompt: Statement {0}., answer: true}}\n"
    file.write_text(
        "topic: quick\ntitle: Quick\nquestions:\n" + statement.format(1) + statement.format(2),
        encoding="utf-8",
    )
    return file.parent
