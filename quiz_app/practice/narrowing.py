"""Which mistake it is: what several wrong answers to one question have in common."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from msgspec.structs import replace

from quiz_app.bank.model import NumberQuestion, Question
from quiz_app.errors import QuizError
from quiz_app.grading import Verdict
from quiz_app.variants import Variant, make_variant


def narrowed(variant: Variant, verdict: Verdict, suspects: frozenset[str]) -> Verdict:
    """The verdict with only those mistakes that explain the earlier answers, too.

    ``suspects`` are the mistakes that the earlier wrong answers have in common. When none of
    them was made this time, it was another mistake, and the verdict stays; as it does when
    several were made together.
    """
    common = tuple(mistake for mistake in verdict.mistakes if mistake.name in suspects)
    if not common or _are_together(variant, verdict):
        return verdict
    told = _told(len(verdict.mistakes), len(suspects), [mistake.say for mistake in common])
    return replace(verdict, mistakes=common, feedback=f"{verdict.feedback} {told}".rstrip())


def _are_together(variant: Variant, verdict: Verdict) -> bool:
    """Whether the mistakes give the answer together, which none of them gives alone."""
    alone = variant.mistakes
    return bool(alone) and any(mistake not in alone for mistake in verdict.mistakes)


def _told(made: int, suspected: int, common: list[str]) -> str:
    """What comes out when ``made`` mistakes are held against those suspected before."""
    if len(common) == 1 and made > 1:
        return f"Twice now, and one slip explains both of your answers: {common[0]}"
    if len(common) == 1:
        return "Twice now: " + (
            "it is the same slip as before."
            if suspected == 1
            else "your earlier answer comes of the same slip."
        )
    if len(common) < made:
        return f"With your earlier answer these remain: {' Or: '.join(common)}"
    return ""


def most_telling(item: Question, suspects: frozenset[str], seeds: Iterable[int]) -> Variant:
    """The first variant on which the suspected mistakes give different numbers, or the best.

    Without several suspects it is the variant of the first seed. Raises QuizError when that
    cannot be made.
    """
    first, *others = seeds
    best = make_variant(item, first)
    confused = _confused(best, suspects)
    for seed in others:
        if not confused:
            break
        try:
            variant = make_variant(item, seed)
        except QuizError:
            continue
        if (less := _confused(variant, suspects)) < confused:
            best, confused = variant, less
    return best


def _confused(variant: Variant, suspects: frozenset[str]) -> int:
    """How many pairs of the suspects one answer to this variant could come of."""
    item = variant.item
    if not isinstance(item, NumberQuestion):
        return 0
    from quiz_app.variants.tolerance import right_entries

    suspected = [mistake.value for mistake in variant.mistakes if mistake.name in suspects]
    return sum(
        all(right_entries(item.tolerance, one, other, times=2))
        for one, other in combinations(suspected, 2)
    )
