"""Axes: a range of values and round ticks in it, one, two, two and a half or five apart."""

from __future__ import annotations

import math
from dataclasses import dataclass

from quiz_app.maths.plot.curve import FloatArray

# A range grows to the next tick when the tick is nearer than this part of the range.
_SNAP = 0.06
# Below this part of the values themselves, a range is rounding noise and drawn as a constant.
_NOISE = 1e-6
_SMALLEST = 1e-300
_LARGEST = 1e300
# Labels leave the plain notation outside of these magnitudes.
_PLAIN_FROM = 1e-3
_PLAIN_BELOW = 1e6


@dataclass(frozen=True)
class Axis:
    """The visible range ``low < high``, its ticks in increasing order and their labels."""

    low: float
    high: float
    ticks: tuple[float, ...]
    labels: tuple[str, ...]

    def dots(self, values: FloatArray, count: int) -> FloatArray:
        """Where values lie on a row of ``count`` dots: 0 at ``low``, ``count - 1`` at ``high``."""
        return (values - self.low) / (self.high - self.low) * (count - 1)


@dataclass(frozen=True)
class _Step:
    """A round distance, ``tenths / 10 * 10**exponent``, and exact multiples of it."""

    tenths: int
    exponent: int

    @property
    def size(self) -> float:
        return self.multiple(1)

    @property
    def decimals(self) -> int:
        return max(0, (1 if self.tenths % 10 else 0) - self.exponent)

    def multiple(self, count: int) -> float:
        # Divided by a positive power: 3 / 10 is the double nearest to 0.3, 3 * 0.1 is not.
        power = self.exponent - 1
        units = count * self.tenths
        return units * 10.0**power if power >= 0 else units / 10.0**-power

    def wider(self) -> _Step:
        order = (10, 20, 25, 50)
        place = order.index(self.tenths) + 1
        if place < len(order):
            return _Step(order[place], self.exponent)
        return _Step(order[0], self.exponent + 1)


def drawable(low: float, high: float) -> tuple[float, float]:
    """The range, opened up when it is empty or only rounding noise, kept off overflow."""
    low, high = max(low, -_LARGEST), min(high, _LARGEST)
    span = max(_SMALLEST, _NOISE * max(abs(low), abs(high)))
    if high - low >= span:
        return low, high
    middle = low + (high - low) / 2
    room = max(1.0, abs(middle) / 2)
    return middle - room, middle + room


def axis(low: float, high: float, *, most: int, minus: str = "-", snap: bool = False) -> Axis:
    """Ticks within ``low < high``: as many as suit, never more than ``most``.

    The ends of the range are less than a step away from a tick. With ``snap`` an end that
    nearly reaches the next tick is moved onto it.
    """
    step = _finest_step(low, high, most, snap=snap)
    if snap:
        low, high = _snapped(low, high, step)
    first, last = _inside(low, high, step)
    multiples = range(first, last + 1)
    ticks = tuple(step.multiple(count) for count in multiples)
    return Axis(low, high, ticks, tuple(_labels(ticks, step, minus)))


def _finest_step(low: float, high: float, most: int, *, snap: bool) -> _Step:
    step = _Step(10, math.floor(math.log10((high - low) / max(most, 1))))
    while True:
        first, last = _inside(*(_snapped(low, high, step) if snap else (low, high)), step)
        if last - first + 1 <= most:
            return step
        step = step.wider()


def _inside(low: float, high: float, step: _Step) -> tuple[int, int]:
    """The first and the last multiple of the step in the range, forgiving rounding."""
    return math.ceil(low / step.size - 1e-9), math.floor(high / step.size + 1e-9)


def _snapped(low: float, high: float, step: _Step) -> tuple[float, float]:
    below = step.multiple(math.floor(low / step.size))
    above = step.multiple(math.ceil(high / step.size))
    near = _SNAP * (high - low)
    return (
        min(low, below) if low - below <= near else low,
        max(high, above) if above - high <= near else high,
    )


def _labels(ticks: tuple[float, ...], step: _Step, minus: str) -> list[str]:
    """Whole numbers short, all others with equal decimals: 0, 0.5, 1 and 0.25, 0.50."""
    largest = max((abs(tick) for tick in ticks), default=0.0)
    if largest == 0 or _PLAIN_FROM <= largest < _PLAIN_BELOW:
        return [_decimal(tick, step.decimals, minus) for tick in ticks]
    exponent = math.floor(math.log10(largest))
    decimals = _Step(step.tenths, step.exponent - exponent).decimals
    return [
        "0" if tick == 0 else f"{_decimal(tick / 10.0**exponent, decimals, minus)}e{exponent}"
        for tick in ticks
    ]


def _decimal(value: float, decimals: int, minus: str) -> str:
    whole = round(value, decimals) == round(value)
    return f"{value:.{0 if whole else decimals}f}".replace("-", minus)
