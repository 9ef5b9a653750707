"""The point that shows a wrong formula best, and the sentence about it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from quiz_app.grading.expression.domain import Floats, Points
from quiz_app.grading.expression.equality import Comparison, Freedom, Mask
from quiz_app.maths.layout import number_text
from quiz_app.variants.asked import formula_text

_DIGITS = 4

# A difference that can be seen in the digits that are shown.
_VISIBLE = 0.01


def telling_point(comparison: Comparison) -> int:
    """The first point, and so the simplest, at which one sees the difference."""
    right, given = comparison.right, comparison.given
    with np.errstate(all="ignore"):
        apart = np.abs(right - given) > _VISIBLE * np.maximum(np.abs(right), np.abs(given))
    finite = np.isfinite(right) & np.isfinite(given)
    wishes: tuple[Mask, ...] = (apart & finite, finite, apart | np.isnan(given))
    for wish in wishes:
        places = np.flatnonzero(comparison.differs & wish)
        if places.size:
            return int(places[0])
    return int(np.flatnonzero(comparison.differs)[0])


def difference(
    comparison: Comparison, given: Floats, names: Sequence[str], freedom: Freedom
) -> str:
    """``At y = 1 and p = 0.5 yours is 2, the right one −2.``

    ``given`` are the values of the answer as it was given, whatever the freedom; ``names`` are
    the variables to be told.
    """
    place = telling_point(comparison)
    if freedom and (told := _no_constant(comparison, given, names, freedom)):
        return told
    own, right = float(given[place]), float(comparison.right[place])
    yours = "has no value" if math.isnan(own) else f"is {_number(own, right)}"
    return (
        f"At {_where(comparison.points, names, place)} yours {yours}, "
        f"the right one {_number(right, own)}."
    )


def _no_constant(
    comparison: Comparison, given: Floats, names: Sequence[str], freedom: Freedom
) -> str:
    """Two points that show that no one constant will do; nothing where one does but its sign."""
    with np.errstate(all="ignore"):
        right = comparison.right
        amounts = given / right if freedom == "factor" else given - right
        finite = np.flatnonzero(np.isfinite(amounts))
        if not finite.size:
            return ""
        first = int(finite[0])
        apart = np.abs(amounts[finite] - amounts[first]) > _VISIBLE * np.abs(amounts[finite])
    if not apart.any():
        return ""
    second = int(finite[np.flatnonzero(apart)[0]])
    there = [_where(comparison.points, names, place) for place in (first, second)]
    told = [number_text(float(amounts[place]), _DIGITS) for place in (first, second)]
    if freedom == "factor":
        return (
            f"Yours is {told[0]} times the right one at {there[0]} but {told[1]} times at "
            f"{there[1]}: no one factor makes up for that."
        )
    return (
        f"Yours less the right one is {told[0]} at {there[0]} but {told[1]} at {there[1]}: no one "
        "constant makes up for that."
    )


def _where(points: Points, names: Sequence[str], place: int) -> str:
    *others, last = (
        f"{formula_text(name)} = {number_text(float(points[name][place]), _DIGITS)}"
        for name in names
    )
    return f"{', '.join(others)} and {last}" if others else last


def _number(number: float, beside: float) -> str:
    """A number to as many digits as set it apart from another."""
    if math.isnan(number):
        return "has no value"
    for digits in (_DIGITS, 8, 15):
        if number_text(number, digits) != number_text(beside, digits):
            return number_text(number, digits)
    return number_text(number, 17)
