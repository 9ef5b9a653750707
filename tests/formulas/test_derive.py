"""The formulas of well-known losses, as every textbook has them."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

import pytest

from quiz_app.formulas import Equation, Formula, FormulaKind, Remark, derive
from quiz_app.losses import Domain, Loss, get
from quiz_app.maths.algebra import Algebra, AlgebraError
from quiz_app.maths.expression import Name, write

LABELS = Domain.values(-1, 1)
POSITIVE = Domain.interval(0, inf, open_low=True)
ROWS = Domain.probabilities()


def lines(equations: tuple[Equation, ...]) -> list[str]:
    return [f"{write(equation.left)} = {write(equation.right)}" for equation in equations]


def sentences(formula: Formula) -> list[str]:
    return [said(remark) for remark in formula.remarks]


def said(remark: Remark) -> str:
    return remark.words.format(*map(write, remark.terms))


@pytest.mark.parametrize(
    ("name", "loss", "cost"),
    [
        ("mse", "ell = (y - yhat)^2", "MSE = 1/n*sum((y[i] - yhat[i])^2, i, n)"),
        (
            "huber",
            "ell(r) = r^2/2 if abs(r) <= delta else delta*(abs(r) - delta/2)",
            "Huber = 1/n*sum(ell(r[i]), i, n)",
        ),
        (
            "bce",
            "ell = -(y*log(p) + (1 - y)*log(1 - p))",
            "BCE = -(1/n*sum(y[i]*log(p[i]) + (1 - y[i])*log(1 - p[i]), i, n))",
        ),
        (
            "cce",
            "ell = -sum(y[k]*log(p[k]), k, K)",
            "CCE = -(1/n*sum(sum(y[i, k]*log(p[i, k]), k, K), i, n))",
        ),
        (
            "cce_with_logits",
            "ell = logsumexp(z) - sum(y[k]*z[k], k, K)",
            "CCE = 1/n*sum(logsumexp(z[i]) - sum(y[i, k]*z[i, k], k, K), i, n)",
        ),
        ("scce", "ell = -log(p[y])", "SCCE = -(1/n*sum(log(p[i, y[i]]), i, n))"),
        ("hinge", "ell = max(0, 1 - y*z)", "Hinge = 1/n*sum(max(0, 1 - y[i]*z[i]), i, n)"),
    ],
)
def test_a_definition_is_the_loss_and_then_the_cost(
    name: str, loss: str, cost: str, algebra: Algebra
) -> None:
    assert lines(derive(get(name), "definition", algebra).equations) == [loss, cost]


def test_a_definition_needs_no_algebra() -> None:
    algebra = Algebra(deadline=0.0)
    derive(get("huber"), "definition", algebra)
    assert algebra._pool is None


@pytest.mark.parametrize(
    ("name", "slope"),
    [
        ("mse", "2*(yhat - y)"),
        ("mae", "sign(yhat - y)"),
        ("huber", "-r if abs(r) <= delta else -(delta*sign(r))"),
        ("bce", "(p - y)/(p*(1 - p))"),
        ("bce_with_logits", "sigmoid(z) - y"),
        ("cce", "-(y[k]/p[k])"),
        ("cce_with_logits", "softmax(z)[k] - y[k]"),
        ("scce", "-(1[k == y]/p[k])"),
        ("scce_with_logits", "softmax(z)[k] - 1[k == y]"),
        ("hinge", "-(y*1[y*z < 1])"),
    ],
)
def test_gradients(name: str, slope: str, algebra: Algebra) -> None:
    (equation,) = derive(get(name), "gradient", algebra).equations
    assert write(equation.right) == slope


@pytest.mark.parametrize(
    ("name", "curvature"),
    [
        ("mse", "derivative(ell, yhat, 2) = 2"),
        ("mae", "derivative(ell, yhat, 2) = 0"),
        ("huber", "derivative(ell, yhat, 2) = 1 if abs(r) <= delta else 0"),
        ("bce", "derivative(ell, p, 2) = y/p^2 + (1 - y)/(1 - p)^2"),
        ("bce_with_logits", "derivative(ell, z, 2) = sigmoid(z)*(1 - sigmoid(z))"),
        ("cce", "derivative(derivative(ell, p[l]), p[k]) = y[k]*1[k == l]/p[k]^2"),
        (
            "scce_with_logits",
            "derivative(derivative(ell, z[l]), z[k]) = softmax(z)[k]*(1[k == l] - softmax(z)[l])",
        ),
        ("hinge", "derivative(ell, z, 2) = 0"),
        ("logistic", "derivative(ell, z, 2) = sigmoid(-(y*z))*(1 - sigmoid(-(y*z)))"),
        ("least_squares_gan", "derivative(ell, z, 2) = 1"),
    ],
)
def test_hessians(name: str, curvature: str, algebra: Algebra) -> None:
    assert lines(derive(get(name), "hessian", algebra).equations) == [curvature]


@pytest.mark.parametrize(
    ("name", "minimum", "where"),
    [
        ("mse", "c = ybar", ["ybar = 1/n*sum(y[i], i, n)"]),
        ("mae", "c = median(y)", []),
        (
            "huber",
            "sum(psi(y[i] - c), i, n) = 0",
            ["psi(r) = r if abs(r) <= delta else delta*sign(r)"],
        ),
        ("bce", "c = ybar", ["ybar = 1/n*sum(y[i], i, n)"]),
        ("bce_with_logits", "c = log(ybar/(1 - ybar))", ["ybar = 1/n*sum(y[i], i, n)"]),
        ("cce", "c[k] = ybar[k]", ["ybar[k] = 1/n*sum(y[i, k], i, n)"]),
        ("cce_with_logits", "c[k] = a + log(ybar[k])", ["ybar[k] = 1/n*sum(y[i, k], i, n)"]),
        ("scce", "c[k] = q[k]", ["q[k] = 1/n*sum(1[k == y[i]], i, n)"]),
        ("hinge", "c = 1 if ybar > 0 else -1", ["ybar = 1/n*sum(y[i], i, n)"]),
        ("pinball", "c = quantile(y, tau)", []),
        ("msle", "c = exp(a) - 1", ["a = 1/n*sum(log(1 + y[i]), i, n)"]),
        ("zero_one", "c = 1 if ybar > 0 else -1", ["ybar = 1/n*sum(y[i], i, n)"]),
        ("squared_hinge", "c = ybar", ["ybar = 1/n*sum(y[i], i, n)"]),
        ("contrastive", "c = m*(1 - ybar)", ["ybar = 1/n*sum(y[i], i, n)"]),
        ("triplet", "c = max(m + p)", []),
        ("gaussian_kl", "c = 0", []),
        (
            "focal_with_logits",
            "sum((2*y[i] - 1)*psi((2*y[i] - 1)*c), i, n) = 0",
            [
                "psi(m) = (gamma*sigmoid(-m)*softplus(-m) - sigmoid(-m)"
                " - gamma*softplus(-m))*sigmoid(-m)^gamma"
            ],
        ),
        ("info_nce", "c[k] = tau*(log(q[k]) + a)", ["q[k] = 1/n*sum(1[k == y[i]], i, n)"]),
        (
            "distillation",
            "c[k] = tau*(log(tbar[k]) + a)",
            ["tbar[k] = 1/n*sum(softmax(t[i]/tau)[k], i, n)"],
        ),
        (
            "gce",
            "c[k] = s[k]^(1/(1 - q))/sum(s[l]^(1/(1 - q)), l, K)",
            ["s[k] = 1/n*sum(1[k == y[i]], i, n)"],
        ),
        (
            "js",
            "sum(1/2*log(2) + 1/2*log(c[k]/(c[k] + p[i, k])), i, n) = lambda",
            [],
        ),
    ],
)
def test_minimisers(name: str, minimum: str, where: list[str], algebra: Algebra) -> None:
    formula = derive(get(name), "minimiser", algebra)
    assert lines(formula.equations) == [minimum]
    assert lines(formula.where) == where


def test_abbreviations_are_explained_where_they_are_used(algebra: Algebra) -> None:
    huber = get("huber")
    for kind in ("definition", "gradient", "hessian"):
        assert lines(derive(huber, kind, algebra).where) == ["r = y - yhat"]


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("mse", "gradient", []),
        ("huber", "gradient", []),
        ("huber", "hessian", []),
        ("mae", "gradient", ["at y == yhat every slope between -1 and 1 is a subgradient"]),
        ("mae", "hessian", ["except at y == yhat, where the slope jumps"]),
        ("hinge", "gradient", ["at y*z == 1 every slope between 0 and -y is a subgradient"]),
        ("hinge", "hessian", ["except at y*z == 1, where the slope jumps"]),
    ],
)
def test_kinks_are_remarked_where_the_slope_jumps_and_only_there(
    name: str, kind: FormulaKind, expected: list[str], algebra: Algebra
) -> None:
    assert sentences(derive(get(name), kind, algebra)) == expected


def test_what_the_minimiser_leaves_open_is_said(algebra: Algebra) -> None:
    assert sentences(derive(get("huber"), "minimiser", algebra))[1:] == [
        "there is no closed form; the equation is solved numerically"
    ]
    assert sentences(derive(get("cce_with_logits"), "minimiser", algebra))[1:] == [
        "for any number a: a shift of all logits changes nothing"
    ]
    assert sentences(derive(get("hinge"), "minimiser", algebra))[1:] == [
        "at ybar == 0 every value between -1 and 1 costs the same"
    ]


PINBALL = {"where": {"r": "y_true - y_pred"}, "parameters": {"tau": Domain.interval(0, 1)}}


@pytest.mark.parametrize(
    ("definition", "options", "minimum"),
    [
        ("max(tau*r, (tau - 1)*r)", PINBALL, "c = quantile(y, tau)"),
        ("tau*r if r >= 0 else (tau - 1)*r", PINBALL, "c = quantile(y, tau)"),
        ("3*|y_true - y_pred|", {}, "c = median(y)"),
        ("(y_true - y_pred)^2/2", {}, "c = ybar"),
        (
            "y_pred - y_true*log(y_pred)",
            {"y_true": POSITIVE, "y_pred": POSITIVE, "prediction": "mu"},
            "c = ybar",
        ),
        ("softplus(-y_true*y_pred)", {"y_true": LABELS}, "c = log((1 + ybar)/(1 - ybar))"),
        (
            "exp(-y_true*y_pred)",
            {"y_true": LABELS},
            "c = 1/2*log(1 + ybar) - 1/2*log(1 - ybar)",
        ),
        ("max(0, -y_true*y_pred)", {"y_true": LABELS}, "c = 0"),
        (
            "max(0, 1 - y_true*y_pred)",
            {"y_true": Domain.values(0, 1)},
            "c = 1",
        ),
        (
            "sum((y_true[k] - y_pred[k])^2, k, K)",
            {"y_true": ROWS, "y_pred": ROWS, "classwise": True},
            "c[k] = ybar[k]",
        ),
        (
            "log(cosh(y_pred - y_true))",
            {},
            "sum(tanh(c - y[i]), i, n) = 0",
        ),
        (
            "sum((y_true[k] - y_pred[k])^4, k, K)",
            {"y_true": ROWS, "y_pred": ROWS, "classwise": True},
            "sum(4*(c[k] - y[i, k])^3, i, n) = lambda",
        ),
    ],
)
def test_minimisers_follow_from_the_definition_alone(
    definition: str,
    options: dict[str, object],
    minimum: str,
    algebra: Algebra,
    invent: Callable[..., Loss],
) -> None:
    formula = derive(invent(definition, **options), "minimiser", algebra)
    assert lines(formula.equations) == [minimum]


def test_a_flat_loss_has_no_condition_for_its_minimum(
    algebra: Algebra, invent: Callable[..., Loss]
) -> None:
    loss = invent("1[|y_true - y_pred| > 1]")
    with pytest.raises(AlgebraError, match="zero wherever it has one"):
        derive(loss, "minimiser", algebra)


def test_a_condition_that_jumps_says_so(algebra: Algebra, invent: Callable[..., Loss]) -> None:
    formula = derive(invent("|y_true - y_pred| + |y_pred|"), "minimiser", algebra)
    assert sentences(formula)[-1] == "at a kink the sum may jump over zero instead"


@pytest.mark.parametrize(
    ("definition", "where"),
    [
        ("max(0, |r| - epsilon)", "at abs(y - yhat) == epsilon"),
        ("min(|r|, epsilon)", "at y == yhat"),
        ("relu(r)", "at y == yhat"),
        ("r if r > 0 else -2*r", "at y == yhat"),
    ],
)
def test_kinks_are_found_in_every_kind_of_branching(
    definition: str, where: str, algebra: Algebra, invent: Callable[..., Loss]
) -> None:
    loss = invent(definition, where={"r": "y_true - y_pred"}, parameters={"epsilon": POSITIVE})
    assert sentences(derive(loss, "gradient", algebra))[-1].startswith(where)


def test_a_parameter_with_a_long_name_is_written_as_its_symbol(algebra: Algebra) -> None:
    (equation,) = derive(get("weighted_bce"), "gradient", algebra).equations
    assert write(equation.right) == "(1 - y)/(1 - p) - w*y/p"


def test_a_flat_loss_says_that_its_slope_leads_nowhere(algebra: Algebra) -> None:
    assert sentences(derive(get("zero_one"), "gradient", algebra)) == [
        "the loss is flat wherever it does not jump, so no slope says where to go"
    ]


def test_where_no_minimiser_is_known_a_remark_says_so(algebra: Algebra) -> None:
    formula = derive(get("dice"), "minimiser", algebra)
    assert [equation.left for equation in formula.equations] == [Name("Dice")]
    assert sentences(formula) == ["no formula is known for the row c at which this is least"]
