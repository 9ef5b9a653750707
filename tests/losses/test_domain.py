"""Domains in words, and the first value that is outside of them."""

from __future__ import annotations

from math import inf, nan

import numpy as np
import pytest

from quiz_app.losses import Domain


@pytest.mark.parametrize(
    ("domain", "words"),
    [
        (Domain.real(), "a finite number"),
        (Domain.interval(0, 1), "a number from 0 to 1"),
        (Domain.interval(-0.5, 1, open_low=True), "a number from −0.5 to 1 (−0.5 excluded)"),
        (
            Domain.interval(0, 1, open_low=True, open_high=True),
            "a number from 0 to 1 (0 and 1 excluded)",
        ),
        (Domain.interval(0, inf), "a finite number of at least 0"),
        (Domain.interval(0, inf, open_low=True), "a finite number above 0"),
        (Domain.interval(-inf, 2), "a finite number of at most 2"),
        (Domain.interval(-inf, 2, open_high=True), "a finite number below 2"),
        (Domain.values(-1, 1), "−1 or 1"),
        (Domain.values(0, 1, 2), "0, 1 or 2"),
        (Domain.values(-1, 1, alternative=(0, 1)), "−1 or 1 (or 0 or 1 throughout)"),
        (Domain.labels(), "a class label 0, 1, 2, …"),
        (Domain.labels(3), "a class label from 0 to 2"),
        (Domain.probabilities(), "rows of probabilities that add up to 1"),
    ],
)
def test_domain_is_described_in_plain_words(domain: Domain, words: str) -> None:
    assert domain.describe() == words


@pytest.mark.parametrize(
    ("domain", "array", "position"),
    [
        (Domain.real(), [0, 1e308], None),
        (Domain.real(), [0, inf], (1,)),
        (Domain.real(), nan, ()),
        (Domain.interval(0, 1), [0, 1], None),
        (Domain.interval(0, 1), [0, 1, 1.5, -1], (2,)),
        (Domain.interval(0, 1, open_low=True), [1, 0], (1,)),
        (Domain.interval(0, 1, open_high=True), [0, 1], (1,)),
        (Domain.interval(0, inf), [0, inf], (1,)),
        (Domain.values(-1, 1), [1, -1, 0], (2,)),
        (Domain.values(-1, 1, alternative=(0, 1)), [0, 1, 0], None),
        (Domain.values(-1, 1, alternative=(0, 1)), [0, -1], (0,)),
        (Domain.labels(), [0, 1000], None),
        (Domain.labels(), [0, 1.5], (1,)),
        (Domain.labels(2), [1, 2], (1,)),
        (Domain.probabilities(), [[0, 1], [0.5, 0.5 + 5e-7]], None),
        (Domain.probabilities(), [[0, 1], [0.5, 0.5 + 2e-6]], (1,)),
        (Domain.probabilities(), [[0, 1], [1.5, -0.5]], (1, 1)),
        (Domain.logit_rows(), [[-inf, 0], [-1e308, 1e308]], None),
        (Domain.logit_rows(), [[-inf, 0], [inf, 0]], (1, 0)),
        (Domain.logit_rows(), [[-inf, 0], [-inf, -inf]], (1,)),
        (Domain.logit_rows(), [[0, nan]], (0, 1)),
    ],
)
def test_first_violation_is_found_at_its_place(
    domain: Domain, array: object, position: tuple[int, ...] | None
) -> None:
    assert domain.first_violation(np.array(array, dtype=np.float64)) == position
