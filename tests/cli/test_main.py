from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app.cli import machine

Run: TypeAlias = Callable[..., tuple[int, str, str]]
Complaint: TypeAlias = Callable[..., tuple[int, str]]


def _raising(error: BaseException) -> Callable[..., int]:
    def command(_: object) -> int:
        raise error

    return command


def test_a_crash_is_one_line_and_a_file(
    complaint: Complaint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_APP_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(machine, "paths", _raising(RuntimeError("a secret\nin two lines")))
    report = tmp_path / "cache" / "crash.txt"
    status, sentences = complaint("paths")
    assert status == 1
    assert sentences == (
        "This should not have happened (RuntimeError). "
        f"Your history is safe; please report what you did, with {report}."
    )
    written = report.read_text(encoding="utf-8")
    assert written.startswith("quiz-app ")
    assert "Traceback (most recent call last)" in written
    assert "a secret\nin two lines" in written


def test_a_crash_that_cannot_be_kept_is_still_one_line(
    complaint: Complaint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("QUIZ_APP_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr(machine, "paths", _raising(RecursionError()))
    status, sentences = complaint("paths")
    assert status == 1
    assert sentences.endswith("Your history is safe; please report what you did.")


def test_a_crash_over_a_name_that_is_not_unicode_is_kept(
    complaint: Complaint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_APP_CACHE", str(tmp_path))
    monkeypatch.setattr(machine, "paths", _raising(ValueError("caf\udce9")))
    assert str(tmp_path / "crash.txt") in complaint("paths")[1]


def test_an_interruption_is_status_130_and_no_words(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "paths", _raising(KeyboardInterrupt()))
    assert run("paths") == (130, "", "\n")


@pytest.mark.parametrize("words", [["losses"], ["--help"], ["show", "mse.by-hand"], ["--plain"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_who_has_gone_is_no_fault(words: list[str], unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "quiz_app", *words],
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_finds_no_room_is_one_line(unbuffered: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "quiz_app", "losses"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == (
        "quiz-app: Standard input or output has failed (No space left on device). "
        "Check what they are connected to.\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a shell")
@pytest.mark.parametrize("words", ["losses", "--plain", "practice regression"])
def test_streams_that_are_closed_are_no_fault(words: str) -> None:
    ended = subprocess.run(
        ["sh", "-c", f'exec "$0" -m quiz_app {words} <&- >&-', sys.executable],
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("words", [["stats"], ["practice"], ["--plain"]])
def test_a_data_folder_that_cannot_be_made_is_one_line(
    complaint: Complaint, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "file").touch()
    status, sentences = complaint("--data", str(tmp_path / "file" / "data"), *words)
    assert status == 1
    assert "cannot be opened for writing" in sentences


@pytest.mark.parametrize("words", [["stats"], ["practice"], ["--plain"]])
def test_a_damaged_history_is_one_line(
    complaint: Complaint, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "history.sqlite3").write_bytes(b"not a database, though long enough " * 100)
    status, sentences = complaint("--data", str(tmp_path), *words)
    assert status == 1
    assert "history.sqlite3 is damaged." in sentences
