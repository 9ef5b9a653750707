from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz_app.maths.plot.ticks import axis, drawable

finite = st.floats(allow_nan=False, allow_infinity=False)
ranges = st.tuples(finite, finite).map(lambda ends: drawable(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("low", "high", "most", "labels"),
    [
        (0, 1, 3, ("0", "0.5", "1")),
        (0, 1, 5, ("0", "0.25", "0.50", "0.75", "1")),
        (-1, 7, 9, ("-1", "0", "1", "2", "3", "4", "5", "6", "7")),
        (0, 16, 4, ("0", "5", "10", "15")),
        (0, 0.3, 4, ("0", "0.1", "0.2", "0.3")),
        (0, 2e9, 3, ("0", "1e9", "2e9")),
        (-3e-7, 3e-7, 3, ("-2e-7", "0", "2e-7")),
        (1000, 1000.01, 3, ("1000", "1000.005", "1000.010")),
    ],
)
def test_labels_are_short_and_fractions_have_equal_decimals(
    low: float, high: float, most: int, labels: tuple[str, ...]
) -> None:
    assert axis(low, high, most=most).labels == labels


def test_a_typographic_minus_is_used_where_it_is_asked_for() -> None:
    assert axis(-1, 1, most=3, minus="−").labels == ("−1", "0", "1")


@given(ranges, st.integers(3, 20), st.booleans())
def test_ticks_cover_the_range_with_no_more_than_asked(
    ends: tuple[float, float], most: int, snap: bool
) -> None:
    low, high = ends
    found = axis(low, high, most=most, snap=snap)
    slack = 1e-6 * (high - low)
    assert 2 <= len(found.ticks) <= most
    assert len(found.labels) == len(found.ticks)
    assert len(set(found.labels)) == len(found.labels)
    assert found.low - slack <= found.ticks[0]
    assert found.ticks[-1] <= found.high + slack
    step = found.ticks[1] - found.ticks[0]
    assert found.ticks[0] - found.low < step * (1 + 1e-6)
    assert found.high - found.ticks[-1] < step * (1 + 1e-6)


@given(ranges, st.integers(3, 20))
def test_steps_are_one_two_two_and_a_half_or_five_times_a_power_of_ten(
    ends: tuple[float, float], most: int
) -> None:
    ticks = axis(*ends, most=most).ticks
    step = (ticks[-1] - ticks[0]) / (len(ticks) - 1)
    mantissa = step / 10 ** math.floor(math.log10(step) + 1e-6)
    # Differences of ticks near large values lose digits.
    assert min(abs(mantissa - round_one) for round_one in (1, 2, 2.5, 5)) < 1e-3


@given(ranges, st.integers(3, 20))
def test_snapping_moves_an_end_outwards_onto_a_tick_and_never_far(
    ends: tuple[float, float], most: int
) -> None:
    low, high = ends
    snapped = axis(low, high, most=most, snap=True)
    assert low - 0.07 * (high - low) <= snapped.low <= low
    assert high <= snapped.high <= high + 0.07 * (high - low)


def test_labels_read_back_as_the_ticks_they_stand_for() -> None:
    for low, high in ((0, 1), (-7.3, 12.1), (0.013, 0.0171), (2e-9, 7e-9), (-4e12, 3e12)):
        found = axis(low, high, most=7)
        read = [float(Fraction(label)) for label in found.labels]
        np.testing.assert_allclose(read, found.ticks, rtol=1e-12, atol=0)


def test_ticks_are_the_nearest_doubles_to_their_decimals() -> None:
    assert axis(0, 1, most=11).ticks == tuple(tenths / 10 for tenths in range(11))


@given(finite)
def test_a_constant_gets_a_range_around_it(value: float) -> None:
    assume(abs(value) <= 1e300)
    low, high = drawable(value, value)
    assert low < value < high


@pytest.mark.parametrize("noise", [0.0, 1e-9, 1e-13])
def test_rounding_noise_is_drawn_as_a_constant(noise: float) -> None:
    low, high = drawable(5.0, 5.0 * (1 + noise))
    assert high - low > 1


def test_values_land_on_the_first_and_the_last_dot() -> None:
    dots = axis(-1, 7, most=5).dots(np.array([-1.0, 3.0, 7.0]), 101)
    np.testing.assert_allclose(dots, [0, 50, 100])
