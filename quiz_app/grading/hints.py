"""What hints cost: each takes its share of the score, which the learner is told beforehand."""

from __future__ import annotations

from msgspec.structs import replace

from quiz_app.grading.verdict import Verdict

# Of a score, in per cent; with the help of every hint there is, an answer still counts something.
HINT_COST = 20
_LEAST = 40

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def after_hints(verdict: Verdict, hints: int) -> Verdict:
    """The verdict on an answer that was given with some hints, and what it counts with them.

    The outcome stays: with hints, too, what is right is right.
    """
    if not hints or not verdict.score:
        return verdict
    score = verdict.score * max(_LEAST, 100 - hints * HINT_COST) / 100
    told = f"With {counted_hints(hints)}, this counts {score:.2g}."
    return replace(verdict, score=score, feedback=f"{verdict.feedback} {told}")


def counted_hints(hints: int) -> str:
    """A number of hints in words: ``one hint``, ``two hints``."""
    number = _NUMBERS[hints] if hints < len(_NUMBERS) else str(hints)
    return f"{number} hint" if hints == 1 else f"{number} hints"
