"""How many recognised mistakes would be graded right; the target is none.

Every number question of the bank is drawn many times. On each draw the number that every
recognised mistake gives is held against the right one as the judge does it; on one draw in
fifty it is typed out and judged as a whole, too. Draws that fail are counted apart. Run it as

    python tests/benchmarks/mistakes.py [DRAWS]

where DRAWS, 10 000 unless it is given, is the number of draws of each question.
"""

from __future__ import annotations

import sys
import time
from multiprocessing import Pool
from typing import NamedTuple

from quiz_app import paths
from quiz_app.bank.loader import load_banks
from quiz_app.bank.model import NumberQuestion
from quiz_app.errors import QuizError
from quiz_app.grading import grade
from quiz_app.variants import Variant, make_variant
from quiz_app.variants.tolerance import right_entries

_TYPED = 50


class Count(NamedTuple):
    """What was found on the draws of one question."""

    id: str
    draws: int
    failed: int
    mistakes: int
    right: int
    unnamed: int


def main() -> None:
    """Print the counts and the time."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    bank = load_banks((paths.content_dir(),), None)
    numbers = [item for item in bank.items.values() if isinstance(item, NumberQuestion)]
    start = time.perf_counter()
    with Pool() as pool:
        tasks = ((item, draws) for item in numbers)
        counts = list(pool.imap_unordered(_counted, tasks))
    for count in counts:
        if count.failed or count.right or count.unnamed:
            print(count)
    drawn, made = sum(count.draws for count in counts), sum(count.mistakes for count in counts)
    print(f"{len(numbers)} questions, {drawn} draws, {made} mistakes")
    print(f"graded right:             {sum(count.right for count in counts)}  (target 0)")
    print(f"not named when typed:     {sum(count.unnamed for count in counts)}  (target 0)")
    print(f"draws that failed:        {sum(count.failed for count in counts)}  (target 0)")
    print(f"time:                     {time.perf_counter() - start:.0f} s")


def _counted(task: tuple[NumberQuestion, int]) -> Count:
    item, draws = task
    failed = mistakes = right = unnamed = 0
    for seed in range(draws):
        try:
            variant = make_variant(item, seed)
        except QuizError:
            failed += 1
            continue
        assert variant.answer is not None
        mistakes += len(variant.mistakes)
        for mistake in variant.mistakes:
            right += all(right_entries(item.tolerance, variant.answer, mistake.value))
        if seed % _TYPED == 0:
            unnamed += _unnamed(variant)
    return Count(item.id, draws, failed, mistakes, right, unnamed)


def _unnamed(variant: Variant) -> int:
    """How many mistakes are not told to those who type their numbers."""
    verdicts = ((mistake, grade(variant, repr(mistake.value))) for mistake in variant.mistakes)
    return sum(
        verdict.outcome not in ("wrong", "partial") or mistake not in verdict.mistakes
        for mistake, verdict in verdicts
    )


if __name__ == "__main__":
    main()
