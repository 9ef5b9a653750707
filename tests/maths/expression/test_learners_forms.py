"""What learners type is read as they mean it, and shown back as they typed it."""

from __future__ import annotations

import pytest

from quiz_app.grading.echo import in_a_box, in_one_line
from quiz_app.maths.expression import ExpressionError, parse, write
from quiz_app.maths.layout import UNICODE

NAMES = {"x", "y", "z", "p", "yhat", "lambda", "p_1"}

TYPED = [
    # typed, read as, shown in a line
    ("x²", "x^2", "x²"),
    ("2e-3x", "2e-3*x", "2×10⁻³ x"),
    ("x×y", "x*y", "x y"),
    ("ŷ-y", "yhat - y", "ŷ − y"),
    ("1/2x", "1/2*x", "½ x"),
    ("λ", "lambda", "λ"),
    ("log2(x)", "log2(x)", "log₂ x"),
    ("|p-y|/(p-y)", "abs(p - y)/(p - y)", "|p − y|/(p − y)"),
    ("ln x", "log(x)", "ln x"),
    ("log x", "log(x)", "log x"),
    ("ln x - log2 y", "log(x) - log2(y)", "ln x − log₂ y"),
    ("σ(z)", "sigmoid(z)", "σ(z)"),
    ("p_1", "p_1", "p₁"),
    ("-1[yz<1]y", "-1[y*z < 1]*y", "−1[y z < 1] y"),
    ("e^-z", "e^-z", "e⁻ᶻ"),
    ("x y/2", "x*y/2", "x y/2"),
    ("(p-y)*2", "(p - y)*2", "(p − y) × 2"),
    ("-y+p", "-y + p", "−y + p"),
    ("y*p*x", "y*p*x", "y p x"),
    ("x/2y", "x/2*y", "(x/2) y"),
]


@pytest.mark.parametrize(("typed", "read", "shown"), TYPED)
def test_it_is_read_as_meant_and_shown_as_typed(typed: str, read: str, shown: str) -> None:
    tree = parse(typed, names=NAMES)
    assert write(tree) == read
    assert in_one_line(typed, tree) == shown


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("x y/2", [" x y", "╶───╴", "  2"]),
        ("y*1/2", [" y × 1", "╶─────╴", "   2"]),
        ("1/2x", ["½ x"]),
        ("2 sum(x)/p", [" 2 Σ x", "╶─────╴", "   p"]),
        ("ln(x) y", ["ln(x) y"]),
    ],
)
def test_a_box_keeps_the_order_too(typed: str, rows: list[str]) -> None:
    box = in_a_box(typed, parse(typed, names=NAMES), 40, UNICODE)
    assert [line.rstrip() for line in box.lines] == rows


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0,5", "Is this the decimal 0.5, or two values 0 and 5? Write 0.5 or [0, 5]."),
        ("sigmod(z)", "'sigmod' is not a name known here. Perhaps sigmoid is meant."),
        ("lamda x", "'lamda' is not a name known here. Perhaps lambda is meant."),
    ],
)
def test_what_is_not_clear_is_asked_about(typed: str, said: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(typed, names=NAMES)
    assert str(caught.value) == said


LISTS = [
    ("1, 2", "[1, 2]"),
    ("(1, 2)", "[1, 2]"),
    ("1; 2", "[1, 2]"),
    ("1, 2; 3, 4", "[[1, 2], [3, 4]]"),
    ("[1, 2], [3, 4]", "[[1, 2], [3, 4]]"),
    ("1,5", "[1, 5]"),
    ("2(1 + 3), max(1, 2)", "[2*(1 + 3), max(1, 2)]"),
    ("0.5", "0.5"),
]


@pytest.mark.parametrize(("typed", "read"), LISTS)
def test_where_several_values_are_wanted_no_brackets_are_needed(typed: str, read: str) -> None:
    assert write(parse(typed, names=(), listed=True)) == read


@pytest.mark.parametrize("typed", ["ln(1; 2)", "[1; 2]", "1;", "1,", "1 < 2, 3", "max(1; 2)"])
def test_a_list_that_is_not_clear_is_refused(typed: str) -> None:
    with pytest.raises(ExpressionError):
        parse(typed, names=(), listed=True)
