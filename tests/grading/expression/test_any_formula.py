"""Of any formula, a shuffled copy is right and a perturbed one is wrong."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz_app.bank.model import Variable
from quiz_app.grading.expression.domain import Domain
from quiz_app.grading.expression.formula import Formula
from quiz_app.grading.expression.problem import Problem
from quiz_app.maths.expression import (
    Binary,
    Call,
    Compare,
    Conditional,
    Name,
    Negative,
    Number,
    Tree,
    map_children,
)

DOMAIN = Domain((Variable("x", "-2", "2"), Variable("p", "0", "1", open=True)))
TWO = Number("2")

leaves = st.one_of(
    st.builds(Name, st.sampled_from("xp")),
    st.builds(Number, st.sampled_from(["1", "2", "0.5", "3"])),
)
trees = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.builds(Negative, parts),
        st.builds(Binary, st.sampled_from("+-*/"), parts, parts),
        st.builds(
            lambda name, part: Call(name, (part,)),
            st.sampled_from(["abs", "sigmoid", "tanh", "relu", "softplus", "exp"]),
            parts,
        ),
        st.builds(lambda a, b: Call("max", (a, b)), parts, parts),
        st.builds(
            lambda a, b, c, d: Conditional(a, Compare("<", b, c), d), parts, parts, parts, parts
        ),
    ),
    max_leaves=10,
)
# The machine may be busy: how long an example takes is no fault.
unhurried = settings(deadline=None, max_examples=60)


def shuffled(tree: Tree) -> Tree:
    """The same mathematics, every part written another way."""
    match map_children(tree, shuffled):
        case Binary("+", left, right):
            return Binary("+", right, left)
        case Binary("-", left, right):
            return Binary("+", Negative(right), left)
        case Binary("*", left, right):
            return Binary("*", right, left)
        case Binary("/", left, right):
            return Negative(Binary("/", Negative(left), right))
        case Call("abs", (inside,)):
            return Call("max", (inside, Negative(inside)))
        case Call("relu", (inside,)):
            return Binary("/", Binary("+", Call("abs", (inside,)), inside), TWO)
        case Call("max", (one, other)):
            return Negative(Call("min", (Negative(other), Negative(one))))
        case Conditional(value, Compare("<", left, right), otherwise):
            return Conditional(otherwise, Compare(">=", left, right), value)
        case part:
            return part


def problem_of(tree: Tree) -> Problem:
    """The problem of finding a formula that is finite and moderate on the domain."""
    problem = Problem(Formula.of(tree), DOMAIN)
    values = problem.right_values
    assume(np.isfinite(values).mean() > 0.9)
    assume(np.nanmax(np.abs(values[np.isfinite(values)])) < 1e6)
    return problem


@unhurried
@given(tree=trees)
def test_a_shuffled_copy_is_right(tree: Tree) -> None:
    assert problem_of(tree).is_right(Formula.of(shuffled(tree)))


@unhurried
@given(tree=trees, share=st.sampled_from(["1.001", "-1", "2"]))
def test_a_multiple_is_wrong(tree: Tree, share: str) -> None:
    problem = problem_of(tree)
    assume(np.abs(problem.right_values[np.isfinite(problem.right_values)]).max() > 1e-3)
    assert not problem.is_right(Formula.of(Binary("*", _number(share), tree)))


@unhurried
@given(tree=trees, name=st.sampled_from("xp"))
def test_a_small_term_more_is_wrong(tree: Tree, name: str) -> None:
    problem = problem_of(tree)
    more = Binary("/", Name(name), Number("1000"))
    assert not problem.is_right(Formula.of(Binary("+", shuffled(tree), more)))


def _number(text: str) -> Tree:
    return Negative(Number(text[1:])) if text.startswith("-") else Number(text)
