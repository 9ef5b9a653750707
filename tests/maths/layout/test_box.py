"""Boxes and how they are put together."""

from __future__ import annotations

import pytest

from quiz_app.maths.layout.box import Alignment, Box, above, annotated, beside, grid, separated
from quiz_app.maths.layout.glyphs import UNICODE, Bracket

TALL = Box(("1", "-", "n"), 1)


def test_boxes_beside_each_other_share_their_baseline() -> None:
    box = beside(Box(("x",)), TALL, Box(("a", "b"), 1))
    assert box == Box((" 1a", "x-b", " n "), 1)


def test_boxes_above_each_other_are_centred_and_keep_the_chosen_baseline() -> None:
    assert above([Box(("a",)), Box(("----",)), TALL], 1) == Box(
        (" a  ", "----", " 1  ", " -  ", " n  "), 1
    )
    assert above([Box(("a",)), TALL], 1).baseline == 2


@pytest.mark.parametrize(
    ("alignment", "line"), [("left", "ab   "), ("centre", " ab  "), ("right", "   ab")]
)
def test_a_box_keeps_to_the_side_it_is_aligned_with(alignment: Alignment, line: str) -> None:
    assert Box(("ab",)).widened(5, alignment) == Box((line,))


def test_a_wide_box_is_not_widened() -> None:
    assert Box(("abc",)).widened(2, "right") == Box(("abc",))


def test_a_box_is_heightened_around_its_baseline() -> None:
    assert Box(("ab",)).heightened(1, 2) == Box(("  ", "ab", "  ", "  "), 1)
    assert TALL.heightened(1, 0) == TALL


def test_two_tall_boxes_are_kept_apart_by_a_blank_line() -> None:
    assert separated([TALL, TALL]).height == 7
    assert separated([TALL, Box(("x",)), TALL]).height == 7
    assert separated([Box(("x",)), Box(("yz",))]) == Box(("x ", "yz"), 0)


def test_a_grid_aligns_its_columns() -> None:
    rows = [[Box(("1",)), Box(("a",))], [Box(("22",)), Box(("bcd",))], [Box(("3",)), Box(("e",))]]
    assert grid(rows, ["right", "left"], 2) == Box((" 1  a  ", "22  bcd", " 3  e  "), 1)


def test_a_mark_at_a_corner_makes_the_box_wider_and_taller() -> None:
    core = Box(("(", "("), 0)
    assert annotated(core, [(-1, ("10",)), (2, ("k",))]) == Box((" 10", "(  ", "(  ", " k "), 1)


@pytest.mark.parametrize("pair", UNICODE.fences.values(), ids=UNICODE.fences.keys())
def test_a_bracket_is_as_tall_as_it_is_asked_to_be(pair: tuple[Bracket, Bracket]) -> None:
    for height in (1, 2, 3, 7):
        assert [len(side.rows(height)) for side in pair] == [height, height]


def test_width_is_counted_in_cells() -> None:
    assert Box(("θ̂ = 損失",)).width == 8
