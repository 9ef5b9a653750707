"""Judging an order: what counts is that each step stands after those it needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from quiz_app.bank.model import OrderQuestion, Step
from quiz_app.errors import QuizError
from quiz_app.grading.places import read_places
from quiz_app.grading.sentences import in_words, joined, opening, quoted
from quiz_app.grading.verdict import Verdict, invalid, outcome_of
from quiz_app.variants import Variant
from quiz_app.variants.texts import steps


def grade_order(variant: Variant, item: OrderQuestion, answer: str) -> Verdict:
    """Score the share of the pairs, of a step and one it needs, that stand in their order.

    A need counts through others, too: what the second step needs, the third needs with it.
    """
    shown = steps(variant)
    try:
        order = read_order(answer, len(shown))
    except QuizError as error:
        return invalid(str(error))
    places = [variant.order[place] for place in order]
    needs = _all_needs(item.steps)
    pairs = {(need, place) for place, needed in enumerate(needs) for need in needed}
    broken = pairs & {(later, earlier) for earlier, later in combinations(places, 2)}
    share = 1 - len(broken) / len(pairs)
    return Verdict(
        outcome=outcome_of(share),
        score=share,
        read_as=", ".join(str(place + 1) for place in order),
        feedback=_feedback(variant, item, places, len(pairs) - len(broken), len(pairs)),
    )


def read_order(answer: str, count: int) -> tuple[int, ...]:
    """The places (from zero) of ``3, 1, 2`` or ``312``, each of them once.

    Raises QuizError when they are not that.
    """
    if re.fullmatch(rf"\s*[1-9]{{{count}}}\s*", answer):
        answer = " ".join(answer.strip())
    order = read_places(answer, count)
    twice = next((place for n, place in enumerate(order) if place in order[:n]), None)
    remedy = f"Put all of 1 to {count} in order, such as {_example(count)}."
    if twice is not None:
        raise QuizError(f"Step {twice + 1} stands there twice.", remedy)
    if len(order) < count:
        missing = min(set(range(count)) - set(order))
        raise QuizError(f"Step {missing + 1} is missing.", remedy)
    return order


def out_of_place(item: OrderQuestion, places: Sequence[int]) -> frozenset[int]:
    """The steps, by their places in the file, that stand before one they need."""
    return frozenset(
        place
        for n, place in enumerate(places)
        if any(need in places[n:] for need in item.steps[place].after)
    )


def _all_needs(listed: tuple[Step, ...]) -> list[frozenset[int]]:
    """For each step those it needs, and those that these need; a step needs only such above."""
    needs: list[frozenset[int]] = []
    for step in listed:
        needs.append(frozenset(step.after).union(*(needs[need] for need in step.after)))
    return needs


def _feedback(
    variant: Variant, item: OrderQuestion, places: list[int], kept: int, needs: int
) -> str:
    if kept == needs:
        return "Right: each step stands after those it needs."
    text = dict(zip(variant.order, steps(variant), strict=True))
    early = next(place for place in places if place in out_of_place(item, places))
    need = next(need for need in item.steps[early].after if need in places[places.index(early) :])
    right = ", ".join(str(variant.order.index(place) + 1) for place in range(len(places)))
    return joined(
        opening(kept / needs),
        f"{in_words(kept).capitalize()} of {in_words(needs)} dependencies hold." if kept else "",
        f"{quoted(text[early])} needs {quoted(text[need])} before it.",
        f"{'The' if _is_only_order(item.steps) else 'A'} right order is {right}.",
    )


def _is_only_order(listed: tuple[Step, ...]) -> bool:
    """Whether every step depends on the one above it."""
    return all(place - 1 in needs for place, needs in enumerate(_all_needs(listed)) if place)


def _example(count: int) -> str:
    return ", ".join(str(number) for number in range(count, 0, -1))
