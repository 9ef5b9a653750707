"""What holds for every tree, whoever made it."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

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
    Tree,
    Vector,
    parse,
)
from quiz_app.maths.layout import ASCII, UNICODE, Glyphs, fit, latex, layout, one_line

_ONE = ["log", "log2", "exp", "abs", "norm", "sqrt", "softmax", "sigmoid", "mean", "f_1"]
_SEVERAL = ["sum", "dot", "derivative", "argmin", "max", "f", "q_loss"]
FUNCTIONS = _ONE + _SEVERAL
NAMES = ["x", "p_1", "y_c", "yhat_i", "lambda", "ell", "TP", "y_true", "thetahat", "L_delta", "e"]

hostile = st.text(st.characters(max_codepoint=0x2FF), max_size=6)
names = st.one_of(
    st.sampled_from(NAMES), st.sampled_from(["\x1b[31m", "a\tb\n", "損失", "\u202ex"])
)
leaves = st.one_of(
    st.builds(Name, st.one_of(names, hostile)),
    st.builds(Number, st.sampled_from(["0", "1", "2", "4", "0.25", "2e-3", "1E+10"])),
)


def grown(parts: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    rows = st.lists(parts, max_size=3).map(tuple)
    conditions = st.builds(Compare, st.sampled_from(["<", "<=", ">", ">=", "=="]), parts, parts)
    return st.one_of(
        st.builds(Negative, parts),
        st.builds(Binary, st.sampled_from("+-*/^"), parts, parts),
        st.builds(Index, parts, rows),
        st.builds(Call, st.sampled_from(FUNCTIONS), rows),
        st.builds(Call, names, rows, st.lists(st.tuples(names, parts), max_size=2).map(tuple)),
        st.builds(
            lambda body, index, count: Call("sum", (body, index, count)), parts, leaves, parts
        ),
        conditions,
        st.builds(Conditional, parts, conditions, parts),
        st.builds(Indicator, conditions),
        st.builds(Vector, rows),
        st.builds(Vector, st.lists(st.builds(Vector, rows), max_size=3).map(tuple)),
    )


trees = st.recursive(leaves, grown, max_leaves=15)
# The machine may be busy: how long an example takes is no fault.
unhurried = settings(deadline=None, max_examples=80)
both = pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])


@both
@unhurried
@given(tree=trees)
def test_every_line_of_a_box_is_as_wide_as_the_others(glyphs: Glyphs, tree: Tree) -> None:
    box = layout(tree, glyphs)
    assert {cell_len(line) for line in box.lines} == {box.width}
    assert 0 <= box.baseline < box.height


@both
@unhurried
@given(tree=trees)
def test_nothing_unprintable_is_drawn(glyphs: Glyphs, tree: Tree) -> None:
    assert all(line.isprintable() for line in layout(tree, glyphs).lines)
    assert one_line(tree, glyphs).isprintable()
    assert latex(tree).isprintable()


@unhurried
@given(tree=trees)
def test_ascii_is_ascii(tree: Tree) -> None:
    assert all(line.isascii() for line in layout(tree, ASCII).lines)
    assert one_line(tree, ASCII).isascii()


@unhurried
@given(tree=trees)
def test_braces_in_latex_are_balanced(tree: Tree) -> None:
    depth = 0
    plain = latex(tree).replace(r"\{", "").replace(r"\}", "")
    for character in plain:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert plain.count(r"\left") == plain.count(r"\right")
    assert plain.count(r"\begin") == plain.count(r"\end")


@both
@unhurried
@given(tree=trees, width=st.integers(1, 60), wider=st.integers(1, 60))
def test_a_formula_fits_if_any_narrower_picture_of_it_does(
    glyphs: Glyphs, tree: Tree, width: int, wider: int
) -> None:
    narrow = fit(tree, width, glyphs)
    assume(narrow.width <= width)
    assert fit(tree, width + wider, glyphs).width <= width + wider


@both
@unhurried
@given(tree=trees, width=st.integers(1, 60))
def test_breaking_never_makes_a_formula_wider(glyphs: Glyphs, tree: Tree, width: int) -> None:
    box = fit(tree, width, glyphs)
    assert box.width <= layout(tree, glyphs).width
    assert {cell_len(line) for line in box.lines} == {box.width}


# One line of ASCII is close enough to the grammar to be read back: the brackets must be right.

VALUES = {"x": 0.7, "y": 1.3, "z": -0.4, "p": 0.35, "a": 2.1, "e": math.e}
REAL_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "cosh": math.cosh,
    "exp": math.exp,
    "log": math.log,
    "sqrt": math.sqrt,
    "tanh": math.tanh,
}
arithmetic = st.recursive(
    st.one_of(
        st.builds(Name, st.sampled_from("xyzpa")),
        st.builds(Number, st.sampled_from(["1", "2", "3", "0.5", "2e-1"])),
    ),
    lambda parts: st.one_of(
        st.builds(Negative, parts),
        st.builds(Binary, st.sampled_from("+-*/^"), parts, parts),
        st.builds(
            lambda name, part: Call(name, (part,)), st.sampled_from(list(REAL_FUNCTIONS)), parts
        ),
    ),
    max_leaves=12,
)


def value(tree: Tree) -> float:
    match tree:
        case Number(text):
            return float(text)
        case Name(name):
            return VALUES[name]
        case Negative(operand):
            return -value(operand)
        case Binary("+", left, right):
            return value(left) + value(right)
        case Binary("-", left, right):
            return value(left) - value(right)
        case Binary("*", left, right):
            return value(left) * value(right)
        case Binary("/", left, right):
            return value(left) / value(right)
        case Binary("^", left, right):
            return math.pow(value(left), value(right))
        case Call(function, (argument,)):
            return REAL_FUNCTIONS[function](value(argument))
    raise AssertionError(tree)


@unhurried
@given(tree=arithmetic)
def test_one_line_read_back_has_the_same_value(tree: Tree) -> None:
    try:
        expected = value(tree)
    except (ArithmeticError, ValueError):
        expected = math.inf
    assume(abs(expected) < 1e100)
    line = one_line(tree, ASCII)
    assume(line.count("|") <= 2)  # bars within bars do not say which of them open
    try:
        again = parse(line, names=set(VALUES))
    except ExpressionError as error:
        assume("too large" not in str(error))
        raise
    assert value(again) == pytest.approx(expected, rel=1e-9, abs=1e-12), line
