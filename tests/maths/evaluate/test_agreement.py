"""float64 and many digits give the same values."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz_app.maths.evaluate import EvaluationError, evaluate, evaluate_exactly
from quiz_app.maths.expression import (
    Binary,
    Call,
    Compare,
    Conditional,
    Name,
    Negative,
    Number,
    Operator,
    Relation,
    Tree,
    walk,
)

# Rounding is bounded only while no step divides by, or takes the logarithm of, what may be near
# zero, and while nothing is decided by a computed value; the trees are made so.
FUNCTIONS = ["exp", "sigmoid", "softplus", "tanh", "cosh", "sinh", "relu", "abs"]
OPERATORS: list[Operator] = ["+", "-", "*"]
RELATIONS: list[Relation] = ["<", "<=", ">", ">=", "=="]
QUARTERS = st.integers(-12, 12).map(lambda n: n / 4)

LEAVES: st.SearchStrategy[Tree] = st.one_of(
    st.sampled_from(["0", "0.25", "0.5", "1", "3"]).map(Number),
    st.sampled_from(["x", "y"]).map(Name),
)


def positive(tree: Tree) -> Tree:
    return Binary("+", Number("1"), Binary("^", tree, Number("2")))


def branches(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    safe = trees.map(positive)
    return st.one_of(
        st.builds(Negative, trees),
        st.builds(Binary, st.sampled_from(OPERATORS), trees, trees),
        st.builds(Binary, st.just("/"), trees, safe),
        st.builds(Binary, st.just("^"), safe, st.sampled_from([Number("0.5"), Name("x")])),
        st.builds(lambda f, t: Call(f, (t,)), st.sampled_from(FUNCTIONS), trees),
        st.builds(
            lambda f, t: Call(f, (t,)), st.sampled_from(["log", "log2", "log10", "sqrt"]), safe
        ),
        st.builds(lambda f, a, b: Call(f, (a, b)), st.sampled_from(["min", "max"]), trees, trees),
        st.builds(
            Conditional,
            trees,
            st.builds(Compare, st.sampled_from(RELATIONS), LEAVES, LEAVES),
            trees,
        ),
    )


TREES = st.recursive(LEAVES, branches, max_leaves=10)
LARGEST = 1000.0


@settings(deadline=None)
@given(TREES, QUARTERS, QUARTERS)
def test_float64_agrees_with_fifty_digits(tree: Tree, x: float, y: float) -> None:
    values = {"x": x, "y": y}
    sizes = [abs(magnitude(part, values)) for part in walk(tree)]
    assume(max(sizes) < LARGEST)
    exact = float(evaluate_exactly(tree, values))
    assert evaluate(tree, values) == pytest.approx(
        exact, rel=1e-12, abs=1e-14 * (1 + max(sizes)) ** 3
    )


def magnitude(tree: Tree, values: dict[str, float]) -> float:
    """The size of a part of a tree; zero for a comparison, which has none."""
    if isinstance(tree, Compare):
        return 0.0
    try:
        return float(evaluate_exactly(tree, values))
    except EvaluationError:
        return float("inf")


@settings(deadline=None)
@given(TREES, st.lists(st.tuples(QUARTERS, QUARTERS), min_size=1, max_size=5))
def test_an_array_is_computed_entry_by_entry(tree: Tree, points: list[tuple[float, float]]) -> None:
    xs, ys = np.array(points).T
    together = evaluate(tree, {"x": xs, "y": ys}, strict=False)
    one_by_one = np.array([evaluate(tree, {"x": x, "y": y}, strict=False) for x, y in points])
    np.testing.assert_allclose(np.broadcast_to(together, len(points)), one_by_one, rtol=1e-12)


@settings(deadline=None)
@given(st.fractions(-50, 50), st.fractions(-50, 50))
def test_arithmetic_of_decimals_is_that_of_fractions(a: Fraction, b: Fraction) -> None:
    assume(b != 0)
    tree = Binary("+", Binary("/", Name("a"), Name("b")), Binary("*", Name("a"), Name("b")))
    exact = evaluate_exactly(tree, {"a": a, "b": b})
    error = abs(exact - (evaluate_exactly(Name("q"), {"q": a / b + a * b})))
    assert error <= 1e-55 * (1 + abs(exact))
