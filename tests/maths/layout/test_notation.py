"""Brackets, order, signs and names, in one line where they are easy to compare."""

from __future__ import annotations

import pytest

from quiz_app.maths.expression import (
    Binary,
    Call,
    Compare,
    Conditional,
    Index,
    Name,
    Negative,
    Number,
    Tree,
    Vector,
    parse,
)
from quiz_app.maths.layout import ASCII, latex, layout, one_line

WRITTEN = {
    # the author's order and the fewest brackets
    "b + a": "b + a",
    "a + (b - c)": "a + b − c",
    "a - (b - c)": "a − (b − c)",
    "a - (-b)": "a − (−b)",
    "a*(b*c)": "a b c",
    "a*(b/c)": "a (b/c)",
    "(a + b)*(c + d)": "(a + b) (c + d)",
    "(a + b)/(c*d)": "(a + b)/(c d)",
    "a*b/c": "a b/c",
    "a/(b/c)": "a/(b/c)",
    "a/b/c": "(a/b)/c",
    "((a + b)*c - d)^2": "((a + b) c − d)²",
    # minus
    "-x^2": "−x²",
    "(-x)^2": "(−x)²",
    "-(a + b)*c": "−(a + b) c",
    "-y/p": "−y/p",
    "x*-2": "x (−2)",
    # numbers as factors
    "0.5*3": "0.5 × 3",
    "x*2": "x × 2",
    "2*x": "2 x",
    "2*(1/3)": "2 × ⅓",
    "2*1[x > 0]": "2 × 1[x > 0]",
    "y*1[x > 0]": "y 1[x > 0]",
    "3*2^k": "3 × 2ᵏ",
    "2e-3*x": "2×10⁻³ x",
    "5E+3": "5×10³",
    "1/2": "½",
    "3/4*x": "¾ x",
    "7/8": "7/8",
    "(1/2)^n": "(½)ⁿ",
    # powers
    "(x^y)^z": "(xʸ)ᶻ",
    "x^(a + b)": "xᵃ⁺ᵇ",
    "x^0.5": "x^0.5",
    "p[i]^2": "pᵢ²",
    "exp(-y*z)": "e⁻ʸᶻ",
    "exp(z[k] - m)": "exp(zₖ − m)",
    "exp(-(y - p)^2/(2*s^2))": "exp(−(y − p)²/(2 s²))",
    # functions
    "log(p)": "log p",
    "log(p)*y": "log(p) y",
    "y*log(p)": "y log p",
    "log(p)^2": "(log p)²",
    "log(p^2)": "log p²",
    "log((a + b)^2)": "log((a + b)²)",
    "log(2e-1^k)": "log((2×10⁻¹)ᵏ)",
    "log(sigmoid(z)^2)": "log(σ(z)²)",
    "log(-x)": "log(−x)",
    "log(a/b)": "log(a/b)",
    "log2(x) + log10(1 - x)": "log₂ x + log₁₀(1 − x)",
    "sqrt(x) + sqrt(x + 1)": "√x + √(x + 1)",
    "sqrt(x)^2": "(√x)²",
    "|x| + norm(w)": "|x| + ‖w‖",
    "sigmoid(z)*(1 - sigmoid(z))": "σ(z) (1 − σ(z))",
    "dot(w, x) + b": "w · x + b",
    "mean((y - p)^2)": "mean((y − p)²)",
    "huber(y_true, y_pred, delta=0.5)": "huber(y_true, y_pred, δ=0.5)",
    "f_1(x)": "f₁(x)",
    # sums reach to the right
    "sum(a[i], i, n)*b": "(Σᵢ₌₁ⁿ aᵢ) b",
    "sum(a[i] + b, i, n)": "Σᵢ₌₁ⁿ (aᵢ + b)",
    "sum(x)/n": "(1/n) Σ x",
    "3*sum(x)/n": "(3/n) Σ x",
    "sum(x)/sum(y)": "(Σ x)/(Σ y)",
    # derivatives
    "derivative(ell, p, 2)": "∂²ℓ/∂p²",
    "derivative(derivative(ell, p), p)": "∂²ℓ/∂p²",
    "x*derivative(ell, p)": "x (∂ℓ/∂p)",
    "derivative(a + b, x)": "∂/∂x (a + b)",
    "derivative(ell, x, y)": "derivative(ℓ, x, y)",
    # names and indices
    "lambda*yhat + ybar - theta_1": "λ ŷ + ȳ − θ₁",
    "thetahat": "θ̂",
    "y_true - TP": "y_true − TP",
    "yhat_i": "ŷᵢ",
    "p[i, k] + p[i][k]": "pᵢₖ + pᵢₖ",
    "p[i, k + 1]": "p[i,k + 1]",
    "softmax(z)[k]": "softmax(z)ₖ",
    "(a + b)[k]": "(a + b)ₖ",
    # vectors and cases
    "[1, -2, x/y]": "[1, −2, x/y]",
    "(a if x > 0 else b) + 1": "(a if x > 0, otherwise b) + 1",
}


@pytest.mark.parametrize(("source", "line"), WRITTEN.items())
def test_an_expression_is_written_with_the_fewest_brackets(source: str, line: str) -> None:
    assert one_line(parse(source)) == line


X, Y = Name("x"), Name("y")

# Trees that the grammar does not give, as the algebra or another caller might.
UNUSUAL: list[tuple[Tree, str]] = [
    (Negative(Negative(X)), "−(−x)"),
    (Binary("+", X, Negative(Y)), "x + (−y)"),
    (Call("sum", (X, Y)), "sum(x, y)"),
    (Call("sum", (X, Number("1"), Y)), "sum(x, 1, y)"),
    (Call("argmin", (X,)), "argmin(x)"),
    (Call("f", ()), "f()"),
    (Vector(()), "[]"),
    (Vector((Vector((X,)), Vector((X, Y)))), "[[x], [x, y]]"),
    (Index(X, ()), "x"),
    (Compare("==", Compare("==", X, Y), X), "x = y = x"),
    (Compare("<", Compare("<", X, Y), X), "(x < y) < x"),
    (Compare("==", X, Conditional(X, Compare(">", X, Y), Y)), "x = x if x > y, otherwise y"),
]


@pytest.mark.parametrize(("tree", "line"), UNUSUAL)
def test_a_tree_the_grammar_does_not_give_is_written_too(tree: Tree, line: str) -> None:
    assert one_line(tree) == line


def test_half_of_something_simple_is_stacked_as_a_coefficient() -> None:
    assert layout(parse("r^2/2")).lines == ("½ r²",)
    assert layout(parse("x/2*y")).lines == ("½ x y",)
    assert layout(parse("r^2/2"), ASCII).lines == ("1/2 r^2",)


def test_half_of_a_sum_is_a_fraction() -> None:
    assert layout(parse("(a + b)/2")).lines == (" a + b ", "╶─────╴", "   2   ")


def test_a_superscript_stands_above_a_lowered_subscript() -> None:
    assert layout(parse("p[c]^2")).lines == ("p²", " c")


def test_tall_bars_go_round_tall_contents() -> None:
    assert layout(parse("|a/b|")).lines == ("│ a │", "│╶─╴│", "│ b │")


@pytest.mark.parametrize(
    ("source", "source_text"),
    [
        ("lambda*x_1", r"\lambda x_1"),
        ("omicron + infinity", r"o + \infty"),
        ("2e-3*x", r"2 \times 10^{-3} x"),
        ("sqrt(x/y)", r"\sqrt{\frac{x}{y}}"),
        ("norm(x)*|y/n|", r"\lVert x \rVert \left\lvert \frac{y}{n}\right\rvert"),
        ("x^(a/b)", "x^{a/b}"),
        ("x^(1/2)", "x^{1/2}"),
        ("log10(x)", r"\log_{10} x"),
        ("dot(w, x)", r"w \cdot x"),
        ("sum(x) - relu(z)", r"\sum x - \operatorname{relu}(z)"),
        ("p_1[k]^2", "p_{1k}^2"),
    ],
)
def test_latex_has_its_own_commands(source: str, source_text: str) -> None:
    assert latex(parse(source)) == source_text


def test_latex_escapes_what_is_special_to_it() -> None:
    assert latex(Name("50%_of_{all}")) == r"\operatorname{50\%\_of\_\{all\}}"
