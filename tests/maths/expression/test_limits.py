"""Mathematics that is too large to be worth computing is refused before it is computed."""

from __future__ import annotations

import pytest

from quiz_app.maths.expression import ExpressionError, complete, parse
from quiz_app.maths.expression.limits import DEPTH, LENGTH, TYPED, constant_size

TOO_LONG = ["x" * (LENGTH + 1), "(" * 10_000, "9" * 1_000_000, "\x1b" * 1_000_000]


@pytest.mark.parametrize("text", TOO_LONG, ids=lambda text: f"{text[0]!r} × {len(text)}")
def test_a_text_that_is_too_long_is_refused_unread(text: str) -> None:
    with pytest.raises(ExpressionError, match=f"This has {len(text)} characters"):
        parse(text)


TOO_DEEP = [
    "(" * 1900,
    "[" * 1900,
    "|" * 1900,
    "-" * 1900 + "x",
    "+" * 1900 + "x",
    "x^" * 990 + "x",
    "2^-" * 600 + "x",
    "1[1<" * 400,
    "log(" * 400,
    "ln " * 600 + "x",
    "√" * 1900 + "x",
    "a if b<c else " * 140 + "a",
    "f(" * 900,
    "x[" * 900,
    "+".join("x" * 900),
    "*".join("x" * 900),
    "x " * 900,
    "x" + "² " * 900,
    "x" + "[0]" * 600,
]


@pytest.mark.parametrize("text", TOO_DEEP, ids=lambda text: f"{text[:8]}…{len(text)}")
def test_a_text_that_is_too_deep_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError, match=f"More than {DEPTH} operations"):
        parse(text)


def test_as_many_levels_as_allowed_are_read() -> None:
    brackets = "(" * (DEPTH - 1) + "x" + ")" * (DEPTH - 1)
    signs = "-" * (DEPTH - 1) + "x"
    terms = "+".join("x" * DEPTH)
    assert all(parse(text) for text in (brackets, signs, terms))


def test_a_tree_of_too_many_parts_is_refused() -> None:
    with pytest.raises(ExpressionError, match="more than 500 parts"):
        parse("[" + ",".join("1" * 501) + "]")


def test_an_endless_run_of_known_letters_is_not_taken_apart() -> None:
    with pytest.raises(ExpressionError, match="not a name known here"):
        parse("yp" * 240, names={"y", "p"})


def test_of_what_a_learner_types_fewer_characters_are_read() -> None:
    assert parse(" " * TYPED + "1")
    with pytest.raises(ExpressionError, match=f"Write at most {TYPED}"):
        parse(" " * TYPED + "1", names=())


MUCH_WORK = [
    "sum(k, k, 1e9)",
    "sum(1, k, 10^400)",
    "sum(sum(k, k, 100), j, 100)",
    "sum(sum(k, k, j), j, 400)",
    "sum(sum(k, k, 2*j), j, 400)",
    "sum(k^k, k, 900)",
    "1 + 0*max(1, [sum(k, k, 2000)])",
]


@pytest.mark.parametrize("text", MUCH_WORK)
def test_a_learners_sum_of_too_many_terms_is_refused_unsummed(text: str) -> None:
    with pytest.raises(ExpressionError, match="too many steps"):
        parse(text, names=())
    assert parse(text)


@pytest.mark.parametrize("text", ["sum(k^2, k, 100)", "sum(sum(k, k, j), j, 15)", "sum(k, k, n)"])
def test_a_short_sum_is_read(text: str) -> None:
    assert parse(text, names={"n"})


TOO_LARGE = [
    ("9**9**9**9", 4),
    ("9^9^9", 1),
    ("2**exp(exp(exp(99)))", 7),
    ("x^1001", 1),
    ("x^-1001", 1),
    ("x^(10*(50+51))", 1),
    ("x^e^e^e", 1),
    ("exp(1001)", 0),
    ("exp(exp(exp(99)))", 4),
    ("cosh(9^9)", 0),
    ("sinh(-2000)", 0),
    ("2^max(1, 5000)", 1),
    ("2^(1 if 1<2 else 9999)", 1),
    ("2^[1, 9999][k]", 1),
    ("2^sum(1000, k, 1000)", 1),
    ("2^(1/0)", 1),
    ("2^(3/(1-1))", 1),
    ("((9^900)^900)^900", 8),
    ("(10^400)^2", 8),
    ("1e1001", 0),
    ("1e-1001", 0),
    ("1e999999999999", 0),
    ("2^1e3000", 2),
    ("x²⁰⁰⁰", 1),
]


@pytest.mark.parametrize(("text", "offset"), TOO_LARGE)
def test_a_power_that_is_too_large_is_refused(text: str, offset: int) -> None:
    with pytest.raises(ExpressionError, match="too large") as caught:
        parse(text)
    assert caught.value.offset == offset


FINE = ["x^1000", "x^-1000", "2^3^2", "10^400", "1e1000", "e^-700", "x^y^z", "exp(-z^2)", "9^(1/3)"]


@pytest.mark.parametrize("text", FINE)
def test_a_reasonable_power_is_read(text: str) -> None:
    assert parse(text)


SIZES = [
    ("2 + 3*4", 14.0),
    ("-2^3", -8.0),
    ("1/4", 0.25),
    ("10^400", float("inf")),
    ("1/0", float("inf")),
    ("log(0 - 1)", None),
    ("(-8)^(1/3)", None),
    ("x + 1", None),
    ("max(2, -7)", 7.0),
    ("1[1 < 2]", 1.0),
]


@pytest.mark.parametrize(("text", "size"), SIZES)
def test_the_size_of_constants_saturates(text: str, size: float | None) -> None:
    assert constant_size(parse(text)) == size


@pytest.mark.parametrize("text", [*TOO_LONG, *TOO_DEEP], ids=lambda text: f"{text[:8]}…{len(text)}")
def test_completing_a_hostile_text_makes_it_no_longer(text: str) -> None:
    assert len(complete(text)) <= len(text) + DEPTH
