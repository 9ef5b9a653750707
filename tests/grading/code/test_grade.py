"""What is said of functions: right, wrong, and out of bounds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app.grading import Verdict
from quiz_app.grading.code.sandbox import Limits, run
from quiz_app.grading.stopping import Stopped

Judged: TypeAlias = Callable[..., Verdict]

_CLIPPED = "p = np.clip(p, 1e-7, 1 - 1e-7)\n"
_RIGHT = f"{_CLIPPED}return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))"


def test_a_right_function_is_right(judged: Judged) -> None:
    verdict = judged(_RIGHT)
    assert (verdict.outcome, verdict.score) == ("right", 1.0)


def test_a_loop_over_the_samples_is_measured_and_is_right_in_part(judged: Judged) -> None:
    loop = f"{_CLIPPED}return -sum(y[i] * np.log(p[i]) + (1 - y[i]) * np.log(1 - p[i]) for i in "
    verdict = judged(f"{loop}range(len(p))) / len(p) if len(p) else 0.0")
    assert (verdict.outcome, verdict.score) == ("partial", 0.5)
    assert "504 more samples take" in verdict.feedback


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("return -np.mean(y*np.log(p) + (1-y)*np.log(1-p))", "end of its range it is wrong"),
        ("return -np.sum(y*np.log(p) + (1-y)*np.log(1-p))", "You added the losses up"),
        ("return -(y*np.log(p) + (1-y)*np.log(1-p))", "an array of shape (3,), where one number"),
        ("return q", "NameError in line 3: name 'q' is not defined"),
        ("pass", "it returns nothing"),
        ("return 'much'", "not made of real numbers"),
        ("return bce(y, p)", "RecursionError in line 3"),
        ("raise SystemExit", "SystemExit in line 3"),
        ("p[:] = np.clip(p, 1e-7, 1-1e-7)\n" + _RIGHT, "it changes p, which belongs to the caller"),
        ("import os; os._exit(0)", "brought its Python process down"),
        ("import faulthandler; faulthandler._sigsegv()", "brought its Python process down"),
        ("while True: print('x' * 1000)", "printed without end"),
        ("return bytearray(3 << 30)", "MemoryError in line 3"),
        ("import os; os.fork()", "may not start another program"),
        ("import socket; socket.socket()", "may not use the network"),
        ("import ctypes; ctypes.string_at(0)", "may not leave Python"),
        ("open('/tmp/quiz-app-was-here', 'w')", "may not write files"),
        ("import os; os.remove('answer.py')", "may not change files"),
        ("import os, sys; os.write(int(sys.argv[2]), b'[' * 10**6)", "was stopped"),
    ],
)
def test_a_wrong_function_is_told_why(judged: Judged, body: str, says: str) -> None:
    verdict = judged(body)
    assert verdict.outcome == "wrong"
    assert says in verdict.feedback


def test_the_failing_case_is_shown_as_python_would_read_it(judged: Judged) -> None:
    verdict = judged("return np.log(p).sum()")
    _, y, p, expected, got = verdict.feedback.split("\n")
    assert (y, p) == ("  y         [0, 0, 1]", "  p         [0.3, 0.05, 0.1]")
    assert (expected, got) == ("  expected  0.903518", "  got       -6.50229")


def test_an_endless_loop_is_stopped(judged: Judged) -> None:
    verdict = judged("while True: pass", seconds=0.8)
    assert verdict.feedback == "Not quite: on ordinary numbers it did not come to an end in time."


def test_a_function_that_spoils_numpy_spoils_only_its_own_process(judged: Judged) -> None:
    assert judged(f"np.array = np.array_equal = np.asarray = None\n{_RIGHT}").outcome == "right"


def test_printing_does_no_harm(judged: Judged) -> None:
    assert judged(f"print('debug', p)\n{_RIGHT}").outcome == "right"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("return 1 +", "SyntaxError in line 3"),
        ("", "There is no answer yet"),
        ("return 1\nimport nothing_like_it", ""),
        ("x = '" + "x" * 20_000 + "'", "characters. Write at most"),
        ("return '\0'", "characters that no Python file can hold"),
    ],
)
def test_what_cannot_be_run_is_not_wrong(judged: Judged, body: str, says: str) -> None:
    verdict = judged(body)
    assert says in verdict.feedback
    assert verdict.outcome == ("invalid" if says else "wrong")


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are listed by /proc")
def test_nothing_that_was_started_behind_the_audit_hook_outlives_the_run() -> None:
    # The C function below is not audited; a session of its own keeps it out of the group.
    answer = """
def f():
    pass
import _posixsubprocess, os
a, b = os.pipe()
_posixsubprocess.fork_exec(
    [b"/bin/sleep", b"61.5"], [b"/bin/sleep"], True, (), None, None,
    -1, -1, -1, -1, -1, -1, a, b, True, True, 0, None, None, None, -1, None, False,
)
"""
    task = b'{"function": "f", "calls": [], "compared": [], "limits": {}}'
    run(answer, task, Limits(seconds=2.0))
    alive = (entry / "cmdline" for entry in Path("/proc").glob("[0-9]*"))
    assert not any(b"61.5" in _content(file) for file in alive)


def test_a_run_ends_when_nobody_waits_for_it() -> None:
    with pytest.raises(Stopped):
        run(
            "while True: pass",
            b'{"limits": {}, "calls": [], "compared": []}',
            Limits(),
            lambda: True,
        )


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
