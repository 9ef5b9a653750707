from __future__ import annotations

import numpy as np
import pytest

from quiz_app.errors import QuizError
from quiz_app.formulas.curves import (
    Figure,
    demonstrations,
    loss_curves,
    loss_figure,
    slope_curves,
    slope_figure,
)
from quiz_app.losses import Loss, all_losses, get
from quiz_app.maths.plot import Guide, reading_at

every_loss = pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)


@every_loss
def test_every_loss_can_be_drawn(loss: Loss) -> None:
    (curve,) = loss_curves([loss], target=1.0)
    assert curve.name == loss.short
    assert len(curve.x) == 401
    assert (np.diff(curve.x) > 0).all()
    assert np.isfinite(curve.y).all()


@every_loss
def test_slopes_are_those_of_the_curve(loss: Loss) -> None:
    (curve,) = loss_curves([loss], target=1.0, points=2001)
    (slope,) = slope_curves([loss], target=1.0, points=2001)
    quotient = np.diff(curve.y) / np.diff(curve.x)
    middle = (slope.y[1:] + slope.y[:-1]) / 2
    jumps = np.abs(np.diff(curve.y)) > np.ptp(curve.y) / 3
    smooth = ~jumps & (np.abs(np.diff(slope.y)) < 0.02 * (1 + np.abs(middle)))
    assert smooth.mean() > 0.9
    np.testing.assert_allclose(quotient[smooth], middle[smooth], rtol=2e-3, atol=2e-3)


def test_a_regression_loss_is_drawn_around_its_target() -> None:
    (curve,) = loss_curves([get("mse")], target=3.0)
    assert (curve.x[0], curve.x[-1]) == (-1.0, 7.0)
    np.testing.assert_allclose(curve.y, (curve.x - 3) ** 2)
    assert curve.y.min() == 0


def test_a_loss_of_probabilities_is_drawn_between_zero_and_one() -> None:
    (curve,) = loss_curves([get("bce")], target=1.0)
    assert 0 < curve.x[0] < 0.01
    assert 0.99 < curve.x[-1] < 1
    np.testing.assert_allclose(curve.y, -np.log(curve.x), rtol=1e-12)


def test_a_margin_loss_is_drawn_over_scores() -> None:
    (curve,) = loss_curves([get("hinge")], target=1.0)
    assert (curve.x[0], curve.x[-1]) == (-3.0, 3.0)
    np.testing.assert_allclose(curve.y, np.maximum(0, 1 - curve.x))


@pytest.mark.parametrize("name", ["cce", "scce"])
def test_a_classwise_loss_is_minus_the_logarithm_of_the_right_probability(name: str) -> None:
    (curve,) = loss_curves([get(name)], target=1.0)
    np.testing.assert_allclose(curve.y, -np.log(curve.x), rtol=1e-12)


@pytest.mark.parametrize("name", ["cce", "scce"])
def test_a_classwise_loss_on_logits_has_the_other_two_at_zero(name: str) -> None:
    (curve,) = loss_curves([get(name).form(True)], target=1.0)
    np.testing.assert_allclose(curve.y, np.log(np.exp(curve.x) + 2) - curve.x, rtol=1e-12)


def test_each_loss_takes_the_parameters_that_it_has() -> None:
    mae, huber = loss_curves(
        [get("mae"), get("huber")], target=0.0, parameters={"delta": 0.5}, points=101
    )
    np.testing.assert_allclose(reading_at([mae, huber], 3.0), (3.0, 0.5 * (3 - 0.25)))


def test_a_parameter_that_no_loss_has_is_refused() -> None:
    with pytest.raises(QuizError, match="None of these losses has a parameter detla") as refusal:
        loss_curves([get("huber")], target=0.0, parameters={"detla": 1.0})
    assert refusal.value.remedy == "Known parameters: delta."
    with pytest.raises(QuizError, match="Leave it out"):
        slope_curves([get("mse")], target=0.0, parameters={"delta": 1.0})


def test_a_target_outside_of_the_domain_is_refused() -> None:
    with pytest.raises(QuizError):
        loss_curves([get("hinge")], target=3.0)


def test_losses_with_the_same_short_form_are_told_by_their_titles() -> None:
    bce = get("bce")
    names = [curve.name for curve in loss_curves([bce, bce.form(True), get("mse")], target=1.0)]
    assert names == [bce.title, bce.form(True).title, "MSE"]


def test_a_figure_says_what_it_shows() -> None:
    figure = loss_figure([get("mse"), get("mae"), get("huber")], target=-3.0)
    assert figure.title == "MSE, MAE and Huber for y = −3"
    assert (figure.x_label, figure.y_label) == ("prediction ŷ", "loss")
    assert figure.marks == (Guide(-3.0),)
    classwise = slope_figure([get("cce")], target=1.0)
    assert classwise.title == "Categorical cross-entropy"
    assert (classwise.x_label, classwise.y_label) == ("prediction p of the right class", "slope")
    assert loss_figure([get("mse"), get("hinge")], target=1.0).x_label == "prediction"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("rmse", "one prediction ŷ of three, the others right"),
        ("cosine", "first entry of the prediction b, the others 1"),
        ("dice", "prediction p of the marked pixel"),
    ],
)
def test_a_row_without_classes_has_no_right_class(name: str, label: str) -> None:
    assert loss_figure([get(name)], target=1.0).x_label == label


def test_a_row_is_best_where_the_guide_stands() -> None:
    figure = loss_figure([get("rmse")], target=3.0)
    (curve,) = figure.curves
    (guide,) = figure.marks
    assert guide.x == pytest.approx(curve.x[curve.y.argmin()])


def test_a_loss_named_twice_is_drawn_once() -> None:
    figure = loss_figure([get("mse"), get("mae"), get("mse")], target=1.0)
    assert [curve.name for curve in figure.curves] == ["MSE", "MAE"]


def test_more_curves_than_can_be_told_apart_are_refused() -> None:
    names = ("mse", "mae", "huber", "log_cosh", "pinball")
    with pytest.raises(QuizError, match="5 curves in one picture look alike"):
        loss_figure([get(name) for name in names], target=1.0)


@pytest.mark.parametrize("names", [("bce", "hinge"), ("hinge", "bce")])
def test_a_probability_and_a_score_are_not_drawn_on_one_axis(names: tuple[str, str]) -> None:
    with pytest.raises(QuizError, match=r"BCE (takes )?a probability") as refusal:
        slope_figure([get(name) for name in names], target=1.0)
    assert refusal.value.remedy == "Draw them apart, or use bce_with_logits."


def test_a_row_and_a_number_are_not_drawn_on_one_axis() -> None:
    with pytest.raises(QuizError, match="RMSE takes a row of numbers, MSE a number") as refusal:
        loss_figure([get("rmse"), get("mse")], target=1.0)
    assert refusal.value.remedy == "Draw them apart."


def test_another_centre_than_the_target_can_be_drawn_around() -> None:
    (curve,) = loss_curves([get("mse")], target=1.0, around=3.0)
    assert (curve.x[0], curve.x[-1]) == (-1.0, 7.0)
    np.testing.assert_allclose(curve.y, (curve.x - 1) ** 2)


def test_a_half_bounded_domain_is_drawn_from_its_end() -> None:
    (curve,) = loss_curves([get("poisson_deviance")], target=2.0)
    assert 0 < curve.x[0] < 0.02
    assert 5.98 < curve.x[-1] < 6


def test_poles_do_not_flatten_the_losses() -> None:
    figure = loss_figure([get("bce")], target=1.0)
    assert figure.y_range == pytest.approx((0.0, -np.log(0.05)), abs=0.01)
    bounded = loss_figure([get("brier")], target=1.0)
    assert bounded.y_range == pytest.approx((0.0, 1.0), abs=0.01)
    assert loss_figure([get("mse")], target=1.0).y_range is None


def test_a_finite_end_is_in_the_picture() -> None:
    contrastive = loss_figure([get("contrastive")], target=0.0)
    assert contrastive.y_range == pytest.approx((0.0, 1.0), abs=0.05)


def test_poles_do_not_flatten_the_slopes() -> None:
    figure = slope_figure([get("bce")], target=1.0)
    assert figure.y_range is not None
    assert -21 < figure.y_range[0] < -19
    assert figure.y_range[1] == 0
    assert slope_figure([get("mse")], target=1.0).y_range is None


@pytest.mark.parametrize(("width", "height"), [(36, 8), (38, 9), (78, 20), (200, 60)])
@pytest.mark.parametrize("figure", demonstrations(), ids=lambda figure: figure.title)
def test_the_demonstrations_name_every_curve_at_any_size(
    figure: Figure, width: int, height: int
) -> None:
    lines = figure.draw(width=width, height=height).lines
    assert [len(line) for line in lines] == [width] * height
    for curve in figure.curves:
        assert f" {curve.name}" in "\n".join(lines)


def test_the_classic_pictures_are_of_the_residual_and_of_the_probability() -> None:
    residual, probability = demonstrations()
    assert [curve.name for curve in residual.curves] == ["MSE", "MAE", "Huber"]
    assert reading_at(residual.curves, 5.0) == pytest.approx((4.0, 2.0, 1.5))
    assert [curve.name for curve in probability.curves] == ["y = 1", "y = 0"]
    assert reading_at(probability.curves, 0.9) == pytest.approx((0.1053605, 2.3025851), abs=1e-4)
