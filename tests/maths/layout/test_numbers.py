"""Numbers as a person reads them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.maths.layout import ASCII, UNICODE, number_text
from quiz_app.maths.layout.numbers import decimal_text


@pytest.mark.parametrize(
    ("number", "unicode", "ascii_text"),
    [
        (0.2875, "0.2875", "0.2875"),
        (0.144621527543287, "0.1446", "0.1446"),
        (2 / 3, "0.6667", "0.6667"),
        (0.1 + 0.2, "0.3", "0.3"),
        (3.0, "3", "3"),
        (-2.5, "−2.5", "-2.5"),
        (-0.0, "0", "0"),
        (100.0, "100", "100"),
        (99.996, "100", "100"),
        (12345.678, "12346", "12346"),
        (1234567.0, "1234567", "1234567"),
        (9999999.7, "1×10⁷", "1e7"),
        (123456789.123, "1.235×10⁸", "1.235e8"),
        (1e20, "1×10²⁰", "1e20"),
        (0.00012345, "0.0001234", "0.0001234"),
        (9.9999e-5, "0.0001", "0.0001"),
        (1.2e-7, "1.2×10⁻⁷", "1.2e-7"),
        (-1.2e-7, "−1.2×10⁻⁷", "-1.2e-7"),
        (math.inf, "∞", "inf"),
        (-math.inf, "−∞", "-inf"),
        (math.nan, "undefined", "undefined"),
    ],
)
def test_a_number_is_written_shortly(number: float, unicode: str, ascii_text: str) -> None:
    assert number_text(number) == unicode
    assert number_text(number, glyphs=ASCII) == ascii_text


def test_the_number_of_digits_can_be_chosen() -> None:
    assert number_text(math.pi, 3) == "3.14"
    assert number_text(math.pi, 8) == "3.1415927"
    assert number_text(1.6e-9, 1) == "2×10⁻⁹"


@settings(deadline=None)
@given(st.floats(-1e300, 1e300), st.integers(1, 15))
def test_what_is_written_is_the_number_to_that_many_digits(number: float, digits: int) -> None:
    written = float(number_text(number, digits, ASCII))
    assert written == pytest.approx(number, rel=0.51 * 10.0 ** (1 - digits))


@pytest.mark.parametrize(
    ("written", "drawn"),
    [("0.50", "0.50"), ("2e-3", "2×10⁻³"), ("2E+03", "2×10³"), ("2e0", "2×10⁰"), (".5", ".5")],
)
def test_a_decimal_keeps_the_digits_it_was_written_with(written: str, drawn: str) -> None:
    assert decimal_text(written, UNICODE) == drawn
