"""Whatever the tree and the numbers, there is a value or a reason why not."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.maths.evaluate import EvaluationError, evaluate, evaluate_exactly
from quiz_app.maths.expression import (
    Binary,
    Call,
    Compare,
    Conditional,
    Index,
    Indicator,
    Name,
    Negative,
    Number,
    Operator,
    Relation,
    Tree,
    Vector,
)

Given: TypeAlias = Mapping[str, float | list[float] | list[list[float]]]

OPERATORS: list[Operator] = ["+", "-", "*", "/", "^"]
RELATIONS: list[Relation] = ["<", "<=", ">", ">=", "=="]
FUNCTIONS = (
    "exp log log2 log10 sqrt abs sign min max sigmoid logit softplus tanh cosh sinh relu "
    "softmax logsumexp sum mean norm dot unknown"
)

LEAVES: st.SearchStrategy[Tree] = st.one_of(
    st.sampled_from(["0", "1", "2", "0.5", "1e999", "1e-999"]).map(Number),
    st.sampled_from(["x", "v", "m", "k", "e", "nowhere"]).map(Name),
)


def branches(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    conditions = st.builds(Compare, st.sampled_from(RELATIONS), trees, trees)
    some = st.lists(trees, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Negative, trees),
        st.builds(Binary, st.sampled_from(OPERATORS), trees, trees),
        st.builds(Conditional, trees, st.one_of(conditions, trees), trees),
        st.builds(Indicator, conditions),
        st.builds(Index, trees, some),
        st.builds(Vector, some),
        st.builds(lambda f, x: Call(f, (x,)), st.sampled_from(FUNCTIONS.split()), trees),
        st.builds(lambda f, x, y: Call(f, (x, y)), st.sampled_from(["min", "dot"]), *[trees] * 2),
        st.builds(lambda x, n: Call("sum", (x, Name("k"), n)), trees, trees),
        conditions,
    )


TREES = st.recursive(LEAVES, branches, max_leaves=12)
NUMBERS = st.sampled_from([0.0, 1.0, -1.0, 2.0, 0.5, 1e308, -1e308, math.inf, -math.inf, math.nan])


@settings(deadline=None, max_examples=300)
@given(TREES, NUMBERS, st.lists(NUMBERS, min_size=4, max_size=4))
def test_any_tree_has_a_finite_value_or_is_refused(
    tree: Tree, x: float, entries: list[float]
) -> None:
    values: Given = {"x": x, "v": entries[:2], "m": [entries[:2], entries[2:]]}
    for result in (
        value_or_none(lambda: evaluate(tree, values)),
        value_or_none(lambda: evaluate_exactly(tree, values)),
    ):
        assert result is None or np.all(np.abs(np.asarray(result, dtype=object)) < math.inf)


@settings(deadline=None)
@given(TREES, NUMBERS)
def test_without_strictness_only_evaluation_errors_are_raised(tree: Tree, x: float) -> None:
    values: Given = {"x": x, "v": [x, 1.0], "m": [[x, 0.0], [1.0, x]]}
    result = value_or_none(lambda: evaluate(tree, values, strict=False))
    assert result is None or isinstance(result, float | np.ndarray)


def value_or_none(compute: Callable[[], object]) -> object:
    try:
        return compute()
    except EvaluationError:
        return None
