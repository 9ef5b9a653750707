"""Ranges hold every value, and are tight where the proofs need them to be."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.formulas.properties.ranges import EVERYTHING, Range, range_of
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression import parse
from quiz_app.maths.expression.tree import Name

ENDS = st.floats(-20, 20)
TEXTS = (
    "x*y - x/y",
    "x^2 - 3*y^3",
    "|x|/(1 + |y|)",
    "sigmoid(x)*(1 - sigmoid(x))",
    "softplus(x) - x*y",
    "exp(-x^2) + tanh(y)",
    "max(0, 1 - x*y) + min(x, y)",
    "log(1 + x^2)",
    "cosh(x/4) - sinh(y/4)",
    "sqrt(|x|) + relu(y) + sign(x)",
    "x^2/2 if |x| <= 2 else 2*(|x| - 1)",
    "x if x > y else y",
    "1[x < y] - 2^-2",
)


@given(st.sampled_from(TEXTS), ENDS, ENDS, ENDS, ENDS, st.data())
def test_no_value_is_outside_the_range(
    text: str, a: float, b: float, c: float, d: float, data: st.DataObject
) -> None:
    of_x, of_y = Range(min(a, b), max(a, b)), Range(min(c, d), max(c, d))
    values = {"x": data.draw(st.floats(*of_x)), "y": data.draw(st.floats(*of_y))}
    tree = parse(text)
    low, high = range_of(tree, {Name("x"): of_x, Name("y"): of_y})
    value = evaluate(tree, values, strict=False)
    assert not value < low - 1e-9 * (1 + abs(low))
    assert not value > high + 1e-9 * (1 + abs(high))


@pytest.mark.parametrize(
    ("text", "of_x", "expected"),
    [
        ("x^2", (-3, 2), (0, 9)),
        ("x^3", (-3, 2), (-27, 8)),
        ("x*x", (-3, 2), (0, 9)),
        ("1/x", (0, 2), (0.5, inf)),
        ("1/x", (-1, 2), EVERYTHING),
        ("x*log(x)", (0, 1), (-inf, 0)),
        ("sigmoid(x)*(1 - sigmoid(x))", (-inf, inf), (0, 0.25)),
        ("softmax(z)[k]", (-inf, inf), (0, 1)),
        ("sum(x^2, k, K)", (-inf, inf), (0, inf)),
        ("exp(x) - exp(x)", (1000, 2000), EVERYTHING),
        ("|x| - 1 if |x| > 1 else 0", (-inf, inf), (0, inf)),
        ("unheard_of", (0, 1), EVERYTHING),
    ],
)
def test_ranges(text: str, of_x: tuple[float, float], expected: tuple[float, float]) -> None:
    assert range_of(parse(text), {Name("x"): Range(*of_x)}) == expected
