"""A number that is moved from stop to stop."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from math import isfinite

import numpy as np

from quiz_app.losses import Domain

# Numbers from zero on are looked at by their order of magnitude, those on both sides of it evenly.
_MAGNITUDES = (
    *(0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 2.5, 3.0),
    *(4.0, 5.0, 7.0, 10.0, 20.0, 50.0, 100.0),
)
_EITHER_SIDE = 5.0
_STEPS = 20


@dataclass(frozen=True)
class Dial:
    """A named number and its increasing ``stops``; the value may stand between two of them."""

    name: str
    symbol: str
    value: float
    stops: tuple[float, ...]

    def turned(self, steps: int) -> Dial:
        """The dial that many stops further up, or down where negative; it ends at the last."""
        if not steps:
            return self
        above = bisect_right(self.stops, self.value)
        below = bisect_left(self.stops, self.value)
        place = above - 1 + steps if steps > 0 else below + steps
        return replace(self, value=self.stops[min(max(place, 0), len(self.stops) - 1)])


def stops_between(low: float, high: float, steps: int) -> tuple[float, ...]:
    """Evenly spaced stops, both ends among them, without the noise of rounding."""
    return tuple(round(float(stop), 9) for stop in np.linspace(low, high, steps + 1))


def stops_in(domain: Domain) -> tuple[float, ...]:
    """Round values of a parameter throughout its domain."""
    if domain.members:
        return tuple(sorted(domain.members))
    if isfinite(domain.low) and isfinite(domain.high):
        stops = stops_between(domain.low, domain.high, _STEPS)
    elif isfinite(domain.low):
        stops = (domain.low, *(domain.low + size for size in _MAGNITUDES))
    else:
        stops = stops_between(-_EITHER_SIDE, _EITHER_SIDE, _STEPS)
    return tuple(stop for stop in stops if lies_in(domain, stop))


def lies_in(domain: Domain, value: float) -> bool:
    """Whether the domain admits the number."""
    return domain.first_violation(np.array([value])) is None
