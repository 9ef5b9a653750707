"""What every textbook says of well-known losses is found, with how it is known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from quiz_app.formulas.notation import Notation
from quiz_app.formulas.properties import Property, PropertyCache, examine
from quiz_app.formulas.properties.points import COUNT, Points
from quiz_app.formulas.properties.search import largest_quotient, largest_slope
from quiz_app.formulas.properties.shape import NOT_NEGATIVE, curved_upwards
from quiz_app.formulas.properties.subject import Subject
from quiz_app.losses import Loss, all_losses, get
from quiz_app.maths.algebra import Algebra

VERDICTS = {"proven": True, "checked": True, "disproved": False, "unknown": None}


@cache
def answers(loss: Loss, algebra: Algebra) -> dict[str, Property]:
    return {answer.name: answer for answer in examine(loss, algebra)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "mse",
            {
                "convex": "proven",
                "not negative": "proven",
                "symmetric": "proven",
                "differentiable": "proven",
                "bounded gradient": "disproved",
                "Lipschitz gradient": "proven",
                "at most linear": "disproved",
            },
        ),
        (
            "mae",
            {
                "convex": "proven",
                "differentiable": "disproved",
                "bounded gradient": "proven",
                "Lipschitz gradient": "disproved",
                "at most linear": "checked",
            },
        ),
        (
            "huber",
            {
                "convex": "proven",
                "not negative": "proven",
                "symmetric": "proven",
                "differentiable": "proven",
                "bounded gradient": "proven",
                "Lipschitz gradient": "proven",
                "at most linear": "checked",
            },
        ),
        (
            "bce",
            {
                "convex": "proven",
                "symmetric": "disproved",
                "bounded gradient": "disproved",
                "Lipschitz gradient": "disproved",
                "finite at the ends": "disproved",
            },
        ),
        (
            "bce_with_logits",
            {
                "convex": "proven",
                "not negative": "checked",
                "bounded gradient": "proven",
                "Lipschitz gradient": "proven",
                "at most linear": "checked",
            },
        ),
        ("cce", {"convex": "proven", "bounded gradient": "disproved"}),
        ("scce", {"convex": "proven", "not negative": "proven"}),
        ("scce_with_logits", {"convex": "proven", "bounded gradient": "proven"}),
        ("info_nce", {"convex": "proven"}),
        (
            "rmse",
            {
                "differentiable": "disproved",
                "bounded gradient": "checked",
                "Lipschitz gradient": "disproved",
            },
        ),
        (
            "cosine",
            {
                "differentiable": "unknown",
                "bounded gradient": "disproved",
                "Lipschitz gradient": "disproved",
            },
        ),
        ("tversky", {"bounded gradient": "checked", "Lipschitz gradient": "disproved"}),
        (
            "zero_one",
            {"bounded gradient": "disproved", "Lipschitz gradient": "disproved"},
        ),
        ("gaussian_nll", {"convex": "proven", "not negative": "disproved"}),
        ("pinball", {"symmetric": "disproved", "convex": "proven"}),
        ("poisson_deviance", {"at most linear": "checked", "finite at the ends": "disproved"}),
        ("generalised_crossentropy", {"finite at the ends": "checked"}),
        ("distillation", {"convex": "proven"}),
        ("hinge", {"convex": "proven", "differentiable": "disproved"}),
        ("dice", {"convex": "disproved", "Lipschitz gradient": "disproved"}),
        ("mape", {"convex": "proven", "bounded gradient": "disproved"}),
        ("poisson_nll", {"not negative": "disproved", "bounded gradient": "disproved"}),
        ("jensen_shannon", {"bounded gradient": "disproved", "finite at the ends": "checked"}),
    ],
)
def test_well_known_losses(name: str, expected: dict[str, str], algebra: Algebra) -> None:
    found = answers(get(name), algebra)
    assert {key: found[key].how for key in expected} == expected


@pytest.mark.parametrize(
    ("name", "key", "evidence"),
    [
        ("mse", "Lipschitz gradient", "The second derivative, 2, stays within ±2."),
        ("huber", "bounded gradient", "stays within ±1 with δ = 1."),
        ("bce_with_logits", "Lipschitz gradient", "stays within ±0.25."),
        ("hinge", "differentiable", "It breaks at y z = 1."),
        ("hinge", "at most linear", "Towards z = −∞ the loss grows linearly for y = 1;"),
        ("gan_generator", "at most linear", "towards z = ∞ the loss falls linearly."),
        ("zero_one", "differentiable", "It breaks at y z = 0."),
        ("zero_one", "Lipschitz gradient", "The loss itself jumps at y z = 0."),
        ("gaussian_nll", "not negative", "with v = 0.1. It holds with v = 1 and with v = 10."),
        ("pinball", "symmetric", "with τ = 0.1. It holds with τ = 0.5."),
        ("huber", "convex", "It holds, too, with δ = 0.1 and with δ = 10."),
        ("rmse", "differentiable", "Near ŷ = y the slope depends on the direction"),
        ("rmse", "bounded gradient", "The largest slope found is 0.5774 for rows of 3"),
        ("cosine", "bounded gradient", "Towards b = 0 the slope grows"),
        ("dice", "bounded gradient", "The largest slope found is 2 for rows of 3"),
        ("tversky", "bounded gradient", "The largest slope found is 2 for rows of 3"),
        ("wgan", "Lipschitz gradient", "The gradient is constant"),
        ("jensen_shannon", "bounded gradient", "by about 1.15 with every step ten times nearer"),
    ],
)
def test_the_evidence_has_the_constants(
    name: str, key: str, evidence: str, algebra: Algebra
) -> None:
    assert evidence in answers(get(name), algebra)[key].evidence


@pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)
def test_every_loss_is_examined(loss: Loss, algebra: Algebra) -> None:
    found = answers(loss, algebra)
    assert len(found) >= 4
    for answer in found.values():
        assert answer.holds is VERDICTS[answer.how]
        assert answer.says.endswith(".")
        assert answer.evidence.endswith(".")
        assert "nan" not in answer.evidence


def test_a_counterexample_to_convexity_is_shown(cauchy: Loss, algebra: Algebra) -> None:
    found = answers(cauchy, algebra)
    assert found["convex"].how == "disproved"
    assert "above the straight line" in found["convex"].evidence
    assert found["bounded gradient"].holds
    assert "grows slower than linearly" in found["at most linear"].evidence


def test_fast_growth_and_asymmetry_are_found(exponential: Loss, algebra: Algebra) -> None:
    found = answers(exponential, algebra)
    assert found["convex"].how == "proven"
    assert found["symmetric"].how == "disproved"
    assert "grows faster than every low power" in found["at most linear"].evidence


@pytest.mark.parametrize("name", ["miss", "torn", "bent_down"])
def test_what_breaks_is_never_taken_for_smooth(
    name: str, algebra: Algebra, request: pytest.FixtureRequest
) -> None:
    found = answers(request.getfixturevalue(name), algebra)
    assert found["differentiable"].how == "disproved"
    assert found["Lipschitz gradient"].how == "disproved"
    assert found["convex"].how == "disproved"


@pytest.mark.parametrize("name", ["miss", "torn", "bent_down", "pointed"])
def test_the_proof_of_convexity_refuses_what_the_second_derivative_does_not_see(
    name: str, algebra: Algebra, request: pytest.FixtureRequest
) -> None:
    loss: Loss = request.getfixturevalue(name)
    assert curved_upwards(Subject(loss, Notation.of(loss), algebra)) is None


def test_a_kink_that_the_formula_hides_shows_in_the_slopes(pointed: Loss, algebra: Algebra) -> None:
    found = answers(pointed, algebra)
    assert found["differentiable"].how == "disproved"
    assert found["convex"].how == "checked"
    assert found["Lipschitz gradient"].how == "disproved"


def test_convexity_is_claimed_in_the_prediction_alone(algebra: Algebra) -> None:
    says = answers(get("gaussian_nll"), algebra)["convex"].says
    assert says.startswith("The loss is convex in the prediction μ for fixed v:")


def test_what_is_only_checked_is_never_stated_as_a_fact(algebra: Algebra) -> None:
    checked = answers(get("dice"), algebra)["bounded gradient"]
    assert checked.says.startswith("Not proven, but nowhere found wrong: the gradient is bounded")
    assert checked.verdict == "Apparently"


@pytest.mark.parametrize(
    ("name", "slope", "quotient"),
    [("dice", 2.0, None), ("log_cosh", 1.0, 1.0), ("brier", 2.0, 2.0), ("hinge", 1.0, None)],
)
def test_a_search_reaches_the_largest_slope_and_never_exceeds_it(
    name: str, slope: float, quotient: float | None, algebra: Algebra
) -> None:
    loss = get(name)
    subject = Subject(loss, Notation.of(loss), algebra)
    assert largest_slope(subject) == pytest.approx(slope, rel=1e-3)
    assert quotient is None or largest_quotient(subject) == pytest.approx(quotient, rel=1e-2)


def test_no_drawn_gradient_exceeds_a_proven_bound(algebra: Algebra) -> None:
    found = {loss: answers(loss, algebra)["bounded gradient"] for loss in all_losses()}
    proven = {loss: answer for loss, answer in found.items() if answer.how == "proven"}
    assert {"mean_absolute_error", "huber", "hinge"} <= {loss.name for loss in proven}
    for loss, answer in proven.items():
        bound = float(answer.evidence.partition("±")[2].split()[0].rstrip("."))
        points = Points(loss)
        assert np.abs(loss.gradient(points.targets, points.first)).max() <= bound * (1 + 1e-3)


def test_no_difference_quotient_exceeds_a_proven_bound(algebra: Algebra) -> None:
    found = {loss: answers(loss, algebra)["Lipschitz gradient"] for loss in all_losses()}
    proven = {loss: answer for loss, answer in found.items() if "±" in answer.evidence}
    assert {"mean_squared_error", "huber"} <= {loss.name for loss in proven}
    for loss, answer in proven.items():
        bound = float(answer.evidence.partition("±")[2].split()[0].rstrip("."))
        points = Points(loss)
        one, other = (
            loss.gradient(points.targets, each).reshape(COUNT, -1)
            for each in (points.first, points.second)
        )
        apart = (points.first - points.second).reshape(COUNT, -1)
        # The bound is on each of the K² entries of a Hessian, so K of it bound the whole.
        allowed = bound * apart.shape[1] * np.linalg.norm(apart, axis=1)
        assert (np.linalg.norm(one - other, axis=1) <= allowed * (1 + 1e-3)).all()


@pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)
def test_the_points_lie_in_the_domain_and_are_always_the_same(loss: Loss) -> None:
    one, other = Points(loss), Points(loss)
    assert len(one.targets) == len(one.first) == len(one.second) == COUNT
    assert loss.y_pred.first_violation(one.first) is None
    assert (one.first == other.first).all()
    assert (one.first != one.second).any()


def test_a_counterexample_outweighs_a_proof() -> None:
    def tried() -> str:
        return "Tried."

    assert NOT_NEGATIVE.judged("Here.", lambda: "Proven.", tried).how == "disproved"
    assert NOT_NEGATIVE.judged(None, lambda: "Proven.", tried).how == "proven"
    assert NOT_NEGATIVE.judged(None, lambda: None, tried).how == "checked"


def test_properties_are_found_once_and_then_read(tmp_path: Path, algebra: Algebra) -> None:
    first = PropertyCache(tmp_path, algebra).properties(get("huber"))
    without_algebra = Algebra(deadline=0.0)
    assert PropertyCache(tmp_path, without_algebra).properties(get("huber")) == first
