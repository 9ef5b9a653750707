"""What is typed is shown as it is read, at every key."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.grading.preview import preview
from quiz_app.maths.layout import ASCII, UNICODE, cell_width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("  ", ()),
        ("0.5", ("0.5",)),
        ("-3", ("−3",)),
        ("1/4", ("¼ = 0.25",)),
        ("0.5^2 + 1", ("0.5² + 1 = 1.25",)),
        ("-ln(0.7)", ("−ln 0.7 = 0.356675",)),
        ("-log(0.7)", ("−log 0.7 = 0.356675",)),
        ("3 * 1/2", (" 3 × 1", "╶─────╴ = 1.5", "   2")),
        ("3/7", (" 3           ", "╶─╴ = 0.428571", " 7           ")),
        ("[1, 2]", ("[1, 2]",)),
    ],
)
def test_a_number_is_shown_as_it_is_read_with_its_value(text: str, lines: tuple[str, ...]) -> None:
    shown = preview(text, 40, UNICODE)
    assert tuple(line.rstrip() for line in shown) == tuple(line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("-", ()),
        ("(", ()),
        ("ln(", ()),
        ("0.25 +", ("0.25",)),
        ("2 (0.25 + 0.5", ("2 (0.25 + 0.5) = 1.5",)),
        ("2 * (1 + ", ("2 × 1 = 2",)),
        ("-ln(0.7", ("−ln 0.7 = 0.356675",)),
        ("|1 - 3", ("|1 − 3| = 2",)),
        ("2^", ("2",)),
    ],
)
def test_half_a_number_is_shown_as_far_as_it_goes(typed: str, lines: tuple[str, ...]) -> None:
    assert preview(typed, 40, UNICODE) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("x", ("? 'x' is not a name known here.",)),
        ("9**9**9", ("? An exponent is too large.",)),
        ("ln(0)", ("ln 0", "? The logarithm of zero is infinite.")),
        ("(" * 10_000, ("? This has 10000 characters.",)),
    ],
)
def test_what_cannot_be_read_or_computed_is_said(text: str, lines: tuple[str, ...]) -> None:
    assert preview(text, 40, UNICODE) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1, 2", ("[1, 2]",)),
        ("1/4, 2^3", ("[¼, 2³] = [0.25, 8]",)),
        ("0.5; 0.", ("[0.5, 0]",)),
        ("1, 2; 3,", ("[[1, 2], [3]]",)),
    ],
)
def test_several_numbers_are_shown_as_a_list(text: str, lines: tuple[str, ...]) -> None:
    assert preview(text, 40, UNICODE, (2,)) == lines


def test_ascii_is_kept_to_where_it_is_asked_for() -> None:
    for text in ("1/3 - 1", "1e9 * 1e9", "-ln(0.7)", "sqrt(2)/3", "1/0", "2e-7 * 1"):
        assert preview(text, 40, UNICODE)
        assert "\n".join(preview(text, 40, ASCII)).isascii()


@pytest.mark.parametrize("width", [20, 34, 78])
def test_a_long_sum_is_broken_into_the_width(width: int) -> None:
    shown = preview("+".join(["0.25"] * 40), width, UNICODE)
    assert max(map(cell_width, shown)) <= width
    assert shown[-1] == "= 10"


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 999).map(str), min_size=1, max_size=30),
    st.lists(st.sampled_from("+-"), min_size=30, max_size=30),
    st.integers(20, 80),
)
def test_no_sum_is_wider_than_the_room(numbers: list[str], signs: list[str], width: int) -> None:
    text = numbers[0] + "".join(map(str.__add__, signs, numbers[1:]))
    assert max(map(cell_width, preview(text, width, UNICODE))) <= width


@settings(deadline=None)
@given(st.text("0123456789.+-*/^()[]|%e, lnsqrt√½²", max_size=30), st.integers(20, 80))
def test_no_typed_text_is_an_exception(text: str, width: int) -> None:
    for glyphs in (UNICODE, ASCII):
        assert all("\n" not in line for line in preview(text, width, glyphs))


@settings(deadline=None)
@given(st.text("xyz ", min_size=1).filter(str.strip), st.integers(20, 80))
def test_no_objection_is_wider_than_the_room(text: str, width: int) -> None:
    shown = preview(text, width, UNICODE)
    assert shown[0].startswith("? ")
    assert max(map(cell_width, shown)) <= width
