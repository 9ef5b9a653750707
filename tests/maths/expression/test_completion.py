"""Half-typed expressions made whole."""

from __future__ import annotations

import pytest

from quiz_app.maths.expression import ExpressionError, complete, parse

HALF_TYPED = [
    ("", ""),
    ("2*(x+", "2*(x)"),
    ("2*(x + y", "2*(x + y)"),
    ("max(0, 1 - y", "max(0, 1 - y)"),
    ("max(0, ", "max(0)"),
    ("|x", "|x|"),
    ("||x| - 1", "||x| - 1|"),
    ("2|", "2"),
    ("‖w", "‖w‖"),
    ("[1, [2", "[1, [2]]"),
    ("x^", "x"),
    ("x^-", "x"),
    ("((", ""),
    ("2*log(", "2"),
    ("y ln", "y"),
    ("1[y", ""),
    ("y 1[y <", "y"),
    ("y 1[y < 2", "y 1[y < 2]"),
    ("a if", "a"),
    ("a if b <", "a"),
    ("(a if b < c", "(a)"),
    ("a if b < c else", "a"),
    ("a if b < c else d", "a if b < c else d"),
    ("sum(p[k", "sum(p[k])"),
    ("y_", "y"),
    ("0.", "0"),
    ("50%", "50%"),
    ("x²", "x²"),
    ("a)", "a)"),
    ("(a]", "(a]"),
    ("a.b", "a.b"),
]


@pytest.mark.parametrize(("text", "whole"), HALF_TYPED)
def test_half_typed_text_is_made_whole(text: str, whole: str) -> None:
    assert complete(text) == whole


TYPED = [
    "2*(y_pred - y_true)/n",
    "-(y*log(p) + (1 - y)*log(1 - p))",
    "r^2/2 if |r| <= δ else δ*(|r| - δ/2)",
    "max(0, 1 - y z)",
    "1/(1 + e^-z)",
    "|p - y|/(p - y)",
    "-1[y z < 1] y",
    "ln(1 + exp(-y z))",
    "softmax(z)[k] - 1[k = y]",
    "[0.1, 0.7, 0.2]",
]


def test_every_prefix_of_an_answer_can_be_read_once_completed() -> None:
    prefixes = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    completed = [complete(prefix) for prefix in prefixes]
    shown = [text for text in completed if text]
    assert len(shown) > 0.9 * len(prefixes)
    assert [text for text in shown if not is_readable(text)] == []


def is_readable(text: str) -> bool:
    try:
        parse(text)
    except ExpressionError:
        return False
    return True


@pytest.mark.parametrize("text", TYPED)
def test_a_whole_expression_is_left_alone(text: str) -> None:
    assert complete(text) == text
