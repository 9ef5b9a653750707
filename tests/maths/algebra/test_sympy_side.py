"""What the algebra finds, and that it is written as a textbook would."""

from __future__ import annotations

import pytest

from quiz_app.maths.algebra import AlgebraError
from quiz_app.maths.algebra.sympy_side import (
    affine,
    arrange,
    differentiate,
    prove_equal,
    simplify,
    solve,
)
from quiz_app.maths.expression import Compare, Index, Name, Tree, parse, write

DERIVATIVES = [
    ("(y - yhat)^2", "yhat", "2*(yhat - y)"),
    ("|y - yhat|", "yhat", "sign(yhat - y)"),
    ("-(y*log(p) + (1 - y)*log(1 - p))", "p", "(p - y)/(p*(1 - p))"),
    ("(p - y)/(p*(1 - p))", "p", "(y + p^2 - 2*p*y)/(p^2*(1 - p)^2)"),
    ("softplus(z) - y*z", "z", "sigmoid(z) - y"),
    ("sigmoid(z)", "z", "sigmoid(z)*(1 - sigmoid(z))"),
    ("max(0, 1 - y*z)", "z", "-(y*1[y*z < 1])"),
    ("max(0, 1 - y*z)^2", "z", "-(2*y*max(0, 1 - y*z))"),
    ("max(0, |y - z| - a)^2", "z", "2*max(0, abs(y - z) - a)*sign(z - y)"),
    ("relu(x)", "x", "1[x > 0]"),
    ("min(x, y)", "x", "1[x < y]"),
    ("1[x > 2]*x", "x", "1[x > 2]"),
    ("sign(x)", "x", "0"),
    ("log(cosh(yhat - y))", "yhat", "tanh(yhat - y)"),
    ("sqrt(1 + x^2)", "x", "x/sqrt(1 + x^2)"),
    ("m - y*log(m)", "m", "(m - y)/m"),
    ("e^(-x)", "x", "-exp(-x)"),
    ("log2(x)", "x", "1/(x*log(2))"),
    ("x^2/2", "x", "x"),
    ("x^3/2", "x", "3/2*x^2"),
    ("pi*x", "x", "pi"),
    ("-sum(y[k]*log(p[k]), k, K)", "p[k]", "-(y[k]/p[k])"),
    ("-sum(y[k]*log(p[k]), k, K)", "p[j]", "-(y[j]/p[j])"),
    ("-sum(y[k]*log(a*p[k]), k, K)", "a", "-sum(y[k]/a, k, K)"),
    ("sum(p[k]*sum(p[j], j, K), k, K)", "p[i]", "sum(p[j], j, K) + sum(p[k], k, K)"),
    ("k*sum(x*w[k], k, K)", "x", "k*sum(w[j], j, K)"),
    ("logsumexp(z) - sum(y[k]*z[k], k, K)", "z[k]", "softmax(z)[k] - y[k]"),
    ("softmax(z)[k]", "z[l]", "softmax(z)[k]*(1[k == l] - softmax(z)[l])"),
    ("-log(p[y])", "p[k]", "-(1[k == y]/p[k])"),
    ("logsumexp(z) - z[y]", "z[k]", "softmax(z)[k] - 1[k == y]"),
    ("logsumexp(z)", "x", "0"),
    ("logsumexp(z/tau)", "z[k]", "softmax(z/tau)[k]/tau"),
    ("softmax(z/tau)[k]", "z[l]", "softmax(z/tau)[k]*(1[k == l] - softmax(z/tau)[l])/tau"),
    ("2^x", "x", "2^x*log(2)"),
    ("|sum(w[k]*x, k, K)|", "x", "sign(sum(w[k]*x, k, K))*sum(w[k], k, K)"),
    ("|sigmoid(x) - y|", "x", "sigmoid(x)*(1 - sigmoid(x))*sign(sigmoid(x) - y)"),
    ("-(1 - p)^gamma*log(p)", "p", "(p + gamma*p*log(p) - 1)*(1 - p)^(gamma - 1)/p"),
    ("max(tau*r, (tau - 1)*r)", "r", "tau*1[r > 0] + (tau - 1)*1[r < 0]"),
]


def variable(text: str) -> Name | Index:
    tree = parse(text)
    assert isinstance(tree, Name | Index)
    return tree


@pytest.mark.parametrize(("text", "by", "expected"), DERIVATIVES)
def test_derivatives_are_written_as_in_a_textbook(text: str, by: str, expected: str) -> None:
    assert write(differentiate(parse(text), variable(by))) == expected


def test_abbreviations_follow_the_chain_rule_and_stay() -> None:
    huber = parse("r^2/2 if |r| <= delta else delta*(|r| - delta/2)")
    where = [("r", parse("y - yhat"))]
    slope = differentiate(huber, Name("yhat"), 1, where)
    curvature = differentiate(huber, Name("yhat"), 2, where)
    assert write(slope) == "-r if abs(r) <= delta else -(delta*sign(r))"
    assert write(curvature) == "1 if abs(r) <= delta else 0"


def test_an_abbreviation_may_use_another() -> None:
    where = [("r", parse("y - s")), ("s", parse("2*x"))]
    assert write(differentiate(parse("r^2"), Name("x"), 1, where)) == "-(4*r)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x + x", "2*x"),
        ("(x^2 - 1)/(x - 1)", "1 + x"),
        ("|x|", "abs(x)"),
        ("0.1 + 0.2", "3/10"),
        ("2*p - 2*y", "2*(p - y)"),
        ("(a - b)*(-1)", "b - a"),
        ("a*b*(1 - a)", "a*b*(1 - a)"),
    ],
)
def test_simplified(text: str, expected: str) -> None:
    assert write(simplify(parse(text))) == expected


def test_positive_names_decide_cases() -> None:
    cases = parse("tau*u if u > 0 else (tau - 1)*u")
    assert write(simplify(cases, {"u"})) == "tau*u"
    assert write(simplify(parse("|u|"), {"u"})) == "u"


@pytest.mark.parametrize(
    ("text", "unknown", "expected"),
    [
        ("2*(c - y)", "c", ["y"]),
        ("(c - y)/(c*(1 - c))", "c", ["y"]),
        ("sigmoid(c) - y", "c", ["log(y/(1 - y))"]),
        ("softmax(c)[k] - y[k]", "c[k]", ["logsumexp(c) + log(y[k])"]),
        ("lambda - y[k]/c[k]", "c[k]", ["y[k]/lambda"]),
        ("c^2 - 4", "c", ["-2", "2"]),
        ("c^2 + 1", "c", []),
        ("c*exp(c) - y", "c", []),
        ("cosh(c) + c + sign(c)", "c", []),
    ],
)
def test_solved(text: str, unknown: str, expected: list[str]) -> None:
    assert [write(root) for root in solve(parse(text), variable(unknown))] == expected


@pytest.mark.parametrize(
    ("text", "by", "expected"),
    [
        ("a*y + b", "y", ("a", "b")),
        ("(c - y)/(c*(1 - c))", "y", ("-(1/(c*(1 - c)))", "1/(1 - c)")),
        ("softmax(c)[k] - y[k]", "y[k]", ("-1", "softmax(c)[k]")),
        ("7", "y", ("0", "7")),
        ("y^2", "y", None),
        ("sign(c - y)", "y", None),
        ("y*1[y*c < 1]", "y", None),
        ("y if y > 0 else 0", "y", None),
    ],
)
def test_lines_are_recognised(text: str, by: str, expected: tuple[str, str] | None) -> None:
    line = affine(parse(text), variable(by))
    assert (line and tuple(map(write, line))) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("(x + 1)^2", "x^2 + 2*x + 1"),
        ("sigmoid(z)", "1/(1 + exp(-z))"),
        ("softplus(z) - z", "softplus(-z)"),
        ("log(sigmoid(z))", "-softplus(-z)"),
        ("softmax(z)[k]", "exp(z[k] - logsumexp(z))"),
        ("log10(x)", "log(x)/log(10)"),
        ("max(a, b)", "max(b, a)"),
        ("sum(x*w[k], k, K)", "sum(w[k]*x, k, K)"),
    ],
)
def test_equal_expressions_are_proved_equal(left: str, right: str) -> None:
    assert prove_equal(parse(left), parse(right)) is True


@pytest.mark.parametrize(
    ("left", "right"), [("x", "y"), ("sqrt(x^2)", "x"), ("log(x*y)", "log(x) + log(y)")]
)
def test_what_does_not_hold_everywhere_is_not_proved(left: str, right: str) -> None:
    assert prove_equal(parse(left), parse(right)) is None


def test_what_holds_for_positive_numbers_is_proved_for_them() -> None:
    assert prove_equal(parse("sqrt(x^2)"), parse("x"), {"x"}) is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0 < 1 - y*z", "y*z < 1"),
        ("1 - y*z >= 0", "y*z <= 1"),
        ("delta >= |r|", "abs(r) <= delta"),
        ("y - yhat == 0", "y == yhat"),
        ("-x < 0", "x > 0"),
        ("2 > x", "x < 2"),
        ("m + 1 >= 0", "m >= -1"),
        ("-m - 1 >= 0", "m <= -1"),
        ("tau*r - (tau - 1)*r == 0", "r == 0"),
        ("2*a - 2*b > 0", "a > b"),
    ],
)
def test_relations_are_arranged_with_nothing_but_numbers_negative(text: str, expected: str) -> None:
    relation = parse(text)
    assert isinstance(relation, Compare)
    assert write(arrange(relation)) == expected


@pytest.mark.parametrize(
    "tree",
    [
        parse("norm(x)"),
        parse("[1, 2]"),
        parse("softmax(z)"),
        parse("sum(sum(x[k], k, K), k, K)"),
        parse("1/0"),
        parse("log(0)"),
        parse("sqrt(-1)"),
    ],
    ids=write,
)
def test_what_has_no_answer_is_a_user_error(tree: Tree) -> None:
    with pytest.raises(AlgebraError) as caught:
        simplify(tree)
    assert caught.value.problem.endswith(".")
    assert caught.value.remedy.endswith(".")
