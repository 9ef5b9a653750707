from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.formulas.dial import Dial, lies_in, stops_between, stops_in
from quiz_app.losses import Domain, all_losses

DIAL = Dial("delta", "delta", 1.0, (0.5, 1.0, 2.0))

every_parameter = pytest.mark.parametrize(
    "domain", [parameter.domain for loss in all_losses() for parameter in loss.parameters]
)


def test_a_dial_goes_from_stop_to_stop() -> None:
    assert DIAL.turned(1).value == 2.0
    assert DIAL.turned(-1).value == 0.5
    assert DIAL.turned(0) == DIAL


def test_a_dial_ends_at_its_last_stops() -> None:
    assert DIAL.turned(9).value == 2.0
    assert DIAL.turned(-9).value == 0.5


def test_a_value_between_two_stops_goes_to_the_next_one_on_either_side() -> None:
    between = Dial("delta", "delta", 1.5, DIAL.stops)
    assert between.turned(1).value == 2.0
    assert between.turned(-1).value == 1.0


@given(
    stops=st.lists(st.floats(-5, 5), min_size=1, unique=True).map(sorted),
    value=st.floats(-6, 6),
    steps=st.integers(-9, 9).filter(bool),
)
def test_a_turned_dial_stands_on_a_stop_and_never_goes_back(
    stops: list[float], value: float, steps: int
) -> None:
    turned = Dial("x", "x", value, tuple(stops)).turned(steps)
    assert turned.value in stops
    if stops[0] <= value <= stops[-1]:
        assert (turned.value - value) * steps >= 0


def test_stops_are_round_numbers() -> None:
    assert stops_between(0.0, 1.0, 10)[3] == 0.3
    assert stops_between(-1.0, 7.0, 80)[34] == 2.4


@every_parameter
def test_every_stop_of_a_parameter_lies_in_its_domain(domain: Domain) -> None:
    stops = stops_in(domain)
    assert len(stops) > 5
    assert list(stops) == sorted(set(stops))
    assert all(lies_in(domain, stop) for stop in stops)


def test_a_domain_of_members_has_them_for_stops() -> None:
    assert stops_in(Domain.values(1, -1)) == (-1, 1)


def test_a_domain_without_ends_has_stops_on_both_sides_of_zero() -> None:
    stops = stops_in(Domain.real())
    assert stops[0] < 0 < stops[-1]
    assert 0.0 in stops
