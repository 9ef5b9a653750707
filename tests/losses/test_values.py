"""Each loss by hand: small data, its values, its kinks, and its mistakes one by one."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from quiz_app.losses import Loss, Mistake, get

_ONE_HOT = [[1, 0, 0], [0, 1, 0]]
_LABELS = [0, 1]
_P = [[0.5, 0.25, 0.25], [0.125, 0.5, 0.375]]
_LN2 = math.log(2)


@pytest.mark.parametrize(
    ("loss", "y_true", "y_pred", "cost"),
    [
        ("mse", [3, -0.5, 2, 7], [2.5, 0, 2.1, 7.8], 0.2875),
        ("mae", [3, -0.5, 2, 7], [2.5, 0, 2.1, 7.8], 0.475),
        ("huber", [0, 0], [0.5, 3], (0.125 + 2.5) / 2),
        ("bce", [1, 0, 1], [0.9, 0.1, 0.8], 0.144621527543287),
        ("cce", [[1, 0, 0], [0, 1, 0]], [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]], 0.289909247626471),
        ("scce", [0, 1], [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]], 0.289909247626471),
        ("hinge", [-1, 1, 1], [0.5, 0.5, 2], (1.5 + 0.5 + 0) / 3),
        ("hinge", [0, 1, 1], [0.5, 0.5, 2], (1.5 + 0.5 + 0) / 3),
        ("half_mse", [3, -0.5, 2, 7], [2.5, 0, 2.1, 7.8], 0.14375),
        ("pinball", [3, -0.5, 2, 7], [2.5, 0, 2.1, 7.8], 0.2375),
        ("epsilon_insensitive", [0, 0], [0.05, 1.1], 0.5),
        ("squared_epsilon_insensitive", [0, 0], [0.05, 1.1], 0.5),
        ("mape", [2, 4], [1, 5], (0.5 + 0.25) / 2),
        ("zero_one", [1, -1, 1, 1], [0.5, 0.5, -2, 0], 0.75),
        ("squared_hinge", [-1, 1, 1], [0.5, 0.5, 2], (2.25 + 0.25 + 0) / 3),
        ("perceptron", [-1, 1], [0.5, 0.5], 0.25),
        ("weighted_bce", [1, 0], [0.5, 0.5], 1.5 * _LN2),
        ("contrastive", [1, 0, 0], [0.5, 0.75, 2], (0.25 + 0.0625 + 0) / 3),
        ("triplet", [1, 1], [0.5, 3], 0.75),
        ("margin_ranking", [1, -1], [0.25, -3], 0.375),
        ("ranknet", [1, -1], [0, 0], _LN2),
        ("dpo", [1, -1], [0, 0], _LN2),
        ("tversky", [[1, 1, 0, 0]], [[0.5, 0.5, 0.5, 0.5]], 0.5),
        ("distillation", [[0, 1]], [[3, 4]], 0),
        ("smoothed_binary_crossentropy", [1, 0], [0.5, 0.5], _LN2),
    ],
)
def test_cost_of_a_worked_example(loss: str, y_true: object, y_pred: object, cost: float) -> None:
    assert get(loss).cost(np.asarray(y_true), np.asarray(y_pred)) == pytest.approx(cost, rel=1e-14)


@pytest.mark.parametrize(
    ("loss", "y_true", "y_pred", "slope"),
    [
        ("mae", 2, 2, 0),
        ("huber", 0, 1, 1),
        ("huber", 0, -1, -1),
        ("hinge", 1, 1, 0),
        ("hinge", -1, -1, 0),
        ("hinge", 0, 0.5, 1),
        ("bce", 0, 0, 1),
        ("bce", 1, 1, -1),
        ("pinball", 2, 2, 0),
        ("epsilon_insensitive", 0, 0.1, 0),
        ("perceptron", 1, 0, 0),
        ("triplet", 1, 2, 0),
        ("zero_one", 1, 0, 0),
        ("bce", 1, 0, -math.inf),
        ("bce", 0, 1, math.inf),
    ],
)
def test_slope_at_a_kink_or_an_end(loss: str, y_true: float, y_pred: float, slope: float) -> None:
    assert get(loss).gradient(y_true, y_pred) == slope


def test_classes_that_are_not_true_do_not_pull_on_their_probabilities() -> None:
    np.testing.assert_array_equal(get("cce").gradient([1, 0], [1, 0]), [-1, 0])
    np.testing.assert_array_equal(get("scce").gradient(1, [1, 0]), [0, -math.inf])


def test_soft_gradient_keeps_digits_where_the_probability_rounds_to_one() -> None:
    expected = math.exp(-40) / (1 + math.exp(-40))
    gradient = get("cce_with_logits").gradient([1, 0], [40, 0])
    np.testing.assert_allclose(gradient, [-expected, expected], rtol=1e-14)


def test_no_loss_and_no_slope_is_a_negative_zero() -> None:
    assert math.copysign(1, get("bce").cost(1, 1)) == 1
    assert math.copysign(1, get("scce").cost(0, [1, 0])) == 1
    assert math.copysign(1, float(get("mse").gradient(0.0, -0.0))) == 1


def _cases() -> list[tuple[str, str, object, object, dict[str, float], float]]:
    """Loss, mistake, data, parameters, and the wrong number worked out by hand."""
    regression = ([0, 0], [1, -3])
    residuals_around_delta = ([0, 0], [1, -4])
    halves = ([1, 0], [0.5, 0.75])
    logits = ([1, 0], [0.5, 0.25])
    delta = {"delta": 2.0}
    return [
        ("mse", "halved", *regression, {}, 2.5),
        ("mse", "root", *regression, {}, math.sqrt(5)),
        ("mse", "absolute_instead_of_squared", *regression, {}, 2),
        ("mse", "signed_residuals", *regression, {}, 1),
        ("mse", "squared_after_averaging", *regression, {}, 1),
        ("mse", "sum_instead_of_mean", *regression, {}, 10),
        ("mae", "squared_instead_of_absolute", *regression, {}, 5),
        ("mae", "signed_residuals", *regression, {}, 1),
        ("huber", "quadratic_everywhere", *residuals_around_delta, delta, (0.5 + 8) / 2),
        ("huber", "linear_everywhere", *residuals_around_delta, delta, (2 + 8) / 2),
        ("huber", "forgot_offset", *residuals_around_delta, delta, (0.5 + 8) / 2),
        ("huber", "forgot_half", *residuals_around_delta, delta, (1 + 6) / 2),
        ("huber", "branches_swapped", *residuals_around_delta, delta, (0 + 8) / 2),
        ("huber", "delta_ignored", *residuals_around_delta, delta, (0.5 + 3.5) / 2),
        ("huber", "smooth_l1", *residuals_around_delta, delta, (0.5 + 6) / 4),
        ("half_mse", "not_halved", *regression, {}, 5),
        ("smooth_l1", "huber", *residuals_around_delta, {"beta": 2.0}, (0.5 + 6) / 2),
        ("smooth_l1", "forgot_offset", *residuals_around_delta, {"beta": 2.0}, (0.25 + 4) / 2),
        ("log_cosh", "quadratic_everywhere", *regression, {}, 2.5),
        ("pseudo_huber", "one_not_subtracted", 0, 0, delta, 4),
        ("pinball", "sides_swapped", *regression, {"tau": 0.75}, (0.75 + 0.75) / 2),
        ("pinball", "sign_kept", *regression, {"tau": 0.75}, (-0.25 + 2.25) / 2),
        ("epsilon_insensitive", "not_clipped", *regression, {"epsilon": 2.0}, 0),
        ("squared_epsilon_insensitive", "not_squared", *regression, {"epsilon": 2.0}, 0.5),
        ("mape", "in_percent", [2, 4], [1, 5], {}, 37.5),
        ("mape", "divided_by_prediction", [2, 4], [1, 5], {}, 0.6),
        ("msle", "no_logarithm", [1, 1], [0, 3], {}, 2.5),
        ("zero_one", "accuracy", [1, 1, 1], [1, 2, -1], {}, 2 / 3),
        ("squared_hinge", "not_clipped", [1, -1], [3, 1], {}, 4),
        ("perceptron", "hinge", [1, -1], [0.5, 1], {}, 1.25),
        ("logistic", "exponential", [1, -1], [0, 0], {}, 1),
        ("exponential", "logistic", [1, -1], [0, 0], {}, _LN2),
        ("weighted_bce", "both_weighted", *halves, {}, 3 * _LN2),
        ("focal", "not_focused", *halves, {}, 1.5 * _LN2),
        ("focal", "gamma_as_factor", [1], [0.5], {"gamma": 3.0}, 1.5 * _LN2),
        ("brier", "both_classes", *halves, {}, (0.25 + 0.5625)),
        ("kl", "crossentropy", [1, 0], [0.5, 0.5], {}, _LN2),
        ("js", "not_halved", [1, 0], [0, 1], {}, 2 * _LN2),
        ("poisson_nll", "sign_of_the_logarithm", [1], [2], {}, 2 + _LN2),
        ("poisson_deviance", "not_doubled", [0], [3], {}, 3),
        ("gaussian_nll", "not_halved", [0], [2], {}, 4),
        ("gaussian_nll", "log_forgotten", [0], [2], {"var": 4.0}, 0.5),
        ("gaussian_kl", "not_halved", [2], [0], {}, 4),
        ("contrastive", "labels_swapped", [1], [0.25], {}, 0.5625),
        ("triplet", "margin_ignored", [3], [1], {}, 2),
        ("info_nce", "temperature_ignored", 0, [1, 1], {}, _LN2),
        ("dice", "coefficient", [1, 0], [0.5, 0.5], {}, 0.5),
        ("dice", "jaccard", [1, 0], [0.5, 0.5], {}, 1 - 0.5 / 1.5),
        ("margin_ranking", "not_clipped", [1, 1], [0, 3], {}, -0.5),
        ("ranknet", "no_logarithm", [1], [0], {}, 0.5),
        ("dpo", "beta_ignored", [1], [0], {}, _LN2),
        ("gce", "missing_probability", 0, [0.75, 0.25], {}, 0.25),
        ("bce", "dropped_sign", *halves, {}, -1.5 * _LN2),
        ("bce", "log2", *halves, {}, 1.5),
        ("bce", "log10", *halves, {}, 1.5 * math.log10(2)),
        ("bce", "only_positive_term", *halves, {}, _LN2 / 2),
        ("bce", "only_negative_term", *halves, {}, _LN2),
        ("bce", "wrong_class", *halves, {}, (_LN2 - math.log(0.75)) / 2),
        ("bce", "sigmoid_of_probability", 1, 0.5, {}, math.log1p(math.exp(-0.5))),
        ("bce", "swapped_arguments", 0.5, 0.25, {}, _LN2),
        ("bce_with_logits", "no_sigmoid", *logits, {}, (_LN2 - math.log(0.75)) / 2),
        ("bce_with_logits", "sigmoid_twice", 1, 0, {}, math.log1p(math.exp(-0.5))),
        ("bce_with_logits", "wrong_class", 1, 1, {}, math.log1p(math.e)),
        ("cce", "averaged_over_classes", _ONE_HOT, _P, {}, _LN2 / 3),
        ("cce", "no_logarithm", _ONE_HOT, _P, {}, 0.5),
        ("cce", "softmax_of_probabilities", [1, 0], [0.5, 0.5], {}, _LN2),
        ("cce", "swapped_arguments", [0.25, 0.75], [0.5, 0.5], {}, -math.log(3 / 16) / 2),
        ("cce_with_logits", "no_softmax", [1, 0], [0.5, 3], {}, _LN2),
        ("cce_with_logits", "softmax_twice", [1, 0], [2, 2], {}, _LN2),
        ("scce", "averaged_over_classes", _LABELS, _P, {}, _LN2 / 3),
        ("scce", "counted_from_one", [1, 2], _P, {}, _LN2),
        ("scce_with_logits", "counted_from_one", 1, [0, 0], {}, _LN2),
        ("hinge", "not_clipped", [1, -1], [3, 1], {}, 0),
        ("hinge", "margin_forgotten", [1, -1], [0.5, 1], {}, 0.5),
        ("hinge", "wrong_sign", [1, -1], [0.5, 1], {}, 0.75),
        ("hinge", "squared_hinge", [1, -1], [0, 1], {}, 2.5),
        ("hinge", "labels_not_converted", [1, 0], [0.5, 1], {}, 0.75),
    ]


def _named(loss: Loss, name: str) -> Mistake:
    return next(mistake for mistake in loss.mistakes if mistake.name == name)


@pytest.mark.parametrize(
    ("name", "mistake", "y_true", "y_pred", "parameters", "wrong"),
    _cases(),
    ids=[f"{case[0]}-{case[1]}" for case in _cases()],
)
def test_mistake_gives_the_number_worked_out_by_hand(
    name: str,
    mistake: str,
    y_true: object,
    y_pred: object,
    parameters: dict[str, Any],
    wrong: float,
) -> None:
    loss = get(name)
    assert loss.mistaken_cost(
        _named(loss, mistake), np.asarray(y_true), np.asarray(y_pred), **parameters
    ) == pytest.approx(wrong, rel=1e-14)


@pytest.mark.parametrize(
    ("name", "mistake", "y_true", "y_pred", "parameters"),
    [
        ("huber", "delta_ignored", [0], [3], {"delta": 1.0}),
        ("huber", "smooth_l1", [0], [3], {"delta": 1.0}),
        ("smooth_l1", "forgot_offset", [0], [0.5], {"beta": 1.0}),
        ("pinball", "sides_swapped", [0], [3], {"tau": 0.5}),
        ("zero_one", "accuracy", [1, 1], [2, -2], {}),
        ("margin_ranking", "not_clipped", [1, 1], [0, 0.5], {}),
        ("weighted_bce", "not_weighted", [1], [0.5], {"pos_weight": 1.0}),
        ("focal", "not_focused", [1], [0.5], {"gamma": 0.0}),
        ("tversky", "weights_swapped", [1, 0], [0.5, 0.5], {"alpha": 0.5, "beta": 0.5}),
        ("mse", "squared_after_averaging", [0], [3], {}),
        ("hinge", "labels_not_converted", [-1, 1], [0.5, 0.5], {}),
        ("hinge", "labels_not_converted", [1, 1], [0.5, 0.5], {}),
        ("scce", "counted_from_one", [0, 1], _P, {}),
        ("bce", "swapped_arguments", [1, 0], [0.5, 0.5], {}),
        ("bce_with_logits", "no_sigmoid", [1], [-2], {}),
        ("cce_with_logits", "no_softmax", [1, 0], [-2, 2], {}),
    ],
)
def test_mistake_that_cannot_be_made_gives_no_finite_number(
    name: str, mistake: str, y_true: object, y_pred: object, parameters: dict[str, Any]
) -> None:
    loss = get(name)
    wrong = loss.mistaken_cost(
        _named(loss, mistake), np.asarray(y_true), np.asarray(y_pred), **parameters
    )
    assert not math.isfinite(wrong)
