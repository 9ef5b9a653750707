from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.errors import QuizError
from quiz_app.maths.plot import Curve, GlyphSet, Guide, Plot, Point, plot

X = np.linspace(-1.0, 7.0, 401)
R = X - 3
MSE = Curve("MSE", X, R**2)
MAE = Curve("MAE", X, np.abs(R))
HUBER = Curve("Huber", X, np.where(np.abs(R) <= 1, R**2 / 2, np.abs(R) - 0.5))
LINE = Curve("line", np.array([0.0, 1.0]), np.array([0.0, 1.0]))

sizes = st.tuples(st.integers(24, 200), st.integers(6, 60))
numbers = st.floats(width=64) | st.sampled_from([0.0, 1.0, -1.0, 1e308, -1e308, 5e-324])
curves = st.lists(
    st.lists(st.tuples(numbers, numbers), max_size=20).map(
        lambda samples: Curve(
            "name", np.array([x for x, _ in samples]), np.array([y for _, y in samples])
        )
    ),
    max_size=6,
)
texts = st.text(max_size=60)


def drawn(*shown: Curve, width: int = 44, height: int = 12, glyphs: GlyphSet = "unicode") -> Plot:
    return plot(
        shown,
        width=width,
        height=height,
        title="Losses for y = 3",
        x_label="prediction",
        y_label="loss",
        marks=(Guide(3.0),),
        glyphs=glyphs,
    )


def test_three_losses_look_like_a_figure_of_a_textbook() -> None:
    assert drawn(MSE, MAE, HUBER).lines == (
        "loss            Losses for y = 3            ",
        "15 ┤⠑⡄              ── MSE                ⢀⠜",
        "   │ ⠈⢆             ╌╌ MAE               ⡠⠊ ",
        "   │   ⠱⡀           ·· Huber           ⢀⠔⠁  ",
        "10 ┤    ⠈⢢              ┊             ⡠⠊    ",
        "   │      ⠑⢄            ┊           ⡠⠊      ",
        " 5 ┤⡀       ⠑⢄          ┊        ⢀⠔⠊        ",
        "   │⠉⠙⠉⠂⠰⠒⡤⢄ ⣀⣉⠢⣀       ┊     ⢀⡠⢒⣁ ⢠⠤⡤⠢ ⠊⠙⠉⠁",
        " 0 ┤         ⠁⠈⠉⠂⠹⠒⠶⢤⢄⣄⣠⣀⣄⣠⠴⠖⠪⠁⠋⠉ ⠁         ",
        "   └─────┬─────────┬────────┬─────────┬─────",
        "         0         2        4         6     ",
        "                   prediction               ",
    )


def test_the_same_in_ascii_has_a_letter_for_each_curve() -> None:
    assert drawn(MSE, MAE, HUBER, glyphs="ascii").lines == (
        "loss            Losses for y = 3            ",
        "15 +*                * MSE                **",
        "   | *               + MAE               *  ",
        "   |  **             o Huber           **   ",
        "10 +    **              :            **     ",
        "   |      **            :          **       ",
        " 5 +o++     ***         :        **     ++++",
        "   | ooo+o+o+o+o*+      :    +*++o+o+o+oooo ",
        " 0 +            oo*+o*+o*+o*+ooo            ",
        "   +-----+---------+--------+---------+-----",
        "         0         2        4         6     ",
        "                   prediction               ",
    )


def test_coinciding_curves_run_side_by_side_over_a_line_at_zero_and_under_a_point() -> None:
    t = np.linspace(-3.0, 3.0, 61)
    picture = plot(
        [Curve("first", t, t), Curve("second", t, t)],
        width=36,
        height=9,
        marks=[Point(2.0, 2.0, 1)],
    )
    assert picture.lines == (
        "   │ ── first                  ⣠⡴⠶⠒⠙",
        " 2 ┤ ╌╌ second            ⢀⣤⠶⠓●⠁    ",
        "   │                  ⣤⡴⠞⠊⠉         ",
        " 0 ┤┈┈┈┈┈┈┈┈┈┈┈┈┈⢠⡴⠶⠓⠉┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
        "   │         ⣤⠶⠛⠊⠁                  ",
        "−2 ┤    ⣠⡴⠞⠋⠉                       ",
        "   │⡴⠶⠛⠉                            ",
        "   └─────┬──────────┬─────────┬─────",
        "        −2          0         2     ",
    )


@given(curves, sizes, texts, texts, texts, st.sampled_from(["unicode", "ascii"]))
def test_anything_gives_exactly_height_lines_of_width_cells(
    shown: list[Curve],
    size: tuple[int, int],
    title: str,
    x_label: str,
    y_label: str,
    glyphs: GlyphSet,
) -> None:
    width, height = size
    picture = plot(
        shown,
        width=width,
        height=height,
        title=title,
        x_label=x_label,
        y_label=y_label,
        marks=[Guide(0.5), Point(0.0, 1.0, 0)],
        glyphs=glyphs,
    )
    assert [len(line) for line in picture.lines] == [width] * height
    assert glyphs == "unicode" or all(line.isascii() for line in picture.lines)
    named = {run.curve for row in picture.rows for run in row}
    assert named <= {None, *range(max(len(shown), 1))}


@pytest.mark.parametrize(
    "y",
    [
        np.zeros(401),
        np.full(401, 1e308),
        np.full(401, np.nan),
        np.full(401, np.inf),
        R / 4 * 1.7e308,
        np.linspace(0, 5e-324, 401),
        1 + 1e-12 * R,
        np.where(np.arange(401) % 2, 1e300, -1e300),
    ],
    ids=["zero", "huge", "nan", "inf", "all doubles", "denormal", "noise", "zigzag"],
)
def test_extreme_heights_are_drawn(y: np.ndarray) -> None:
    assert len(drawn(Curve("curve", X, y)).lines) == 12


def inked(picture: Plot, curve: int) -> int:
    """Cells of that curve in the area of the plot, without its legend sample."""
    return sum(
        not char.isspace() and char not in "─╌·"
        for row in picture.rows
        for run in row
        if run.curve == curve
        for char in run.text
    )


def test_a_single_sample_is_a_dot() -> None:
    assert inked(drawn(Curve("one", np.array([2.0]), np.array([5.0]))), 0) == 1


def test_a_constant_curve_runs_across_the_whole_plot() -> None:
    assert inked(drawn(Curve("constant", X, np.full_like(X, 2.0))), 0) > 35


def test_infinite_samples_are_left_out_of_the_line_and_of_the_range() -> None:
    probability = np.linspace(0.0, 1.0, 101)
    with np.errstate(divide="ignore"):
        picture = drawn(Curve("−log p", probability, -np.log(probability)))
    assert 4 < picture.y_range[1] < 5.5
    assert picture.x_range == (0, 1)


def test_a_range_that_is_asked_for_is_kept_and_clips() -> None:
    picture = plot([MSE], width=60, height=16, x_range=(0.1, 6.3), y_range=(-0.2, 3.9))
    assert picture.x_range == (0.1, 6.3)
    assert picture.y_range == (-0.2, 3.9)
    assert "┊" not in "".join(picture.lines)


def test_heights_outside_of_the_asked_x_range_do_not_count() -> None:
    assert plot([MSE], width=60, height=16, x_range=(2.0, 4.0)).y_range == (0, 1)


@pytest.mark.parametrize("asked", [(1.0, 1.0), (2.0, 1.0), (0.0, np.inf), (np.nan, 1.0)])
def test_a_range_that_is_not_increasing_or_finite_is_refused(asked: tuple[float, float]) -> None:
    with pytest.raises(QuizError, match="cannot show the range"):
        plot([MSE], width=60, height=16, y_range=asked)


@pytest.mark.parametrize(("width", "height"), [(23, 20), (80, 5), (0, 0)])
def test_a_size_without_room_is_refused(width: int, height: int) -> None:
    with pytest.raises(QuizError, match="no room") as refusal:
        plot([MSE], width=width, height=height)
    assert refusal.value.remedy == "Give it at least 24 columns and 6 rows."


@pytest.mark.parametrize(("width", "height"), itertools.product((36, 50, 78, 200), (8, 9, 20, 60)))
def test_labels_of_the_x_axis_keep_two_cells_between_them(width: int, height: int) -> None:
    for low, high in ((0, 1), (-1, 7), (-1e-5, 1e-5), (1e7, 3e7), (1000, 1000.5)):
        x = np.linspace(low, high, 9)
        lines = plot([Curve("", x, x)], width=width, height=height).lines
        cells = [number.strip() for number in lines[-1].split("  ") if number.strip()]
        assert len(cells) >= 2
        assert all(" " not in number for number in cells)
        assert lines[-2].count("┬") == len(cells)


def test_a_long_label_at_the_left_end_of_the_x_axis_stays_on_the_sheet() -> None:
    x = np.linspace(-1000.01, -1000.0, 9)
    lines = plot([Curve("", x, x)], width=50, height=6, y_range=(0, 9)).lines
    assert lines[-1].startswith("−1000.010  ")


def test_labels_of_the_y_axis_are_right_aligned() -> None:
    lines = plot([Curve("", X, 100 * R)], width=60, height=16).lines
    assert {line.index("┤") for line in lines if "┤" in line} == {len("−400 ")}
    assert all(line[: line.index("┤")].endswith(" ") for line in lines if "┤" in line)


def test_the_y_label_takes_the_place_of_no_tick() -> None:
    labelled = plot([MSE], width=60, height=16, y_label="loss").lines
    bare = plot([MSE], width=60, height=15).lines
    assert labelled[0].strip() == "loss"
    assert labelled[1:] == bare


def test_a_curve_without_a_name_has_no_legend() -> None:
    assert "──" not in "".join(plot([Curve("", X, R)], width=60, height=16).lines[:-2])


def test_without_a_free_place_the_legend_is_a_row_below_the_title() -> None:
    wild = Curve("wild", np.arange(400.0), np.where(np.arange(400) % 2, 1.0, 0.0))
    lines = plot([wild], width=60, height=12, title="Noise").lines
    assert lines[0].strip() == "Noise"
    assert lines[1].strip() == "── wild"


def test_a_low_plot_gives_up_its_labels_before_its_curves() -> None:
    lines = drawn(MSE, width=36, height=6).lines
    assert not any("prediction" in line for line in lines)
    assert sum("│" in line or "┤" in line for line in lines) >= 3


def test_marks_out_of_sight_are_left_out() -> None:
    marks = [Guide(9.0), Point(3.0, 99.0), Point(-5.0, 1.0), Guide(np.nan)]
    shown = plot([LINE], width=60, height=16, marks=marks).lines
    assert shown == plot([LINE], width=60, height=16).lines


def test_a_point_has_the_colour_of_its_curve() -> None:
    picture = plot([MSE, MAE], width=60, height=16, marks=[Point(5.0, 2.0, 1)])
    assert [run.curve for row in picture.rows for run in row if "●" in run.text] == [1]


def test_no_curves_make_empty_axes() -> None:
    picture = plot([], width=30, height=8)
    assert picture.x_range == picture.y_range == (0, 1)
    assert {run.curve for row in picture.rows for run in row} == {None}
