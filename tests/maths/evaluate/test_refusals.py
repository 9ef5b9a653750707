"""Expressions without a value, and what is said about them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
import pytest

from quiz_app.maths.evaluate import EvaluationError, evaluate, evaluate_exactly
from quiz_app.maths.expression import Call, Conditional, Name, Number, Tree, parse

Numbers: TypeAlias = float | str | Sequence["Numbers"]
Given: TypeAlias = Mapping[str, Numbers]
Evaluate = Callable[[Tree, Given], object]

BOTH = pytest.mark.parametrize("compute", [evaluate, evaluate_exactly])

WITHOUT_VALUE: list[tuple[str, Given, str]] = [
    ("1/0", {}, "A division by zero"),
    ("0/0", {}, "A division by zero"),
    ("1/(1/0)", {}, "A division by zero"),
    ("0^-1", {}, "A division by zero"),
    ("1/x", {"x": [1, 0]}, "A division by zero"),
    ("log(-0.3)", {}, r"The logarithm of a negative number \(−0.3\) has no value here"),
    ("log2(-8)", {}, "The logarithm of a negative number"),
    ("log(x)", {"x": [1, -2]}, r"\(−2\)"),
    ("sqrt(-4)", {}, r"The square root of a negative number \(−4\)"),
    ("(-8)^(1/3)", {}, r"A negative number \(−8\) to a fractional power"),
    ("logit(1.5)", {}, "The logit of 1.5"),
    ("max(1, log(-1))", {}, "The logarithm of a negative number"),
    ("max([1, log(-1)])", {}, "The logarithm of a negative number"),
    ("log(-1)^0", {}, "The logarithm of a negative number"),
    ("1[log(-1) < 0]", {}, "The logarithm of a negative number"),
    ("0*log(-1)", {}, "The logarithm of a negative number"),
    ("0*log(0) + sqrt(-1)", {}, "The square root of a negative number"),
    ("log(x) if x > 0 else sqrt(x)", {"x": [2, -1]}, "The square root of a negative number"),
    ("log(0)", {}, "The logarithm of zero is infinite"),
    ("log(0) - log(0)", {}, "Infinite values meet"),
    ("softmax([log(0), log(0)])", {}, "Infinite values meet"),
    ("sum(x)", {"x": [math.inf, -math.inf]}, "Infinite values meet"),
    ("2x", {"x": math.inf}, "The value of x is infinite"),
    ("2x", {"x": math.nan}, "The value of x is not made of numbers"),
    ("0 if x < 1 else 1", {"x": math.nan}, "The value of x is not made of numbers"),
    ("x", {"x": "two"}, "The value of x is not made of numbers"),
    ("x", {"x": []}, "The array x is empty"),
    ("x + q", {"x": 1}, "q has no value here"),
    ("huber(1, 2)", {}, "huber of 2 arguments cannot be computed"),
    ("x < 1", {"x": 0}, "A comparison is not a number"),
    ("a - b", {"a": [1, 2], "b": [[1], [2]]}, r"shapes \(2,\) and \(2, 1\) do not fit"),
    ("a - b", {"a": [1, 2], "b": [1, 2, 3]}, "do not fit"),
    ("a - b", {"a": [1, 2], "b": [1]}, "do not fit"),
    ("a if x < 1 else 0", {"a": [1, 2, 3], "x": [0, 1]}, "do not fit"),
    ("[[1, 2], [3]]", {}, "do not fit"),
    ("softmax(1)", {}, "softmax needs several numbers"),
    ("z[3]", {"z": [1, 2, 3]}, "There is no entry 3 among 3"),
    ("z[-1]", {"z": [1, 2, 3]}, "There is no entry −1 among 3"),
    ("z[0.5]", {"z": [1, 2, 3]}, "There is no entry 0.5 among 3"),
    ("z[0, 0]", {"z": [1, 2, 3]}, "cannot take 2 indices"),
    ("x[0]", {"x": 1}, "cannot take 1 indices"),
    ("sum(k, k, 2.5)", {}, "cannot have 2.5 terms"),
    ("sum(k, k, -1)", {}, "cannot have −1 terms"),
    ("sum(k, k, K)", {}, "K has no value"),
    ("sum(k, k, [1, 2])", {}, "one number of terms"),
]


@BOTH
@pytest.mark.parametrize(("text", "given", "said"), WITHOUT_VALUE)
def test_an_expression_without_a_value_is_refused(
    compute: Evaluate, text: str, given: Given, said: str
) -> None:
    with pytest.raises(EvaluationError, match=said):
        compute(parse(text), given)


@pytest.mark.parametrize("text", ["exp(1000)", "10^400", "1e400", "cosh(800)", "-exp(1000)"])
def test_a_value_beyond_float64_is_refused(text: str) -> None:
    with pytest.raises(EvaluationError, match="The result is too large"):
        evaluate(parse(text))


def test_an_option_of_a_built_in_function_is_refused() -> None:
    tree = Call("log", (Number("8"),), (("base", Number("2")),))
    with pytest.raises(EvaluationError, match="log of 1 argument cannot be computed"):
        evaluate(tree)


def test_a_tree_with_the_wrong_number_of_arguments_is_refused() -> None:
    with pytest.raises(EvaluationError, match="dot of 1 argument cannot be computed"):
        evaluate(Call("dot", (Number("1"),)))


def test_a_condition_that_compares_nothing_is_refused() -> None:
    tree = Conditional(Number("1"), Name("x"), Number("2"))
    with pytest.raises(EvaluationError, match="must compare two terms"):
        evaluate(tree, {"x": 1})


NOT_STRICT: list[tuple[str, Given, Numbers]] = [
    ("1/x", {"x": [1, 0]}, [1, math.inf]),
    ("log(x)", {"x": [1, 0, -1]}, [0, -math.inf, math.nan]),
    ("0/x", {"x": [1, 0]}, [0, math.nan]),
    ("0*log(x)", {"x": [1, 0]}, [0, 0]),
    ("x^0", {"x": [1, math.nan]}, [1, math.nan]),
    ("1 if x < 0 else 2", {"x": [1, math.nan]}, [2, math.nan]),
]


@pytest.mark.parametrize(("text", "given", "value"), NOT_STRICT)
def test_without_strictness_what_is_not_finite_stays(
    text: str, given: Given, value: Numbers
) -> None:
    np.testing.assert_array_equal(evaluate(parse(text), given, strict=False), value)


def test_without_strictness_a_missing_value_is_still_an_error() -> None:
    with pytest.raises(EvaluationError, match="q has no value"):
        evaluate(parse("q"), strict=False)


def test_a_function_is_not_called_with_what_has_no_value() -> None:
    with pytest.raises(EvaluationError, match="A division by zero"):
        evaluate(parse("f(1/0)"), {}, {"f": lambda x: 1.0})


def test_an_infinite_result_of_a_function_is_refused_by_its_name() -> None:
    with pytest.raises(EvaluationError, match="The value of f is infinite"):
        evaluate(parse("f(1)"), {}, {"f": lambda x: math.inf})


HOSTILE: list[tuple[str, Given]] = [
    ("exp(exp(exp(x)))", {"x": 99}),
    ("x^exp(exp(x))", {"x": 99}),
    ("cosh(exp(exp(x)))", {"x": 99}),
    ("sinh(exp(exp(x)))", {"x": 99}),
    ("(x^1000)^(x^1000)", {"x": 1000}),
    ("(((x^1000)^1000)^1000)^x", {"x": 1e300}),
    ("x^x^x^x", {"x": 99}),
    ("log(0 - exp(exp(x)))", {"x": 99}),
    ("z[exp(exp(exp(x)))]", {"x": 99, "z": [1]}),
    ("sum(1, k, 1e300)", {}),
    ("sum(1, k, exp(exp(exp(x))))", {"x": 99}),
    ("sum(sum(sum(1, i, 1000), j, 1000), k, 1000)", {}),
    ("sum(exp(exp(exp(k))), k, 1000)", {}),
]


@BOTH
@pytest.mark.parametrize(("text", "given"), HOSTILE)
def test_a_hostile_expression_comes_to_an_end(compute: Evaluate, text: str, given: Given) -> None:
    with pytest.raises(EvaluationError):
        compute(parse(text), given)


TAMED: list[tuple[str, float]] = [
    ("tanh(exp(exp(exp(x))))", 1.0),
    ("sigmoid(-exp(exp(exp(x))))", 0.0),
    ("exp(-exp(exp(exp(x))))", 0.0),
    ("softplus(-exp(exp(exp(x))))", 0.0),
    ("1^exp(exp(x))", 1.0),
    ("0.5^exp(exp(x))", 0.0),
    ("sign(exp(exp(exp(x))))", 1.0),
]


@BOTH
@pytest.mark.parametrize(("text", "value"), TAMED)
def test_what_tends_to_a_limit_takes_it(compute: Evaluate, text: str, value: float) -> None:
    assert compute(parse(text), {"x": 99}) == value
