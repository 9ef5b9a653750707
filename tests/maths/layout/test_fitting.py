"""Formulas wider than the screen are broken where a break exists."""

from __future__ import annotations

import pytest

from quiz_app.maths.expression import Compare, Tree, parse
from quiz_app.maths.layout import ASCII, UNICODE, Box, Glyphs, fit, layout

LOSS = parse("-(1/n*sum(y[i]*log(p[i]) + (1 - y[i])*log(1 - p[i]), i, n))")
CROSS_ENTROPY = Compare("==", parse("BCE"), LOSS)
TERMS = parse("a*b + c*d + e*f - g*h + i*j - k*l")


def seen(box: Box) -> list[str]:
    return [line.rstrip() for line in box.lines]


def test_a_formula_with_room_is_not_broken() -> None:
    assert fit(CROSS_ENTROPY, 50) == layout(CROSS_ENTROPY)


def test_a_sum_is_broken_before_its_signs() -> None:
    assert seen(fit(TERMS, 20)) == ["a b + c d + e f", "− g h + i j − k l"]


def test_the_rows_of_an_equation_start_behind_its_sign() -> None:
    box = fit(Compare("==", parse("ell"), TERMS), 24)
    assert seen(box) == ["ℓ = a b + c d + e f", "    − g h + i j − k l"]
    assert box.baseline == 0


def test_a_chain_of_equations_is_aligned_at_its_signs() -> None:
    chain = Compare("==", Compare("==", parse("ell"), parse("x*y*z")), parse("u*v*w"))
    assert seen(fit(chain, 10)) == ["ℓ = x y z", "  = u v w"]


def test_the_left_side_gets_a_row_of_its_own_where_that_is_enough() -> None:
    tree = Compare("==", parse("accuracy"), parse("huber(y_true, y_pred)"))
    assert seen(fit(tree, 25)) == ["accuracy", "= huber(y_true, y_pred)"]


def test_a_sum_in_brackets_is_broken_where_nothing_outside_is_enough() -> None:
    assert seen(fit(CROSS_ENTROPY, 36)) == [
        "BCE",
        "     1   n",
        "= − ╶─╴  Σ  ⎡yᵢ log pᵢ             ⎤",
        "     n  i=1 ⎣+ (1 − yᵢ) log(1 − pᵢ)⎦",
    ]


def test_numerator_and_denominator_are_broken_together() -> None:
    tree = parse("(a*b + c*d + e*f)/(g*h + i*j + k*l)")
    assert layout(tree).width > 14
    assert fit(tree, 14).width <= 14


def test_tall_rows_are_kept_apart() -> None:
    box = fit(parse("a/b + c/d"), 6)
    assert seen(box) == [" a", "╶─╴", " b", "", "   c", "+ ╶─╴", "   d"]


def test_a_formula_without_a_break_keeps_its_width() -> None:
    tree = parse("huber(y_true, y_pred)")
    assert fit(tree, 10) == layout(tree)


def test_a_formula_too_wide_in_any_case_is_not_broken_inside() -> None:
    tree = parse("mean_squared_error(y_true, (1 + y_pred)*x)")
    assert fit(tree, 20) == layout(tree)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize(
    "tree",
    [
        parse("/".join(["1"] + ["(1 + x"] * 20) + ")" * 20),
        parse("[" + ", ".join(["(a + b)/c"] * 80) + "]"),
        parse("exp(" * 24 + "1 + x" + ")" * 24),
        parse("-(" * 24 + "1 + x" + ")" * 24),
    ],
    ids=["continued fraction", "long vector", "nested exponentials", "nested signs"],
)
def test_the_largest_trees_that_are_read_are_set_as_well(tree: Tree, glyphs: Glyphs) -> None:
    # Each would take hours if a part were set again for every bracket around it.
    assert fit(tree, 36, glyphs).width <= layout(tree, glyphs).width
