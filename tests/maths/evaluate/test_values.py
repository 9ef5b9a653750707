"""Values of expressions, checked against numbers worked out elsewhere."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import mpmath
import numpy as np
import pytest

from quiz_app.maths.evaluate import evaluate, evaluate_exactly
from quiz_app.maths.expression import parse

Numbers: TypeAlias = float | str | Sequence["Numbers"]
Given: TypeAlias = Mapping[str, Numbers]

SCALARS: list[tuple[str, Given, float]] = [
    ("1/3", {}, 1 / 3),
    ("1/2x", {"x": 6}, 3.0),
    ("-x^2", {"x": 3}, -9.0),
    ("2^-1", {}, 0.5),
    ("(-2)^3", {}, -8.0),
    ("0^0", {}, 1.0),
    ("50% of", {"of": 8}, 4.0),
    ("e + pi", {}, math.e + math.pi),
    ("e", {"e": 0.25}, 0.25),
    ("exp(1) - e", {}, 0.0),
    ("log(e^2)", {}, 2.0),
    ("log2(8) + log10(1000)", {}, 6.0),
    ("sqrt(2)^2", {}, 2.0),
    ("|x| sign(x)", {"x": -3}, -3.0),
    ("min(3, 1, 2) + max(3, 1, 2)", {}, 4.0),
    ("min(z) + max(z)", {"z": [3, 1, 2]}, 4.0),
    ("tanh(0.5)", {}, math.tanh(0.5)),
    ("cosh(0.5) - sinh(0.5)", {}, math.exp(-0.5)),
    ("relu(-1) + relu(2)", {}, 2.0),
    ("sigmoid(log(3))", {}, 0.75),
    ("sigmoid(-700)", {}, math.exp(-700)),
    ("logit(0.75)", {}, math.log(3)),
    ("softplus(0)", {}, math.log(2)),
    ("softplus(-700)", {}, math.exp(-700)),
    ("softplus(1e5)", {}, 1e5),
    ("sum(x)", {"x": [[1, 2], [3, 4]]}, 10.0),
    ("mean(x)", {"x": [[1, 2], [3, 4]]}, 2.5),
    ("norm(x)", {"x": [3, 4]}, 5.0),
    ("dot(x, y)", {"x": [1, 2], "y": [3, 4]}, 11.0),
    ("logsumexp(z)", {"z": [1000, 1000]}, 1000 + math.log(2)),
    ("logsumexp([0, -1e308])", {}, 0.0),
    ("softmax([0, log(3)])[1]", {}, 0.75),
    ("z[0] - z[2]", {"z": [5, 6, 8]}, -3.0),
    ("p[1, 0]", {"p": [[1, 2], [3, 4]]}, 3.0),
    ("[10, 20, 30][k]", {"k": 1}, 20.0),
    ("-log(p[y])", {"p": [0.25, 0.5, 0.25], "y": 1}, math.log(2)),
    ("sum(k^2, k, K)", {"K": 4}, 14.0),
    ("sum(sum(i*j, i, 3), j, 4)", {}, 18.0),
    ("sum(k, k, k)", {"k": 3}, 3.0),
    ("sum(k, k, 3) + k", {"k": 10}, 13.0),
    ("sum(1, k, 0)", {}, 0.0),
    ("1[x < 1] - 1[x >= 1]", {"x": 1}, -1.0),
    ("1[2 <= 2] + 1[2 == 2] + 1[2 > 2]", {}, 2.0),
    ("a if x < 1 else b if x < 2 else c", {"x": 1.5, "a": 1, "b": 2, "c": 3}, 2.0),
    # the convention of the cross-entropies
    ("0*log(0)", {}, 0.0),
    ("-sum(y[k]*log(p[k]), k, K)", {"y": [0, 1], "p": [0, 1], "K": 2}, 0.0),
    ("dot([0, 1], log([0, e]))", {}, 1.0),
    # an infinite value on the way to a finite one
    ("1/(1 + exp(-z))", {"z": -1000}, 0.0),
    ("exp(z)", {"z": -math.inf}, 0.0),
    ("max(0, log(0))", {}, 0.0),
]


@pytest.mark.parametrize(("text", "given", "value"), SCALARS)
def test_value_is(text: str, given: Given, value: float) -> None:
    result = evaluate(parse(text), given)
    assert isinstance(result, float)
    assert result == pytest.approx(value, rel=1e-14, abs=1e-15)


@pytest.mark.parametrize(("text", "given", "value"), SCALARS)
def test_value_to_many_digits_is(text: str, given: Given, value: float) -> None:
    assert float(evaluate_exactly(parse(text), given)) == pytest.approx(value, rel=1e-13, abs=1e-15)


ARRAYS: list[tuple[str, Given, Numbers]] = [
    ("(y - p)^2", {"y": [1, 2, 3], "p": [1, 0, 5]}, [0, 4, 4]),
    ("2x + 1", {"x": [[1, 2], [3, 4]]}, [[3, 5], [7, 9]]),
    ("y - mean(y)", {"y": [1, 2, 6]}, [-2, -1, 3]),
    ("r^2/2 if |r| <= d else d*(|r| - d/2)", {"r": [0.5, -3, 2], "d": 1}, [0.125, 2.5, 1.5]),
    ("max(0, 1 - y*s)", {"y": [1, -1], "s": [0.25, 0.5]}, [0.75, 1.5]),
    ("1[s < 1]", {"s": [0.5, 1, 2]}, [1, 0, 0]),
    ("softmax(z)", {"z": [[0, 0], [-math.inf, 5]]}, [[0.5, 0.5], [0, 1]]),
    ("logsumexp(z)", {"z": [[0, 0], [-math.inf, 5]]}, [math.log(2), 5]),
    ("p[k]", {"p": [10, 20, 30], "k": [2, 0]}, [30, 10]),
    ("p[0]", {"p": [[1, 2], [3, 4]]}, [1, 2]),
    ("p[[0, 1], [1, 0]]", {"p": [[1, 2], [3, 4]]}, [2, 3]),
    ("[[1, 2], [3, x]]", {"x": 5}, [[1, 2], [3, 5]]),
    ("sum(p[k], k, 2)", {"p": [[1, 2], [3, 4]]}, [4, 6]),
    # a case that is not chosen does not count
    ("log(x) if x > 0 else 0", {"x": [1, 0, -1]}, [0, 0, 0]),
    ("1/x if x > 0 else x", {"x": [0.5, 0]}, [2, 0]),
    ("0 if x < 9 else log(0 - 1)", {"x": [1, 2]}, [0, 0]),
]


@pytest.mark.parametrize(("text", "given", "value"), ARRAYS)
def test_values_are(text: str, given: Given, value: Numbers) -> None:
    result = evaluate(parse(text), given)
    assert isinstance(result, np.ndarray)
    assert result.dtype == np.float64
    np.testing.assert_allclose(result, np.array(value, dtype=np.float64), rtol=1e-14)


@pytest.mark.parametrize(("text", "given", "value"), ARRAYS)
def test_values_to_many_digits_are(text: str, given: Given, value: Numbers) -> None:
    result = np.asarray(evaluate_exactly(parse(text), given), dtype=np.float64)
    np.testing.assert_allclose(result, np.array(value, dtype=np.float64), rtol=1e-14)


FIFTY_DIGITS = [
    ("1/3", "0.33333333333333333333333333333333333333333333333333"),
    ("0.1 + 0.2", "0.3"),
    ("log(2)", "0.69314718055994530941723212145817656807550013436026"),
    ("exp(1)", "2.7182818284590452353602874713526624977572470937000"),
    ("pi", "3.1415926535897932384626433832795028841971693993751"),
    ("sqrt(2)", "1.4142135623730950488016887242096980785696718753769"),
    ("2^0.5", "1.4142135623730950488016887242096980785696718753769"),
    ("tanh(1)", "0.76159415595576488811945828260479359041276859725794"),
    ("sigmoid(-200)", "1.3838965267367375306486814569790846854030475823395e-87"),
    ("softplus(-200)", "1.3838965267367375306486814569790846854030475823395e-87"),
    ("log10(2)", "0.30102999566398119521373889472449302676818988146211"),
]


@pytest.mark.parametrize(("text", "digits"), FIFTY_DIGITS)
def test_fifty_digits_are_right(text: str, digits: str) -> None:
    with mpmath.workdps(70):
        expected = mpmath.mpf(digits)
        assert abs(evaluate_exactly(parse(text)) - expected) < abs(expected) * mpmath.mpf("1e-48")


def test_given_decimals_may_be_text_and_are_exact() -> None:
    tree = parse("x[0] + x[1] - 0.3")
    assert evaluate_exactly(tree, {"x": ["0.1", "0.2"]}) == pytest.approx(0, abs=1e-55)


def test_functions_receive_evaluated_arguments_and_options() -> None:
    received: list[object] = []

    def loss(*arguments: object, **options: object) -> float:
        received.extend([*arguments, options])
        return 2.5

    tree = parse("2 loss(y - 1, 3, delta=d/2, reduction=sum, from_logits=true)")
    assert evaluate(tree, {"y": [1, 2], "d": 1}, {"loss": loss}) == 5.0
    np.testing.assert_array_equal(np.asarray(received[0]), [0, 1])
    assert received[1:] == [3.0, {"delta": 0.5, "reduction": "sum", "from_logits": True}]


def test_a_function_may_give_an_array() -> None:
    result = evaluate(parse("f(x)[1]"), {"x": 3}, {"f": lambda x: np.array([x, 2 * x])})
    assert result == 6.0


def test_a_result_does_not_share_memory_with_what_was_given() -> None:
    given = np.array([1.0, 2.0])
    result = evaluate(parse("x"), {"x": given})
    assert isinstance(result, np.ndarray)
    assert not np.shares_memory(result, given)
