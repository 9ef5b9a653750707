from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quiz_app.maths.plot.legend import Entry, free_place, write_row
from quiz_app.maths.plot.sheet import Plot, Sheet

ENTRIES = (Entry("──", "MSE", 0), Entry("╌╌", "Huber", 1))
HEIGHT, WIDTH = 2, 8


def inked(rows: int, columns: int, *cells: tuple[slice | int, slice | int]) -> np.ndarray:
    ink = np.zeros((rows, columns), dtype=bool)
    for cell in cells:
        ink[cell] = True
    return ink


def test_the_legend_keeps_away_from_the_ink() -> None:
    left_half = inked(10, 40, (slice(None), slice(0, 20)))
    place = free_place(ENTRIES, left_half)
    assert place is not None
    assert place[1] == 40 - WIDTH - 1


def test_the_legend_stands_in_the_middle_of_a_gap() -> None:
    both_sides = inked(10, 42, (slice(None), slice(0, 8)), (slice(None), slice(34, 42)))
    place = free_place(ENTRIES, both_sides)
    assert place is not None
    assert place[1] in (16, 17, 18)


def test_a_plot_full_of_ink_has_no_place() -> None:
    assert free_place(ENTRIES, inked(10, 40, (slice(None), slice(None, None, 4)))) is None


def test_a_plot_smaller_than_the_legend_has_no_place() -> None:
    assert free_place(ENTRIES, inked(1, 40)) is None
    assert free_place(ENTRIES, inked(10, WIDTH + 1)) is None


@given(arrays(bool, (9, 30), elements=st.booleans(), fill=st.just(False)))
def test_a_place_has_a_free_cell_all_around_and_is_found_whenever_there_is_one(
    ink: np.ndarray,
) -> None:
    free = {
        (row, column)
        for row in range(9 - HEIGHT + 1)
        for column in range(1, 30 - WIDTH)
        if not ink[max(row - 1, 0) : row + HEIGHT + 1, column - 1 : column + WIDTH + 1].any()
    }
    place = free_place(ENTRIES, ink)
    assert place in free if free else place is None


def row_of(width: int, left: int) -> str:
    sheet = Sheet(width, 1)
    write_row(sheet, 0, left, ENTRIES)
    return Plot(sheet.rows(), (0, 1), (0, 1)).lines[0]


def test_a_row_is_centred_right_of_the_axis() -> None:
    assert row_of(30, 5) == "         ── MSE   ╌╌ Huber    "


def test_entries_without_room_in_a_row_are_left_out() -> None:
    assert row_of(14, 0).strip() == "── MSE"
