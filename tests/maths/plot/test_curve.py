from __future__ import annotations

import math

import numpy as np
import pytest

from quiz_app.maths.plot import Curve, reading_at

X = np.array([0.0, 1.0, 2.0, 3.0])


def test_readings_are_interpolated_linearly() -> None:
    curves = [Curve("a", X, 2 * X), Curve("b", X, X**2)]
    assert reading_at(curves, 1.5) == (3.0, 2.5)


def test_a_reading_at_a_sample_is_the_sample() -> None:
    assert reading_at([Curve("a", X, X**3)], 3.0) == (27.0,)


@pytest.mark.parametrize("x", [-0.1, 3.1])
def test_outside_of_the_samples_there_is_no_reading(x: float) -> None:
    assert math.isnan(reading_at([Curve("a", X, X)], x)[0])


def test_across_a_break_there_is_no_reading() -> None:
    broken = Curve("a", X, np.array([0.0, np.nan, 2.0, 3.0]))
    assert math.isnan(reading_at([broken], 0.5)[0])
    assert reading_at([broken], 2.5) == (2.5,)


def test_a_curve_without_samples_has_no_reading() -> None:
    assert math.isnan(reading_at([Curve("a", np.empty(0), np.empty(0))], 1.0)[0])


def test_x_and_y_must_be_of_one_shape() -> None:
    with pytest.raises(ValueError, match="one shape"):
        Curve("a", X, X[:2])
