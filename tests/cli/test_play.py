from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app.cli import main, play
from quiz_app.practice import Session
from quiz_app.progress import open_history

Run: TypeAlias = Callable[..., tuple[int, str, str]]
Complaint: TypeAlias = Callable[..., tuple[int, str]]


def test_practice_opens_on_the_first_question(run: Run, quick_bank: Path) -> None:
    status, out, err = run(
        "--plain", "practice", "quick", "--content", str(quick_bank), stdin="t\nt\n"
    )
    assert (status, err) == (0, "")
    assert "Question 1 of 2\nStatement " in out
    assert out.endswith("\n2 right of 2.\n")


def test_a_pipe_needs_no_option(run_apart: Run, quick_bank: Path) -> None:
    status, out, err = run_apart(
        "practice", "quick", "--content", str(quick_bank), stdin="t\nf\nt\n"
    )
    assert (status, err) == (0, "")
    assert out.endswith("\n2 right of 3.\n")
    assert out.replace("\n", "").isprintable()


@pytest.mark.usefixtures("only_small_bank")
def test_review_asks_cards_alone(run: Run) -> None:
    status, out, _ = run("review", "--plain", stdin="\n4\n")
    assert status == 0
    assert "Question 1 of 1\nWrite the mean squared error.\n" in out
    assert out.endswith("\n1 right of 1.\n")


@pytest.mark.usefixtures("only_small_bank")
def test_without_a_command_a_topic_can_be_chosen_and_taken_up_again(run: Run) -> None:
    # Whatever is asked first, two lines answer it: a card is turned and graded, words are ticked.
    status, out, _ = run("--plain", stdin="1\n1\n1\n1\n:q\n")
    assert status == 0
    assert "  1  Regression losses (6)\nWhich topic? (Enter for all) \n" in out
    assert "Question 1 of 6" in out
    assert "Continue the session you left (" in run("--plain")[1]


@pytest.mark.parametrize("command", ["practice", "review"])
def test_an_unknown_topic_is_a_wrong_word(complaint: Complaint, command: str) -> None:
    assert complaint(command, "regresion") == (
        2,
        "There is no topic 'regresion'. Did you mean 'regression'?",
    )


def test_a_topic_without_cards_cannot_be_reviewed(complaint: Complaint, quick_bank: Path) -> None:
    status, sentences = complaint("review", "quick", "--content", str(quick_bank))
    assert status == 1
    assert sentences.startswith("No card is in quick.")


def test_the_dialogue_never_loads_the_screens(quick_bank: Path) -> None:
    code = (
        "import sys\nfrom quiz_app.cli import main\n"
        f"main(['practice', 'quick', '--content', {str(quick_bank)!r}])\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], input="t\nt\n", capture_output=True, text=True, check=True
    )
    assert not set(run.stdout.splitlines()[-1].split()) & {"textual", "rich", "numpy", "sympy"}


class _Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Session | None]:
    """The sessions that would be opened on the screen."""
    sessions: list[Session | None] = []

    def on_screen(_bank: object, _history: object, session: Session | None = None) -> int:
        sessions.append(session)
        return 0

    monkeypatch.setattr(play, "_on_screen", on_screen)
    return sessions


def _at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal(":q\n"))
    monkeypatch.setattr("sys.stdout", _Terminal())
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.usefixtures("only_small_bank")
def test_a_terminal_gets_the_application(
    opened: list[Session | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    _at_a_terminal(monkeypatch)
    assert [main(words) for words in ([], ["practice", "regression"], ["review"])] == [0, 0, 0]
    home, practice, review = opened
    assert home is None
    assert practice is not None
    assert practice.total == 6
    assert review is not None
    assert review.plan.items == ("mse.card",)


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize("reason", ["stdin", "stdout", "TERM", "--plain"])
@pytest.mark.parametrize("words", [[], ["practice"]], ids=["home", "practice"])
def test_where_no_screen_can_be_drawn_the_dialogue_is_held(
    opened: list[Session | None],
    words: list[str],
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _at_a_terminal(monkeypatch)
    if reason.startswith("std"):
        monkeypatch.setattr(f"sys.{reason}", StringIO(":q\n" if reason == "stdin" else ""))
    monkeypatch.setenv("TERM", "dumb" if reason == "TERM" else "xterm")
    assert main([*words, "--plain"] if reason == "--plain" else words) == 0
    assert opened == []


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is needed")
def test_a_dumb_terminal_gets_plain_lines(quick_bank: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "quiz_app", "practice", "quick", "--content", str(quick_bank)],
        stdin=theirs,
        stdout=theirs,
        env=os.environ | {"TERM": "dumb", "PYTHONUNBUFFERED": ""},
    )
    os.close(theirs)
    shown = _read_until(ours, "Your answer: ")
    os.write(ours, b":q\n")
    shown += _read_until(ours, "is kept.")
    assert process.wait() == 0
    os.close(ours)
    assert "\x1b" not in shown
    assert "Question 1 of 2\r\n" in shown


@pytest.mark.skipif(os.name != "posix", reason="the process is killed by a signal")
def test_an_answer_whose_verdict_was_read_survives_a_kill(quick_bank: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "quiz_app", "--plain", "practice", "quick"),
            *("--content", str(quick_bank), "--data", str(tmp_path / "mine")),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": ""},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"false\n")
    process.stdin.flush()
    _read_until(process.stdout.fileno(), "Question 2 of 3")
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    process.stdin.close()
    process.stdout.close()
    with open_history(tmp_path / "mine", lambda: datetime.now(UTC)) as history:
        [attempt] = history.attempts()
        left = history.unfinished_session()
    assert (attempt.topic, attempt.answer, attempt.verdict) == ("quick", "false", "wrong")
    assert left is not None
    assert left.attempts == (attempt,)


def _read_until(descriptor: int, text: str) -> str:
    """What comes out up to a text; fails when the output ends or stays away for long."""
    read = b""
    while text.encode() not in read:
        ready, _, _ = select.select([descriptor], [], [], 30)
        piece = os.read(descriptor, 4096) if ready else b""
        assert piece, read
        read += piece
    return read.decode()
