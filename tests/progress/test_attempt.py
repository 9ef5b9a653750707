"""What an attempt may hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from quiz_app.progress import Attempt


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("answered_at", datetime(2026, 3, 10, 12)),
        ("score", -0.01),
        ("score", 1.01),
        ("score", float("nan")),
        ("hints", -1),
        ("seconds", -1.0),
        ("seconds", float("inf")),
        ("seconds", float("nan")),
    ],
)
def test_a_value_outside_its_range_is_refused_by_name(
    make_attempt: Callable[..., Attempt], field: str, value: object
) -> None:
    with pytest.raises(ValueError, match=field):
        make_attempt(**{field: value})


@pytest.mark.parametrize("score", [0, 0.5, 1])
def test_scores_from_zero_to_one_are_taken(
    make_attempt: Callable[..., Attempt], score: float
) -> None:
    assert make_attempt(score=score).score == score
