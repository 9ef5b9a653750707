from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.maths.plot.line import line_dots

COLUMNS, ROWS = 40, 24

inside = st.tuples(st.floats(0, COLUMNS - 1), st.floats(0, ROWS - 1))
anywhere = st.tuples(st.floats(-200, 200), st.floats(-200, 200))


def dots_of(*points: tuple[float, float]) -> list[tuple[int, int]]:
    dots = line_dots(np.array(points, dtype=float).T, COLUMNS, ROWS)
    return [(int(column), int(row)) for column, row in dots.T]


def samples(start: tuple[float, float], end: tuple[float, float]) -> np.ndarray:
    along = np.linspace(0, 1, 2000)[:, None]
    return np.array(start) + along * (np.array(end) - np.array(start))


def test_a_flat_line_visits_every_column_once() -> None:
    assert dots_of((0, 3), (5, 3)) == [(column, 3) for column in range(6)]


def test_an_upright_line_visits_every_row_once() -> None:
    assert dots_of((2, 5), (2, 0)) == [(2, row) for row in range(5, -1, -1)]


def test_a_diagonal_has_no_corners() -> None:
    assert dots_of((0, 0), (6, 6)) == [(place, place) for place in range(7)]


@given(st.lists(inside, min_size=2, max_size=8))
def test_a_line_inside_has_no_gaps(points: list[tuple[float, float]]) -> None:
    dots = np.array(dots_of(*points))
    assert (np.abs(np.diff(dots, axis=0)).max(axis=1, initial=0) <= 1).all()


@given(anywhere, anywhere)
def test_dots_lie_on_the_line_and_all_of_it_that_is_in_sight_is_covered(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    dots = np.array(dots_of(start, end)).reshape(-1, 2)
    line = samples(start, end)
    low, high = np.array([0, 0]), np.array([COLUMNS, ROWS]) - 1
    seen = line[((line >= low) & (line <= high)).all(axis=1)]
    assert ((dots >= low) & (dots <= high)).all()
    if len(dots):
        off_line = np.abs(dots[:, None] - line).max(axis=2).min(axis=1)
        assert off_line.max() <= 1
    if len(seen):
        uncovered = np.abs(seen[:, None] - dots).max(axis=2).min(axis=1)
        assert uncovered.max() <= 1.5


@given(inside, inside)
def test_a_straight_line_is_one_dot_thin(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    dots = np.array(dots_of(start, end))
    longest = np.abs(dots[-1] - dots[0]).max()
    assert len(dots) <= longest + 2


def test_nan_breaks_the_line() -> None:
    dots = dots_of((0, 0), (2, 0), (np.nan, 0), (6, 0), (8, 0))
    assert dots == [(0, 0), (1, 0), (2, 0), (6, 0), (7, 0), (8, 0)]


def test_a_lone_point_between_breaks_is_a_dot() -> None:
    assert dots_of((np.nan, 0), (3, 4), (np.nan, 0)) == [(3, 4)]


def test_no_points_make_no_dots() -> None:
    assert line_dots(np.empty((2, 0)), COLUMNS, ROWS).shape == (2, 0)


def test_a_line_from_infinitely_far_enters_at_the_edge() -> None:
    dots = dots_of((3, -np.inf), (3, 5), (3, np.inf))
    assert set(dots) == {(3, row) for row in range(ROWS)}
