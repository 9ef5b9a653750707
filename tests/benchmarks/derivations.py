"""Time to derive every formula, and whether the interface stands still meanwhile.

All formulas of all losses are derived into an empty cache, then read from it; then derived once
more behind an interface in which a timer ticks sixty times a second, beside the same interface
left alone. Run it as

    python tests/benchmarks/derivations.py
"""

from __future__ import annotations

import asyncio
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from textual.app import App

from quiz_app.formulas import FormulaCache
from quiz_app.formulas.model import KINDS
from quiz_app.losses import all_losses
from quiz_app.maths.algebra import Algebra

_SLOWEST = 10
_READINGS = 5
_TICK = 1 / 60
_FRAME = 2 * _TICK


def timings(formulas: FormulaCache) -> Iterator[tuple[float, str]]:
    """Seconds for every formula of every loss."""
    for loss in all_losses():
        for kind in KINDS:
            start = time.perf_counter()
            formulas.formula(loss, kind)
            yield time.perf_counter() - start, f"{loss.name} {kind}"


def derive_all() -> None:
    """Derive everything into an empty cache, in a process of its own."""
    with Algebra() as algebra:
        for _ in timings(FormulaCache(Path(tempfile.mkdtemp()), algebra)):
            pass


def cold_and_warm() -> None:
    """Print how long deriving takes, which formulas take longest, and how long reading takes."""
    folder = Path(tempfile.mkdtemp())
    with Algebra() as algebra:
        start = time.perf_counter()
        each = sorted(timings(FormulaCache(folder, algebra)), reverse=True)
        total = time.perf_counter() - start
        print(f"deriving {len(each)} formulas: {total:.1f} s      (target 15 s)")
        for seconds, name in each[:_SLOWEST]:
            print(f"  {seconds:5.2f} s  {name}")
        readings = []
        for _ in range(_READINGS):
            start = time.process_time()
            for _ in timings(FormulaCache(folder, algebra)):
                pass
            readings.append(time.process_time() - start)
        said = ", ".join(f"{seconds * 1e3:.1f}" for seconds in readings)
        print(f"reading them again, CPU: {said} ms      (target 5 ms)")
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    worker = children.ru_utime + children.ru_stime
    print(f"CPU of the worker, with SymPy's import: {worker:.1f} s")


async def ticks(work: Callable[[], None]) -> list[float]:
    """Seconds between the ticks of an application's timer while a thread does the work."""
    moments: list[float] = []
    application: App[None] = App()
    async with application.run_test() as pilot:
        await pilot.pause()
        timer = application.set_interval(_TICK, lambda: moments.append(time.perf_counter()))
        await asyncio.to_thread(work)
        timer.stop()
    return [after - before for before, after in pairwise(moments)]


def main() -> None:
    """Print the times and the gaps."""
    cold_and_warm()
    for name, work in (("deriving", derive_all), ("idle", lambda: time.sleep(10))):
        gaps = asyncio.run(ticks(work))
        late = sum(gap > _FRAME for gap in gaps)
        print(
            f"{name:<9} largest gap between {len(gaps)} ticks: {max(gaps) * 1e3:.0f} ms, "
            f"{late} above {_FRAME * 1e3:.0f} ms"
        )


if __name__ == "__main__":
    main()
