from __future__ import annotations

import unicodedata

import numpy as np
import pytest

from quiz_app.maths.plot.canvas import NO_CURVE, BrailleCanvas, Canvas, LetterCanvas
from quiz_app.maths.plot.glyphs import glyphs_of


def braille(rows: int = 3, columns: int = 20) -> BrailleCanvas:
    return BrailleCanvas(rows, columns, glyphs_of("unicode"))


def letters(rows: int = 3, columns: int = 20) -> LetterCanvas:
    return LetterCanvas(rows, columns, glyphs_of("ascii"))


def line(*points: tuple[float, float]) -> np.ndarray:
    return np.array(points, dtype=float).T


def text(canvas: Canvas) -> list[str]:
    return ["".join(map(chr, row)) for row in canvas.cells().codes]


def dots(canvas: BrailleCanvas) -> set[tuple[int, int]]:
    """The inked dots as (column, row), read back from the Unicode names of the patterns."""
    place = {"1": (0, 0), "2": (0, 1), "3": (0, 2), "4": (1, 0)}
    place |= {"5": (1, 1), "6": (1, 2), "7": (0, 3), "8": (1, 3)}
    return {
        (2 * column + place[dot][0], 4 * row + place[dot][1])
        for row, chars in enumerate(text(canvas))
        for column, char in enumerate(chars)
        if char != " "
        for dot in unicodedata.name(char).removeprefix("BRAILLE PATTERN DOTS-")
    }


@pytest.mark.parametrize("column", range(2))
@pytest.mark.parametrize("row", range(4))
def test_every_dot_of_a_cell_is_its_own_bit(column: int, row: int) -> None:
    canvas = braille(rows=1, columns=1)
    canvas.draw(line((column, row)))
    assert dots(canvas) == {(column, row)}


def test_crossing_curves_keep_all_their_dots() -> None:
    rising, falling, both = braille(), braille(), braille()
    rising.draw(line((0, 11), (11, 0)))
    falling.draw(line((0, 0), (11, 11)))
    both.draw(line((0, 11), (11, 0)))
    both.draw(line((0, 0), (11, 11)))
    assert dots(rising) < dots(both)
    assert len(dots(both)) > len(dots(rising))
    in_front = both.cells().curves
    assert set(in_front.ravel()) == {NO_CURVE, 0, 1}


def test_each_of_four_curves_has_its_own_pattern() -> None:
    drawn = []
    for index in range(4):
        canvas = braille(rows=8)
        for other in range(index):
            canvas.draw(line((0, 4 * other), (39, 4 * other)))
        canvas.draw(line((0, 28), (39, 28)))
        drawn.append(text(canvas)[7])
    assert len(set(drawn)) == 4


def test_a_pattern_is_as_long_on_steep_parts_as_on_flat_ones() -> None:
    flat, steep = braille(rows=10), braille(rows=10)
    for canvas in (flat, steep):
        canvas.draw(line((np.nan, 0)))
    flat.draw(line((0, 0), (39, 0)))
    steep.draw(line((0, 0), (0, 39)))
    assert {column for column, _ in dots(flat)} == {row for _, row in dots(steep)}


@pytest.mark.parametrize(
    "path",
    [
        line((0, 6), (39, 6)),
        line((0, 0), (39, 0)),
        line((7, 0), (7, 11)),
        line((39, 0), (39, 11)),
        line((0, 11), (39, 0)),
    ],
    ids=["flat", "upper edge", "upright", "right edge", "slanting"],
)
def test_two_identical_curves_are_both_visible(path: np.ndarray) -> None:
    alone, both = braille(), braille()
    alone.draw(path)
    both.draw(path)
    both.draw(path)
    assert dots(alone) < dots(both)
    assert 1 in both.cells().curves


def test_a_crossing_is_not_moved_aside() -> None:
    canvas = braille()
    canvas.draw(line((20, 0), (20, 11)))
    canvas.draw(line((0, 6), (39, 6)))
    assert {row for column, row in dots(canvas) if column != 20} == {6}


def test_letters_alternate_where_curves_coincide() -> None:
    canvas = letters()
    canvas.draw(line((0, 1), (5, 1)))
    canvas.draw(line((0, 1), (5, 1)))
    assert text(canvas)[1].rstrip() == "+*+*+*"


def test_letters_of_an_empty_canvas_are_blanks() -> None:
    assert text(letters(rows=1, columns=4)) == ["    "]
