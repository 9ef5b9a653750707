"""How wrong numbers lie to the right ones, in words."""

from __future__ import annotations

import math

from quiz_app.maths.layout import number_text
from quiz_app.variants.answer import Answer, entries, shape

# Significant digits of the learner's numbers, where they are told.
DIGITS = 6

# So many times too large is only far off.
_FAR = 1000

_MOST_NAMED = 3

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def how_far(given: float, right: float) -> str:
    """How a wrong number lies to the right one: ``4.3% too small``."""
    if right == 0 or given == 0:
        way = "large" if given > right else "small"
        return f"{number_text(abs(given - right), DIGITS)} too {way}"
    if (given < 0) != (right < 0):
        return "of the opposite sign"
    larger = abs(given) > abs(right)
    times = given / right if larger else right / given
    # Of two negative numbers the larger is the smaller; what is meant is the distance from zero.
    way = f"too {'large' if larger else 'small'}{' in magnitude' if right < 0 else ''}"
    if times > _FAR:
        return f"far {way}"
    if times >= 2:
        return f"{number_text(times, 2)} times {way}"
    return f"{number_text(abs(given / right - 1) * 100, 2)}% {way}"


def pattern(given: Answer, right: Answer) -> str:
    """What several wrong numbers have in common with the right ones, as a sentence, if anything."""
    mine, wanted = entries(given), entries(right)
    if _alike(sorted(mine), sorted(wanted)):
        return "You have the right numbers in another order."
    ratios = [a / b for a, b in zip(mine, wanted, strict=True) if b]
    if not ratios or not _alike(mine, [ratios[0] * number for number in wanted]):
        return ""
    if ratios[0] == -1:
        return "Each of yours has the opposite sign."
    return f"Each of yours is {number_text(ratios[0], 3)} times the right one."


def wrong_entries(given: Answer, right: Answer, marks: tuple[bool, ...]) -> str:
    """Each wrong entry beside the right one: ``The 2nd entry: yours 0.3, right 0.25.``"""
    mine, wanted = entries(given), entries(right)
    wrong = [place for place, mark in enumerate(marks) if not mark]
    named = [
        f"{_entry(place, shape(right))}: yours {number_text(mine[place], DIGITS)}, "
        f"right {number_text(wanted[place], DIGITS)}"
        for place in wrong[:_MOST_NAMED]
    ]
    more = len(wrong) - len(named)
    listed = "; ".join((*named, f"and {more} more") if more else named)
    return f"{listed[0].upper()}{listed[1:]}."


def _entry(place: int, of: tuple[int, ...]) -> str:
    """What an entry is called, counting from one."""
    if len(of) > 1:
        row, column = divmod(place, of[-1])
        return f"row {row + 1}, column {column + 1}"
    number = place + 1
    ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
    return f"the {number}{ending} entry"


def _alike(some: list[float] | tuple[float, ...], others: list[float]) -> bool:
    pairs = zip(some, others, strict=True)
    return all(math.isclose(a, b, rel_tol=1e-3, abs_tol=1e-12) for a, b in pairs)
