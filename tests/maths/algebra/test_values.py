"""The algebra never changes a value: random expressions, before and after."""

from __future__ import annotations

from collections.abc import Callable

import mpmath
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz_app.maths.algebra import AlgebraError
from quiz_app.maths.algebra.sympy_side import affine, arrange, differentiate, simplify
from quiz_app.maths.evaluate import EvaluationError, evaluate_exactly
from quiz_app.maths.expression import (
    Binary,
    Call,
    Compare,
    Conditional,
    Indicator,
    Name,
    Negative,
    Number,
    Tree,
)

POINTS = [
    {"x": mpmath.mpf(x), "y": mpmath.mpf(y)}
    for x, y in (("0.3141", "1.7321"), ("-1.4142", "0.5772"), ("2.2360", "-0.6931"))
]
STEP = mpmath.mpf("1e-15")
X, Y = Name("x"), Name("y")

leaves = st.sampled_from([X, Y, Number("1"), Number("2"), Number("0.5")])
smooth = ["sigmoid", "softplus", "tanh", "exp"]
bent = ["abs", "relu", "sign"]


def grown(functions: list[str]) -> Callable[[st.SearchStrategy[Tree]], st.SearchStrategy[Tree]]:
    def grow(parts: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
        return st.one_of(
            st.builds(Binary, st.sampled_from("+-*/"), parts, parts),
            st.builds(lambda base: Binary("^", base, Number("2")), parts),
            st.builds(Negative, parts),
            st.builds(lambda name, part: Call(name, (part,)), st.sampled_from(functions), parts),
        )

    return grow


def branched(parts: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    conditions = st.builds(Compare, st.sampled_from(["<", "<=", ">", ">="]), parts, parts)
    return st.one_of(
        grown([*smooth, *bent])(parts),
        st.builds(lambda one, other: Call("max", (one, other)), parts, parts),
        st.builds(Conditional, parts, conditions, parts),
        st.builds(Indicator, conditions),
    )


smooth_trees = st.recursive(leaves, grown(smooth), max_leaves=6)
all_trees = st.recursive(leaves, branched, max_leaves=6)
slow = settings(deadline=None, max_examples=80)


def value(tree: Tree, point: dict[str, mpmath.mpf]) -> mpmath.mpf | None:
    try:
        return evaluate_exactly(tree, point)
    except EvaluationError:
        return None


def agree(one: mpmath.mpf, other: mpmath.mpf, tolerance: str) -> bool:
    return abs(one - other) <= mpmath.mpf(tolerance) * (1 + abs(one))


@slow
@given(all_trees)
def test_simplifying_keeps_the_value(tree: Tree) -> None:
    try:
        simple = simplify(tree)
    except (AlgebraError, TypeError, ValueError):
        assume(False)
    for point in POINTS:
        expected = value(tree, point)
        got = value(simple, point)
        if expected is not None and got is not None:
            assert agree(expected, got, "1e-35")


@slow
@given(smooth_trees)
def test_the_derivative_is_the_limit_of_differences(tree: Tree) -> None:
    try:
        slope = differentiate(tree, X)
    except AlgebraError:
        assume(False)
    for point in POINTS:
        with mpmath.workdps(60):
            ends = [value(tree, point | {"x": point["x"] + step}) for step in (STEP, -STEP)]
            got = value(slope, point)
            if got is not None and None not in ends and max(map(abs, ends)) < 1e6:
                assert agree((ends[0] - ends[1]) / (2 * STEP), got, "1e-15")


@slow
@given(smooth_trees)
def test_a_line_has_the_value_of_what_it_was_read_from(tree: Tree) -> None:
    try:
        line = affine(tree, X)
    except AlgebraError:
        assume(False)
    assume(line is not None)
    rise, start = line
    for point in POINTS:
        expected = value(tree, point)
        got = value(Binary("+", Binary("*", rise, X), start), point)
        if expected is not None and got is not None:
            assert agree(expected, got, "1e-35")


@slow
@given(smooth_trees, st.sampled_from(["<", "<=", ">", ">="]), smooth_trees)
def test_arranging_keeps_the_truth(left: Tree, op: str, right: Tree) -> None:
    relation = Compare(op, left, right)
    try:
        arranged = arrange(relation)
    except (AlgebraError, TypeError):
        assume(False)
    for point in POINTS:
        expected = value(Indicator(relation), point)
        got = value(Indicator(arranged), point)
        margin = value(Binary("-", left, right), point)
        if None not in (expected, got, margin) and abs(margin) > mpmath.mpf("1e-30"):
            assert expected == got
