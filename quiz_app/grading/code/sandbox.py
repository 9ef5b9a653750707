"""A process of its own for code that nobody has checked, with an end to everything it may use.

What is limited by the system: the time (of the clock and of the processor), the memory, the size
of files, the number of open files and of processes, and what is printed. What is refused inside
Python: other programs, the network, ctypes, and every change to files. The process has a session
of its own, an empty environment, no input, and a folder that is deleted; whatever it started is
killed with it.

What this is not: a wall against an attacker. Code that is written to break out of Python's audit
hook runs with the rights of whoever runs the program, and can read their files. The learner runs
their own code here; what they are protected from is an accident.
"""

from __future__ import annotations

import os
import secrets
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

import numpy as np
from msgspec import Struct

from quiz_app.errors import QuizError
from quiz_app.grading.stopping import Stop, Stopped, never

End: TypeAlias = Literal["done", "time", "output", "crash"]

_RUNNER = Path(__file__).with_name("runner.py")
_MARK = "QUIZ_APP_SANDBOX"
_CHUNK = 65_536
_LOOKS_PER_SECOND = 20
_MEGABYTE = 1 << 20

# What is killed may just have started another; a process cannot outrun this for long.
_MOST_ROUNDS = 100


class Limits(Struct, frozen=True):
    """Seconds by the clock, bytes of memory, bytes printed, and bytes of results."""

    seconds: float = 5.0
    memory: int = 1024 * _MEGABYTE
    printed: int = _MEGABYTE
    results: int = 8 * _MEGABYTE

    def of_the_system(self) -> dict[str, int]:
        """The limits that the system sets, by the names that Python's ``resource`` has."""
        return {
            "RLIMIT_AS": self.memory,
            "RLIMIT_CPU": int(self.seconds) + 1,
            "RLIMIT_FSIZE": 0,
            "RLIMIT_CORE": 0,
            "RLIMIT_NOFILE": 32,
            "RLIMIT_NPROC": 0,
        }


class Run(Struct, frozen=True):
    """How a run ended, and the lines that it had reported until then."""

    end: End
    lines: tuple[bytes, ...]


def run(answer: str, task: bytes, limits: Limits, stopped: Stop = never) -> Run:
    """Run an answer on a task (see ``runner``) until it is done or a limit is reached.

    Raises Stopped as soon as the learner no longer waits, and QuizError where the system cannot
    keep a process within limits.
    """
    if os.name != "posix":
        raise QuizError(
            "Code can be judged on Linux and macOS only.", "Answer the other questions here."
        )
    with TemporaryDirectory(prefix="quiz-app-", ignore_cleanup_errors=True) as folder:
        Path(folder, "answer.py").write_text(answer, encoding="utf-8")
        Path(folder, "task.json").write_bytes(task)
        return _Process(folder, limits).run(stopped)


class _Process:
    """The process of one answer, and the two pipes it writes to."""

    def __init__(self, folder: str, limits: Limits) -> None:
        self._limits = limits
        self._mark = f"{_MARK}={secrets.token_hex(16)}"
        self._results, result_end = os.pipe()
        self._printed, printed_end = os.pipe()
        numpy_folder = str(Path(np.__file__).parents[1])
        name, _, token = self._mark.partition("=")
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and script
                [sys.executable, "-I", "-S", "-B", str(_RUNNER), numpy_folder, str(result_end)],
                cwd=folder,
                env={name: token, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
                stdin=subprocess.DEVNULL,
                stdout=printed_end,
                stderr=printed_end,
                pass_fds=(result_end,),
                start_new_session=True,
            )
        except OSError as error:
            os.close(self._results)
            os.close(self._printed)
            raise QuizError(
                f"Python could not be started for your code: {error.strerror}.",
                f"Check that {sys.executable} can be run.",
            ) from error
        finally:
            os.close(result_end)
            os.close(printed_end)

    def run(self, stopped: Stop) -> Run:
        """Read until the end, then leave nothing behind."""
        results = bytearray()
        try:
            end = self._read(results, stopped)
        finally:
            self._kill()
            os.close(self._results)
            os.close(self._printed)
        *lines, _ = bytes(results).split(b"\n")
        return Run(end, tuple(lines))

    def _read(self, results: bytearray, stopped: Stop) -> End:
        deadline = time.monotonic() + self._limits.seconds
        printed = 0
        with selectors.DefaultSelector() as selector:
            selector.register(self._results, selectors.EVENT_READ)
            selector.register(self._printed, selectors.EVENT_READ)
            while selector.get_map():
                if stopped():
                    raise Stopped
                if time.monotonic() > deadline:
                    return "time"
                for key, _ in selector.select(1 / _LOOKS_PER_SECOND):
                    chunk = os.read(key.fd, _CHUNK)
                    if not chunk:
                        selector.unregister(key.fd)
                    elif key.fd == self._results:
                        results += chunk
                    else:
                        printed += len(chunk)
                if printed > self._limits.printed or len(results) > self._limits.results:
                    return "output"
                # Others that it started may keep the pipes open after its own end.
                if self._process.poll() is not None and not selector.select(0):
                    break
        return self._ended(deadline)

    def _ended(self, deadline: float) -> End:
        try:
            status = self._process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            return "time"
        if status == 0:
            return "done"
        return "time" if status == -signal.SIGXCPU else "crash"

    def _kill(self) -> None:
        """Kill the process, its group, and whatever left the group but bears its mark."""
        _kill_quietly(self._process.pid, group=True)
        self._process.wait()
        for _ in range(_MOST_ROUNDS):
            marked = list(self._marked())
            for pid in marked:
                _kill_quietly(pid, group=False)
            if not marked:
                return

    def _marked(self) -> Iterator[int]:
        mark = self._mark.encode()
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (entry / "environ").read_bytes().split(b"\0"):
                    yield int(entry.name)
            except OSError:  # it has ended, or belongs to someone else
                continue


def _kill_quietly(pid: int, *, group: bool) -> None:
    try:
        if group:
            os.killpg(pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
