"""Formulas are right in every form, and wrong ones are told where and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from quiz_app.grading import Verdict

Judged: TypeAlias = Callable[..., Verdict]

LOGIT = "{y: {choice: [0, 1]}, z: {uniform: [-5, 5]}}"
SHARE = "{y: {choice: [0, 1]}, p: {uniform: [0, 1], open: true}}"
GRADIENT = "gradient(binary_crossentropy_from_logits(y, z))"


@pytest.mark.parametrize(
    "answer", ["σ(z) - y", "1/(1+e^-z) - y", "(1+tanh(z/2))/2 - y", "-y σ(-z) if y == 1 else σ(z)"]
)
def test_a_gradient_is_right_in_every_form(judged: Judged, answer: str) -> None:
    assert judged(answer, GRADIENT, LOGIT).outcome == "right"


@pytest.mark.parametrize("answer", ["|p-y|/(p-y)", "sign(p-y)", "1 if p > y else -1"])
def test_at_a_kink_every_subgradient_is_right(judged: Judged, answer: str) -> None:
    assert judged(answer, "gradient(mae(y, p))").outcome == "right"


def test_a_value_outside_the_subgradient_is_wrong_even_at_a_single_point(judged: Judged) -> None:
    assert judged("3 if p == y else sign(p-y)", "gradient(mae(y, p))").outcome == "wrong"


def test_no_value_on_a_whole_region_is_wrong(judged: Judged) -> None:
    verdict = judged("sqrt(p-y)^2", "|p - y|")
    assert verdict.outcome == "wrong"
    assert "yours has no value, the right one " in verdict.feedback


def test_a_case_that_begins_a_hair_too_late_is_found_between_the_kinks(judged: Judged) -> None:
    huber = "(y-p)^2/2 if |y-p| <= {at} else |y-p| - 1/2"
    assert judged(huber.format(at="1"), "huber(y, p)").outcome == "right"
    assert judged(huber.format(at="1.003"), "huber(y, p)").outcome == "wrong"


def test_what_float64_cannot_compute_is_decided_to_fifty_digits(judged: Judged) -> None:
    far = "{z: {uniform: [-900, 900]}}"
    assert judged("exp(z)/(1+exp(z))", "sigmoid(z)", far).outcome == "right"
    assert judged("(1 + 10^-13 z) - 1", "10^-13 z", far).outcome == "right"


def test_infinite_at_the_same_end_is_equal(judged: Judged) -> None:
    closed = "{y: {choice: [0, 1]}, p: {uniform: [0, 1]}}"
    right = "binary_crossentropy(y, p)"
    assert judged("-y ln p - (1-y) ln(1-p)", right, closed).outcome == "right"


@pytest.mark.parametrize(
    ("answer", "mistake", "sentence"),
    [
        ("y - σ(z)", "wrong_sign", "Only the sign"),
        ("2(σ(z) - y)", "constant_factor", "2 times the right one"),
        ("softplus(z) - y z", "loss_instead_of_gradient", "now differentiate"),
        ("σ(z)(1-σ(z))", "differentiated_again", "once too often"),
        ("(σ(z) - y)σ(z)(1-σ(z))", "extra_factor", "too many"),
        ("σ(z) - y + 1", "constant_offset", "everywhere 1 more"),
    ],
)
def test_a_slip_in_a_gradient_is_named(
    judged: Judged, answer: str, mistake: str, sentence: str
) -> None:
    verdict = judged(answer, GRADIENT, LOGIT)
    assert [made.name for made in verdict.mistakes] == [mistake]
    assert sentence in verdict.feedback


@pytest.mark.parametrize(
    ("answer", "right", "variables", "mistakes"),
    [
        ("-y log2 p - (1-y) log2(1-p)", "binary_crossentropy(y, p)", SHARE, ["log2"]),
        ("-(y log2 p + log2(1-p) - y log2(1-p))", "-(y ln p + (1-y) ln(1-p))", SHARE, ["log2"]),
        ("2(p-y)", "gradient(mae(y, p))", "", ["as_for_mean_squared_error"]),
        ("2(w x-y)", "gradient(mse(y, w*x))*x", "wx", ["missing_factor"]),
        ("-2(w x-y)", "gradient(mse(y, w*x))*x", "wx", ["wrong_sign", "missing_factor"]),
        ("1/(1+e^z) - y", "gradient(bce(y, z, from_logits=true))", LOGIT, ["mirrored_variable"]),
        ("2w(w x-y)", "gradient(mse(y, w*x))*x", "wx", ["swapped_variables"]),
        ("p - y", "(p - y)/n", "n", ["missing_mean"]),
        ("p² - y p - (p^2 - y p) + (p-y)²", "2(p-y)", "", ["not_differentiated"]),
    ],
)
def test_other_slips_are_named(
    judged: Judged, answer: str, right: str, variables: str, mistakes: list[str]
) -> None:
    linear = "{x: {uniform: [-3, 3]}, y: {uniform: [-3, 3]}, w: {uniform: [-2, 2]}}"
    several = "{y: {uniform: [-3, 3]}, p: {uniform: [-3, 3]}, n: {choice: [2, 3, 5]}}"
    regression = "{y: {uniform: [-3, 3]}, p: {uniform: [-3, 3]}}"
    domain = {"wx": linear, "n": several, "": regression}.get(variables, variables)
    verdict = judged(answer, right, domain)
    assert verdict.outcome == "wrong"
    assert [made.name for made in verdict.mistakes] == mistakes


def test_a_wrong_formula_is_shown_at_a_simple_point_with_both_values(judged: Judged) -> None:
    verdict = judged("p - y", "gradient(mse(y, p))", shown="2(p-y)")
    assert "At y = 0.5 and p = 1 yours is 0.5, the right one 1." in verdict.feedback
    assert verdict.feedback.endswith("The answer is 2 (p − y).")


def test_an_authors_mistake_comes_before_the_general_ones(judged: Judged) -> None:
    mistakes = "mistakes:\n- {name: mine, answer: -answer, say: Mind the minus.}\n"
    verdict = judged("y - p", "p - y", more=mistakes)
    assert [made.name for made in verdict.mistakes] == ["mine"]
    assert "Mind the minus." in verdict.feedback


@pytest.mark.parametrize(
    ("answer", "up_to", "outcome"),
    [
        ("(y-p)²/2 + ln(2pi)/2", "constant", "right"),
        ("(y-p)²/2 + y", "constant", "wrong"),
        ("3(y-p)²", "factor", "right"),
        ("-(y-p)²", "factor", "wrong"),
        ("(y-p)² + 1", "factor", "wrong"),
    ],
)
def test_a_constant_or_a_factor_may_be_free(
    judged: Judged, answer: str, up_to: str, outcome: str
) -> None:
    assert judged(answer, "(y-p)^2/2", more=f"up_to: {up_to}\n").outcome == outcome


def test_a_right_formula_in_other_names_costs_nothing(judged: Judged) -> None:
    variables = "{z: {uniform: [-5, 5]}, p: sigmoid(z)}"
    asked = "sigmoid(z) - sigmoid(z)^2"
    names = "in_terms_of: [p]\n"
    assert judged("p(1-p)", asked, variables, more=names).outcome == "right"
    verdict = judged("σ(z)(1-σ(z))", asked, variables, more=names)
    assert (verdict.outcome, verdict.feedback) == (
        "invalid",
        "That is right, but it is in terms of z. Write it in terms of p alone.",
    )


@pytest.mark.parametrize(
    "answer",
    ["", "q", "p -", "mean(p)", "[p, y]", "p[0]", "p = y", "max(p)", "p.__class__", "9^9^9^9"],
)
def test_what_is_no_formula_costs_nothing(judged: Judged, answer: str) -> None:
    assert judged(answer, "p - y").outcome == "invalid"


def test_a_domain_of_single_values_is_looked_at_as_a_whole(judged: Judged) -> None:
    values = "{y: {choice: [0, 1]}, t: {choice: [1, 2, 3]}}"
    assert judged("t^y", "t if y == 1 else 1", values).outcome == "right"
    wrong = judged("t y", "t if y == 1 else 1", values)
    assert "At y = 0 and t = 1 yours is 0, the right one 1." in wrong.feedback


def test_a_given_number_may_be_written_as_its_name_or_its_value(judged: Judged) -> None:
    given = "given: {delta: 2}\n"
    for answer in ("p delta", "2p"):
        assert judged(answer, "p*delta", more=given).outcome == "right"
