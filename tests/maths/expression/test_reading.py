"""Texts and the trees that they are read as."""

from __future__ import annotations

import pytest

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
    Vector,
    parse,
    write,
)

ANYONE = [
    # numbers
    ("2", "2"),
    ("0.25", "0.25"),
    (".5", ".5"),
    ("2e-3", "2e-3"),
    ("2E-3", "2E-3"),
    ("2e−3", "2e-3"),
    ("2e-3x", "2e-3*x"),
    ("2e", "2*e"),
    ("2e-x", "2*e - x"),
    ("½", "1/2"),
    ("½ r²", "1/2*r^2"),
    ("¾x + ⅔y", "3/4*x + 2/3*y"),
    ("x^⅓", "x^(1/3)"),
    ("50%", "50/100"),
    ("50% x", "50/100*x"),
    ("-2.5%", "-(2.5/100)"),
    # operators and how tightly they bind
    ("a + b - c", "a + b - c"),
    ("a - (b - c)", "a - (b - c)"),
    ("a/b/c", "a/b/c"),
    ("a/(b*c)", "a/(b*c)"),
    ("1/2x", "1/2*x"),
    ("x/2y", "x/2*y"),
    ("-x^2", "-x^2"),
    ("(-x)^2", "(-x)^2"),
    ("-2x", "-2*x"),
    ("a*-b", "a*-b"),
    ("a - -b", "a - -b"),
    ("+x", "x"),
    ("--x", "--x"),
    ("2^3^2", "2^3^2"),
    ("(2^3)^2", "(2^3)^2"),
    ("e^-z", "e^-z"),
    ("2^-x^2", "2^-x^2"),
    ("x**2", "x^2"),
    # signs of Unicode
    ("p − y", "p - y"),
    ("p – y", "p - y"),
    ("a × b · c ∙ d ⋅ f ÷ g", "a*b*c*d*f/g"),
    ("x² + y³", "x^2 + y^3"),
    ("x⁻¹", "x^-1"),
    ("x¹²", "x^12"),
    ("e⁻ᶻ", "e^-z"),
    ("x²^3", "(x^2)^3"),
    ("(1 − p)ᵞ log p", "(1 - p)^gamma*log(p)"),
    ("√x", "sqrt(x)"),
    ("√(x + 1)", "sqrt(x + 1)"),
    ("√x²", "sqrt(x^2)"),
    ("1/√2π", "1/sqrt(2*pi)"),
    ("a\N{NO-BREAK SPACE}+\N{THIN SPACE}b\n", "a + b"),
    # products without a sign
    ("2x", "2*x"),
    ("2(y-p)", "2*(y - p)"),
    ("x y", "x*y"),
    ("(a)(b)", "a*b"),
    ("x (y+1)", "x*(y + 1)"),
    ("2 e x", "2*e*x"),
    ("e(x + 1)", "e*(x + 1)"),
    ("2πr", "2*pi*r"),
    ("x y^2", "x*y^2"),
    ("2|x|", "2*abs(x)"),
    # bars
    ("|x|", "abs(x)"),
    ("||x|-1|", "abs(abs(x) - 1)"),
    ("|p-y|/(p-y)", "abs(p - y)/(p - y)"),
    ("|x||y|", "abs(x)*abs(y)"),
    ("|x - |y||", "abs(x - abs(y))"),
    ("|(|x|)|", "abs(abs(x))"),
    ("‖w‖²", "norm(w)^2"),
    # names in one spelling
    ("λ + δ_1", "lambda + delta_1"),
    ("λw²", "lambda*w^2"),
    ("θ1", "theta1"),
    ("Δ", "Delta"),
    ("ŷ − y", "yhat - y"),
    ("y\N{COMBINING CIRCUMFLEX ACCENT}ᵢ", "yhat_i"),
    ("ȳ + x\N{COMBINING OVERLINE}", "ybar + xbar"),
    ("xŷ", "x*yhat"),
    ("w̃ₖ", "wtilde_k"),
    ("p₁ + p₁₂", "p_1 + p_12"),
    ("yᵢ log pᵢ", "y_i*log(p_i)"),
    ("y_true - y_pred", "y_true - y_pred"),
    ("w_δ", "w_delta"),
    ("P + p", "P + p"),
    # functions
    ("ln x", "log(x)"),
    ("ln 2x", "log(2*x)"),
    ("ln x y", "log(x)*y"),
    ("log x^2", "log(x^2)"),
    ("-ln 0.7", "-log(0.7)"),
    ("y ln p + (1-y) ln(1-p)", "y*log(p) + (1 - y)*log(1 - p)"),
    ("log (x)", "log(x)"),
    ("ln |x|", "log(abs(x))"),
    ("ln sqrt x", "log(sqrt(x))"),
    ("ln(x)^2", "log(x)^2"),
    ("ln x²", "log(x^2)"),
    ("expit(z)", "sigmoid(z)"),
    ("σ(z) − y", "sigmoid(z) - y"),
    ("sigma(z)", "sigmoid(z)"),
    ("σ²", "sigma^2"),
    ("max(0, 1 - y z)", "max(0, 1 - y*z)"),
    ("dot([1, 2], w)", "dot([1, 2], w)"),
    ("mean((y_true - y_pred)^2)", "mean((y_true - y_pred)^2)"),
    ("-sum(y[k] log(p[k]), k, K)", "-sum(y[k]*log(p[k]), k, K)"),
    ("sum(k(1 - p), k, K)", "sum(k*(1 - p), k, K)"),
    ("huber(y, p, δ=0.5, reduction=sum)", "huber(y, p, delta=0.5, reduction=sum)"),
    ("per_sample(mse(y, p))[1]", "per_sample(mse(y, p))[1]"),
    ("bce(y, z, from_logits=true)", "bce(y, z, from_logits=true)"),
    # conditions
    ("r²/2 if |r| ≤ δ else δ(|r| − δ/2)", "r^2/2 if abs(r) <= delta else delta(abs(r) - delta/2)"),
    ("a if x<1 else b if x>=2 else c", "a if x < 1 else b if x >= 2 else c"),
    ("(a if x<1 else b) + 1", "(a if x < 1 else b) + 1"),
    ("(a if x<1 else b) if y=2 else c", "(a if x < 1 else b) if y == 2 else c"),
    ("-1[yz<1]y", "-1[yz < 1]*y"),
    ("x 1[x > 0]", "x*1[x > 0]"),
    ("L = r²", "L == r^2"),
    # lists and positions
    ("[0.1, 0.7]", "[0.1, 0.7]"),
    ("[[1, 2], [3, 4]][0, 1]", "[[1, 2], [3, 4]][0, 1]"),
    ("z[k]", "z[k]"),
    ("p[i, k] q", "p[i, k]*q"),
    ("softmax(z)[k]", "softmax(z)[k]"),
    ("z[k]²", "z[k]^2"),
]


@pytest.mark.parametrize(("text", "expected"), ANYONE)
def test_text_is_read_as(text: str, expected: str) -> None:
    assert write(parse(text)) == expected


LEARNERS = [
    ("yz", "y*z"),
    ("2py", "2*p*y"),
    ("yz^2", "y*z^2"),
    ("yz[k]", "y*z[k]"),
    ("y(1-p)", "y*(1 - p)"),
    ("yp(1-p)", "y*p*(1 - p)"),
    ("-1[yz<1]y", "-1[y*z < 1]*y"),
    ("ylog(p)", "y*log(p)"),
    ("ylnp", "y*log(p)"),
    ("ln 2pln z", "log(2*p)*log(z)"),
    ("e^-z", "e^-z"),
    ("ye", "y*e"),
    ("2πp", "2*pi*p"),
    ("k p", "k*p"),
    ("δ(p - y)", "delta*(p - y)"),
    ("σ(z) - y", "sigmoid(z) - y"),
    ("e⁻ᶻ", "e^-z"),
    ("y_truep", "y_true*p"),
    ("sum(yi^2, i, 3)", "sum(y*i^2, i, 3)"),
    ("mse(y, p, reduction=sum)", "mse(y, p, reduction=sum)"),
]


@pytest.mark.parametrize(("text", "expected"), LEARNERS)
def test_with_known_names_text_is_read_as(text: str, expected: str) -> None:
    known = {"y", "p", "z", "k", "δ", "y_true"}
    assert write(parse(text, names=known, functions={"mse"})) == expected


def test_a_known_sigma_before_a_bracket_is_a_factor() -> None:
    assert write(parse("σ(z + 1)", names={"sigma", "z"})) == "sigma*(z + 1)"


def test_a_run_of_letters_is_split_into_as_few_names_as_possible() -> None:
    assert write(parse("abc", names={"a", "ab", "b", "c"})) == "ab*c"


def test_a_known_name_is_not_split() -> None:
    assert write(parse("yp", names={"y", "p", "yp"})) == "yp"


TREES = [
    ("2e-3", Number("2e-3")),
    ("λ", Name("lambda")),
    ("-x^2", Negative(Binary("^", Name("x"), Number("2")))),
    ("1/2x", Binary("*", Binary("/", Number("1"), Number("2")), Name("x"))),
    ("50%", Binary("/", Number("50"), Number("100"))),
    ("p[i, k]", Index(Name("p"), (Name("i"), Name("k")))),
    ("|x|", Call("abs", (Name("x"),))),
    ("f(x, d=1)", Call("f", (Name("x"),), (("d", Number("1")),))),
    ("f(x, r=sum)", Call("f", (Name("x"),), (("r", Name("sum")),))),
    ("1[x ≥ 1]", Indicator(Compare(">=", Name("x"), Number("1")))),
    (
        "a if x = 1 else b",
        Conditional(Name("a"), Compare("==", Name("x"), Number("1")), Name("b")),
    ),
    ("[x, 1]", Vector((Name("x"), Number("1")))),
    (
        "sum(z[k], k, K)",
        Call("sum", (Index(Name("z"), (Name("k"),)), Name("k"), Name("K"))),
    ),
]


@pytest.mark.parametrize(("text", "tree"), TREES)
def test_text_is_read_as_the_tree(text: str, tree: object) -> None:
    assert parse(text) == tree
