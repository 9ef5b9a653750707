"""Time and memory until the first question is on the screen, beside an empty application.

Both programs are started in turn in a real pseudo-terminal of 80 by 24; the time runs from the
start of the process until a text of the program stands in its output. Run it as

    python tests/benchmarks/startup.py [ROUNDS]
"""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Ready.")
Empty().run()
"""
_QUIZ = "import sys; from quiz_app.cli import main; sys.exit(main(['practice']))"

_ANSI = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")


def until(code: str, text: bytes) -> tuple[float, float]:
    """Seconds until ``text`` is painted by a fresh Python, and its memory in MB at that moment."""
    start = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.executable, [sys.executable, "-c", code])  # noqa: S606 - our own two programs
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    painted = b""
    while text not in _ANSI.sub(b"", painted):
        ready, _, _ = select.select([terminal], [], [], 20)
        if not ready:
            raise SystemExit(f"nothing painted: {painted[-500:]!r}")
        painted += os.read(terminal, 65536)
    took = time.perf_counter() - start
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    memory = int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return took, memory


def main() -> None:
    """Print the medians and their ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    os.environ["QUIZ_APP_DATA"] = tempfile.mkdtemp()
    os.environ["QUIZ_APP_CACHE"] = tempfile.mkdtemp()
    cold = until(_QUIZ, b"Question 1 of")
    runs: dict[str, list[tuple[float, float]]] = {"empty": [], "quiz-app": []}
    until(_EMPTY, b"Ready.")
    for _ in range(rounds):
        runs["empty"].append(until(_EMPTY, b"Ready."))
        runs["quiz-app"].append(until(_QUIZ, b"Question 1 of"))
    print(f"first start ever: {cold[0] * 1000:.0f} ms, {cold[1]:.1f} MB")
    medians = {
        name: [statistics.median(column) for column in zip(*values, strict=True)]
        for name, values in runs.items()
    }
    for name, (seconds, memory) in medians.items():
        print(f"{name:<9} {seconds * 1000:6.0f} ms {memory:6.1f} MB")
    time_ratio, memory_ratio = (
        ours / theirs for ours, theirs in zip(medians["quiz-app"], medians["empty"], strict=True)
    )
    print(f"ratio     {time_ratio:6.2f}    {memory_ratio:6.2f}      (targets 1.25 and 1.6)")


if __name__ == "__main__":
    main()
