"""Verdicts on 200 formulas: are they right, and how long do they take?

Twenty losses and gradients, each with five constants, are answered with an equivalent form, as
a textbook, a paper or a library would write it, and with a mutant. Run it as

    python tests/benchmarks/equivalence.py
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from quiz_app.bank.model import ExpressionQuestion, Fixed, Source, Variable
from quiz_app.grading import grade
from quiz_app.grading.expression.judge import prepare
from quiz_app.variants import make_variant

CONSTANTS = ("0.25", "0.5", "1.5", "2", "3")

_LABEL = Variable("y", values=("0", "1"))
_SIGN = Variable("y", values=("-1", "1"))
_SHARE = Variable("p", "0", "1", open=True)
_LOGIT = Variable("z", "-5", "5")
_TARGET = Variable("y", "-3", "3")
_PREDICTION = Variable("p", "-3", "3")
_REGRESSION = (_TARGET, _PREDICTION)
_POSITIVE = (Variable("y", "0.1", "5"), Variable("p", "0.1", "5"))
_LINEAR = (Variable("x", "-3", "3"), _TARGET, Variable("w", "-2", "2"))


class Template(NamedTuple):
    """What is asked, with a constant c; forms that equal it, and forms that do not."""

    variables: tuple[Variable, ...]
    answer: str
    equal: tuple[str, ...]
    mutants: tuple[str, ...]


TEMPLATES = (
    Template(
        _REGRESSION,
        "c*mse(y, p)",
        ("c(y - p)^2", "c|y-p|²", "c p² - 2c p y + c y²", "c(p-y)(p-y)", "-c(y-p)(p-y)"),
        ("c(y+p)^2", "c|y-p|", "c(y-p)^2/2", "c p² - c p y + c y²", "c²(y-p)^2"),
    ),
    Template(
        _REGRESSION,
        "c*gradient(mse(y, p))",
        ("2c(p-y)", "-2c(y-p)", "2c p - 2c y", "c((p-y)+(p-y))", "2c|p-y| sign(p-y)"),
        ("2c(y-p)", "c(p-y)", "c(p-y)^2", "2c(p+y)", "2c|p-y|"),
    ),
    Template(
        _REGRESSION,
        "c*mae(y, p)",
        ("c|y-p|", "c max(y-p, p-y)", "c sqrt((p-y)^2)", "c(p-y) sign(p-y)", "c|p-y|"),
        ("c(y-p)", "c|y+p|", "|y-p|", "c(y-p)^2", "c max(y-p, 0)"),
    ),
    Template(
        _REGRESSION,
        "c*gradient(mae(y, p))",
        (
            "c sign(p-y)",
            "c|p-y|/(p-y)",
            "c if p > y else -c",
            "c(2*1[p>y] - 1)",
            "c(p-y)/sqrt((p-y)^2)",
        ),
        ("c sign(y-p)", "c if p > y else 0", "c", "c|p-y|", "c(p-y)"),
    ),
    Template(
        _REGRESSION,
        "huber(y, p, delta=c)",
        (
            "(y-p)²/2 if |y-p| <= c else c(|y-p| - c/2)",
            "c|y-p| - c²/2 if |y-p| > c else (p-y)^2/2",
            "min(|y-p|,c)(|y-p| - min(|y-p|,c)/2)",
            "½ min(|y-p|, c)² + c max(|y-p| - c, 0)",
            "0.5(y-p)^2 - 0.5 relu(|y-p|-c)^2",
        ),
        (
            "(y-p)²/2 if |y-p| <= c else c(|y-p| - c)",
            "(y-p)² if |y-p| <= c else c(|y-p| - c/2)",
            "c²(sqrt(1+((y-p)/c)²)-1)",
            "(y-p)²/2",
            "(y-p)²/2 if |y-p| <= 1.02c else c(|y-p| - c/2)",
        ),
    ),
    Template(
        _REGRESSION,
        "gradient(huber(y, p, delta=c))",
        (
            "p-y if |p-y| <= c else c sign(p-y)",
            "min(max(p-y, -c), c)",
            "max(min(p-y, c), -c)",
            "-(y-p) if |y-p| < c else -c sign(y-p)",
            "sign(p-y) min(|p-y|, c)",
        ),
        (
            "y-p if |p-y| <= c else c sign(y-p)",
            "p-y",
            "p-y if |p-y| <= c else sign(p-y)c²/7",
            "min(|p-y|, c)",
            "min(max(p-y, 0), c)",
        ),
    ),
    Template(
        _REGRESSION,
        "c*log_cosh(y, p)",
        (
            "c log(cosh(p-y))",
            "c ln((e^(p-y)+e^(y-p))/2)",
            "c(|p-y| + log(1+e^(-2|p-y|)) - log 2)",
            "c(softplus(2(p-y)) - (p-y) - ln 2)",
            "-c log(2/(exp(p-y)+exp(-(p-y))))",
        ),
        (
            "c log(cosh(p+y))",
            "c log2(cosh(p-y))",
            "c tanh(p-y)",
            "c cosh(log(|p-y|+1))",
            "c(|p-y| + log(1+e^(-|p-y|)) - log 2)",
        ),
    ),
    Template(
        _REGRESSION,
        "c*gradient(log_cosh(y, p))",
        (
            "c tanh(p-y)",
            "-c tanh(y-p)",
            "c(2σ(2(p-y)) - 1)",
            "c(e^(p-y)-e^(y-p))/(e^(p-y)+e^(y-p))",
            "c sinh(p-y)/cosh(p-y)",
        ),
        ("c tanh(y-p)", "c(1-tanh(p-y)^2)", "c(2σ(p-y)-1)", "c log(cosh(p-y))", "c sinh(p-y)"),
    ),
    Template(
        _REGRESSION,
        "pinball(y, p, tau=c/4)",
        (
            "c/4 (y-p) if y >= p else (1-c/4)(p-y)",
            "max(c/4 (y-p), (c/4-1)(y-p))",
            "(y-p)(c/4 - 1[y<p])",
            "c/4 relu(y-p) + (1-c/4) relu(p-y)",
            "|y-p|/2 + (c/4-1/2)(y-p)",
        ),
        (
            "c/4 (y-p) if y <= p else (1-c/4)(p-y)",
            "min(c/4 (y-p), (c/4-1)(y-p))",
            "(p-y)(c/4 - 1[y<p])",
            "|y-p|",
            "|y-p|/2 - (c/4-1/2+0.1)(y-p)",
        ),
    ),
    Template(
        (_LABEL, _SHARE),
        "c*binary_crossentropy(y, p)",
        (
            "-c(y ln p + (1-y) ln(1-p))",
            "-c log(p if y == 1 else 1-p)",
            "-c log(p y + (1-p)(1-y))",
            "c(softplus(logit(p)) - y logit(p))",
            "-c log(p^y (1-p)^(1-y))",
        ),
        (
            "-c(y log2 p + (1-y) log2(1-p))",
            "c(y ln p + (1-y) ln(1-p))",
            "-c y ln p",
            "-c(y ln p - (1-y) ln(1-p))",
            "-c((1-y) ln p + y ln(1-p))",
        ),
    ),
    Template(
        (_LABEL, _SHARE),
        "c*gradient(binary_crossentropy(y, p))",
        (
            "c(p-y)/(p(1-p))",
            "c(-y/p + (1-y)/(1-p))",
            "-c/p if y == 1 else c/(1-p)",
            "c(p-y)/(p-p²)",
            "-c(y/p - (1-y)/(1-p))",
        ),
        ("c(y-p)/(p(1-p))", "c(p-y)", "-c(y/p + (1-y)/(1-p))", "c(p-y)/p", "-c y/p"),
    ),
    Template(
        (_LABEL, _LOGIT),
        "c*binary_crossentropy_from_logits(y, z)",
        (
            "c(log(1+e^z) - y z)",
            "c(max(z,0) - z y + log(1+exp(-|z|)))",
            "-c(y log σ(z) + (1-y) log(1-σ(z)))",
            "c softplus(-z) if y == 1 else c softplus(z)",
            "c log(1+exp((1-2y)z))",
        ),
        (
            "c(log(1+e^-z) - y z)",
            "c(max(z,0) - z y + log(1+exp(|z|)))",
            "-c(y log σ(z) + (1-y) log σ(z))",
            "c(softplus(z) + y z)",
            "c log(1+exp((2y-1)z))",
        ),
    ),
    Template(
        (_LABEL, _LOGIT),
        "c*gradient(binary_crossentropy_from_logits(y, z))",
        (
            "c(σ(z)-y)",
            "c/(1+e^-z) - c y",
            "c e^z/(1+e^z) - c y",
            "c((1-y)σ(z) - y σ(-z))",
            "c(½(1+tanh(z/2)) - y)",
        ),
        ("c(y-σ(z))", "c(σ(z)-y)σ(z)(1-σ(z))", "c σ(z)", "c/(1+e^z) - c y", "c(tanh(z/2)-y)"),
    ),
    Template(
        (_SIGN, _LOGIT),
        "c*hinge(y, z)",
        (
            "c max(0, 1 - y z)",
            "c relu(1-y z)",
            "c(1-y z) if y z < 1 else 0",
            "c 1[y z<1](1-y z)",
            "c(|1-y z| + 1 - y z)/2",
        ),
        ("c max(0, y z)", "c max(0, 1+y z)", "c max(0, 1-y z)^2", "c(1-y z)", "c max(0, 1.01-y z)"),
    ),
    Template(
        (_SIGN, _LOGIT),
        "c*gradient(hinge(y, z))",
        (
            "-c y if y z < 1 else 0",
            "-1[y z<1] c y",
            "0 if y z >= 1 else -c y",
            "-c y(1+sign(1-y z))/2",
            "-c y 1[1 - y z > 0]",
        ),
        ("c y if y z < 1 else 0", "-c y", "-c y if y z < 0 else 0", "-c z if y z < 1 else 0", "-c"),
    ),
    Template(
        (_SIGN, _LOGIT),
        "c*squared_hinge(y, z)",
        (
            "c max(0, 1-y z)²",
            "c relu(1-y z)^2",
            "c(1-y z)² if y z < 1 else 0",
            "c 1[y z<1](1-y z)²",
            "c max(0, 1-y z)(1-y z)",
        ),
        ("c max(0, 1-y z)", "c(1-y z)²", "c max(0, 1-y z)²/2", "c max(0,-y z)²", "c max(0, 1-z)²"),
    ),
    Template(
        _POSITIVE,
        "c*gradient(poisson_nll(y, e^0*p))",
        ("c(1 - y/p)", "c - c y/p", "c(p-y)/p", "-c(y-p)/p", "c/p (p-y)"),
        ("c(p-y)", "c(y/p - 1)", "c(1 - p/y)", "c(1 - y/p²)", "c - c log(p) y"),
    ),
    Template(
        _POSITIVE,
        "c*mean_squared_logarithmic_error(y, p)",
        (
            "c(log(1+y) - log(1+p))²",
            "c ln((1+y)/(1+p))²",
            "c(log(p+1)-log(y+1))^2",
            "c log((1+p)/(1+y))²",
            "c|ln(1+p) - ln(1+y)|²",
        ),
        (
            "c(log(y) - log(p))²",
            "c log((1+y)/(1+p))",
            "c log(1+y-p)²",
            "c(log2(1+y) - log2(1+p))²",
            "c(y-p)²",
        ),
    ),
    Template(
        _LINEAR,
        "c*gradient(mse(y, w*x))*x",
        ("2c x(w x-y)", "-2c x(y-w x)", "2c w x² - 2c x y", "c x(2w x-2y)", "2c(w x-y)x"),
        ("2c(w x-y)", "2c w(w x-y)", "c(w x-y)²", "-2c x(w x-y)", "2c x(x-y)"),
    ),
    Template(
        (Variable("z", "-5", "5"),),
        "c*sigmoid(z)*(1 - sigmoid(z))",
        (
            "c σ(z)σ(-z)",
            "c e^-z/(1+e^-z)²",
            "c/(2+e^z+e^-z)",
            "c/4 (1-tanh(z/2)²)",
            "c/(4cosh(z/2)^2)",
        ),
        ("c σ(z)(1+σ(z))", "c σ(z)", "c(1-σ(z))²", "c/(4cosh(z)^2)", "c e^z/(1+e^-z)²"),
    ),
)


def questions() -> Iterator[tuple[ExpressionQuestion, str, str]]:
    """Each question with a right answer and a wrong one."""
    for number, template in enumerate(TEMPLATES):
        for place, constant in enumerate(CONSTANTS):
            item = ExpressionQuestion(
                id=f"q{number}.{place}",
                topic="benchmark",
                source=Source("benchmark", 1, 1),
                given=(("c", Fixed(constant)),),
                prompt="Which?",
                variables=template.variables,
                answer=template.answer,
                shown=template.equal[0],
            )
            yield item, template.equal[place], template.mutants[place]


def milliseconds(times: list[float]) -> str:
    """The median and the worst of some times."""
    return f"median {statistics.median(times) * 1e3:5.2f} ms, worst {max(times) * 1e3:6.2f} ms"


def main() -> None:
    """Print wrong verdicts and times."""
    times: dict[str, list[float]] = {"right": [], "wrong": []}
    preparing: list[float] = []
    wrong = explained = 0
    for item, equal, mutant in questions():
        variant = make_variant(item, seed=0)
        start = time.perf_counter()
        prepare(variant, item)
        preparing.append(time.perf_counter() - start)
        for answer, expected in ((equal, "right"), (mutant, "wrong")):
            start = time.perf_counter()
            verdict = grade(variant, answer)
            times[expected].append(time.perf_counter() - start)
            explained += expected == "wrong" and bool(verdict.mistakes)
            if verdict.outcome != expected:
                wrong += 1
                print(f"{item.answer} answered {answer}: {verdict.outcome}, {verdict.feedback}")
    everything = times["right"] + times["wrong"]
    print(f"{len(everything)} verdicts, {wrong} wrong; {explained} of the mutants explained")
    print(f"a question prepared  {milliseconds(preparing)}, while it is read")
    for name, measured in times.items():
        print(f"{name} answers        {milliseconds(measured)}")
    print(f"all verdicts         {milliseconds(everything)}  (target 3 and 50 ms)")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
