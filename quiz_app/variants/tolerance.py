"""How far from the right number an answer may lie."""

from __future__ import annotations

import math

from quiz_app.bank.model import Tolerance
from quiz_app.variants.answer import Answer, entries

# Of zero there is no share and no leading digit; so near to it an answer counts as zero.
_AROUND_ZERO = 1e-9

# An answer exactly at the edge counts, whatever float64 makes of the difference.
_SLACK = 1 + 1e-9


def allowance(tolerance: Tolerance, right: float) -> float:
    """The greatest distance from ``right`` that still counts as right."""
    return _distance(tolerance, abs(right)) * _SLACK


def right_entries(
    tolerance: Tolerance, right: Answer, given: Answer, *, times: int = 1
) -> tuple[bool, ...]:
    """Which numbers of an answer of the right shape lie within so many ``times`` the tolerance."""
    return tuple(
        abs(mine - wanted) <= times * allowance(tolerance, wanted)
        for mine, wanted in zip(entries(given), entries(right), strict=True)
    )


def _distance(tolerance: Tolerance, size: float) -> float:
    if tolerance.kind == "absolute":
        return tolerance.amount
    if size == 0:
        return _AROUND_ZERO
    if tolerance.kind == "relative":
        return tolerance.amount * size
    last_digit = math.floor(math.log10(size)) - int(tolerance.amount) + 1
    return 0.5 * 10.0**last_digit
