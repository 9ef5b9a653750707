"""Time from Enter to the verdict of a number answer, in process.

A session over the shipped number questions is answered in turn with a right, a mistaken and an
unreadable text; judging and storing are timed apart. Run it as

    python tests/benchmarks/verdict.py
"""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from quiz_app import paths
from quiz_app.bank.loader import load_banks
from quiz_app.bank.model import NumberQuestion
from quiz_app.grading import grade
from quiz_app.practice import Session
from quiz_app.progress import SessionPlan, StoredSession, open_history
from quiz_app.variants import make_variant

_HOSTILE = (
    "__import__('os').system('x')",
    "9**9**9**9",
    "(" * 10_000,
    "",
    "7" * 1_000_000,
    "exp(exp(exp(99)))",
)


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def milliseconds(timings: list[float]) -> str:
    """The median and the worst of some timings."""
    return f"median {statistics.median(timings) * 1e3:6.2f} ms, worst {max(timings) * 1e3:6.2f} ms"


def main() -> None:
    """Print the times."""
    bank = load_banks((paths.content_dir(),), None)
    numbers = [item for item in bank.items.values() if isinstance(item, NumberQuestion)]

    judging = []
    for item in numbers:
        variant = make_variant(item, seed=1)
        for answer in (repr(variant.answer), *(repr(m.value) for m in variant.mistakes), "2*(3"):
            start = time.perf_counter()
            grade(variant, answer)
            judging.append(time.perf_counter() - start)
    print(f"judging {len(judging)} answers:       {milliseconds(judging)}")

    refusing = []
    for text in _HOSTILE:
        start = time.perf_counter()
        assert grade(variant, text).outcome == "invalid"
        refusing.append(time.perf_counter() - start)
    print(f"refusing {len(refusing)} hostile texts:    {milliseconds(refusing)}")

    plan = SessionPlan(
        id="benchmark",
        mode="practice",
        topics=("all",),
        seed=1,
        items=tuple(item.id for item in numbers),
        started_at=now(),
    )
    answering = []
    with open_history(Path(tempfile.mkdtemp()), now) as history:
        history.start_session(plan)
        session = Session(StoredSession(plan, ()), bank, history, now)
        while (variant := session.next()) is not None:
            start = time.perf_counter()
            session.answer(repr(variant.answer))
            answering.append(time.perf_counter() - start)
    print(f"judging and storing {len(answering)}:        {milliseconds(answering)}  (target 5 ms)")


if __name__ == "__main__":
    main()
