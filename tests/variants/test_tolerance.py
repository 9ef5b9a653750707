"""How near an answer must come."""

from __future__ import annotations

import pytest

from quiz_app.bank.model import Tolerance
from quiz_app.variants.tolerance import allowance


def counts(tolerance: Tolerance, right: float, given: float) -> bool:
    return abs(given - right) <= allowance(tolerance, right)


@pytest.mark.parametrize(
    ("tolerance", "right", "edge", "beyond"),
    [
        (Tolerance("relative", 0.01), 200.0, 202.0, 202.1),
        (Tolerance("relative", 0.01), -0.3, -0.303, -0.3031),
        (Tolerance("absolute", 0.01), 0.25, 0.26, 0.2601),
        (Tolerance("absolute", 0.5), -3.0, -2.5, -2.49),
        (Tolerance("digits", 3), 0.123456, 0.123, 0.1229),
        (Tolerance("digits", 3), 999.6, 1000, 1000.2),
        (Tolerance("digits", 2), -0.00123456, -0.0012, -0.00117),
        (Tolerance("digits", 1), 3.0, 3.5, 3.6),
    ],
)
def test_the_edge_counts_and_what_lies_beyond_does_not(
    tolerance: Tolerance, right: float, edge: float, beyond: float
) -> None:
    assert counts(tolerance, right, right)
    assert counts(tolerance, right, edge)
    assert not counts(tolerance, right, beyond)


@pytest.mark.parametrize("kind", ["relative", "digits"])
def test_where_zero_is_right_only_rounding_is_forgiven(kind: str) -> None:
    tolerance = Tolerance("relative", 0.01) if kind == "relative" else Tolerance("digits", 3)
    assert counts(tolerance, 0.0, 0.0)
    assert counts(tolerance, 0.0, -1e-12)
    assert not counts(tolerance, 0.0, 1e-6)


def test_where_zero_is_right_a_distance_still_counts() -> None:
    assert counts(Tolerance("absolute", 0.1), 0.0, -0.1)


def test_a_tiny_right_answer_is_not_taken_for_zero() -> None:
    assert not counts(Tolerance("relative", 0.01), 1e-12, 0.0)
    assert not counts(Tolerance("digits", 2), 1e-12, 0.0)
