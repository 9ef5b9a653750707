"""Trees written as text and read back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz_app.maths.expression import (
    Binary,
    Call,
    Compare,
    Conditional,
    ExpressionError,
    Index,
    Indicator,
    Name,
    Negative,
    Number,
    Operator,
    Relation,
    Tree,
    Vector,
    parse,
    walk,
    write,
)
from quiz_app.maths.expression.limits import check_power, check_size
from quiz_app.maths.expression.vocabulary import ARGUMENT_COUNTS

NUMBERS = ["0", "1", "2", "0.25", ".5", "12", "2e-3", "1E2", "3."]
NAMES = ["x", "y_true", "p_1", "lambda", "yhat_i", "e", "pi", "true", "K", "theta1", "E"]
OPERATORS: list[Operator] = ["+", "-", "*", "/", "^"]
RELATIONS: list[Relation] = ["<", "<=", ">", ">=", "=="]


def several(trees: st.SearchStrategy[Tree], least: int = 1) -> st.SearchStrategy[tuple[Tree, ...]]:
    return st.lists(trees, min_size=least, max_size=3).map(tuple)


def built_in(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    def of(function: str) -> st.SearchStrategy[Tree]:
        counts = ARGUMENT_COUNTS[function] or (1, 2, 3)
        if function == "sum":
            index = st.sampled_from([Name("k"), Name("i")])
            arguments = st.one_of(st.tuples(trees), st.tuples(trees, index, trees))
        else:
            arguments = st.sampled_from(counts).flatmap(lambda n: st.tuples(*[trees] * n))
        return arguments.map(lambda found: Call(function, tuple(found)))

    return st.sampled_from(sorted(ARGUMENT_COUNTS)).flatmap(of)


def branches(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    conditions = st.builds(Compare, st.sampled_from(RELATIONS), trees, trees)
    values = st.one_of(trees, st.sampled_from([Name("sum"), Name("mean")]))
    options = st.dictionaries(st.sampled_from(["delta", "reduction"]), values, max_size=2)
    return st.one_of(
        st.builds(Negative, trees),
        st.builds(Binary, st.sampled_from(OPERATORS), trees, trees),
        st.builds(Index, trees, several(trees)),
        st.builds(Vector, several(trees)),
        st.builds(Indicator, conditions),
        st.builds(Conditional, trees, conditions, trees),
        built_in(trees),
        st.builds(
            Call,
            st.sampled_from(["huber", "gradient"]),
            several(trees, 0),
            options.map(lambda found: tuple(found.items())),
        ),
    )


LEAVES: st.SearchStrategy[Tree] = st.one_of(
    st.sampled_from(NUMBERS).map(Number), st.sampled_from(NAMES).map(Name)
)
TREES = st.recursive(LEAVES, branches, max_leaves=25)


@settings(deadline=None)
@given(TREES)
def test_a_written_tree_is_read_as_the_same_tree(tree: Tree) -> None:
    assume(is_within_limits(tree))
    assert parse(write(tree)) == tree


def is_within_limits(tree: Tree) -> bool:
    try:
        check_size(tree)
        for part in walk(tree):
            check_power(part, 0)
    except ExpressionError:
        return False
    return True


@settings(deadline=None)
@given(TREES)
def test_no_pair_of_brackets_can_be_left_out(tree: Tree) -> None:
    assume(is_within_limits(tree))
    text = write(tree)
    for start, end in plain_brackets(text):
        without = text[:start] + text[start + 1 : end] + text[end + 1 :]
        assert reads_otherwise(without, tree)


def plain_brackets(text: str) -> list[tuple[int, int]]:
    """The places of the round brackets that do not belong to a call."""
    pairs, opened = [], []
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place)
        elif sign == ")":
            start = opened.pop()
            if start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_"):
                pairs.append((start, place))
    return pairs


def reads_otherwise(text: str, tree: Tree) -> bool:
    try:
        return parse(text) != tree
    except ExpressionError:
        return True


CHAINS: list[Callable[[Tree], Tree]] = [
    Negative,
    lambda tree: Binary("-", Number("1"), tree),
    lambda tree: Binary("-", tree, Number("1")),
    lambda tree: Binary("^", Number("2"), tree),
    lambda tree: Binary("^", tree, Number("2")),
    lambda tree: Call("log", (tree,)),
    lambda tree: Vector((tree,)),
    lambda tree: Index(tree, (Number("0"),)),
    lambda tree: Index(Name("z"), (tree,)),
    lambda tree: Conditional(Number("1"), Compare("<", Name("x"), Number("1")), tree),
    lambda tree: Conditional(tree, Compare("<", Name("x"), Number("1")), Number("1")),
]


@pytest.mark.parametrize("deeper", CHAINS)
def test_the_deepest_tree_that_is_allowed_can_be_read_back(deeper: Callable[[Tree], Tree]) -> None:
    tree: Tree = Name("x")
    while is_within_limits(deeper(tree)):
        tree = deeper(tree)
    assert parse(write(tree)) == tree
