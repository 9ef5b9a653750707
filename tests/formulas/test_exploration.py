from __future__ import annotations

import numpy as np
import pytest

from quiz_app.formulas.company import comparable
from quiz_app.formulas.exploration import Exploration, Reading, explore
from quiz_app.losses import Loss, all_losses, get
from quiz_app.maths.plot import Guide, Point

every_loss = pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)


def dial(exploration: Exploration, name: str) -> Exploration:
    """The exploration with the dial of that name in hand."""
    names = [dial.name for dial in exploration.dials]
    return exploration.with_next_dial(names.index(name) - exploration.in_hand)


def test_the_cursor_reads_value_and_slope_of_every_curve() -> None:
    at = explore(get("huber")).turned(14)
    assert (at.cursor, at.target, at.parameters) == (2.4, 3.0, {"delta": 1.0})
    for reading, expected in zip(
        at.readings(),
        [Reading("MSE", 0.36, -1.2), Reading("MAE", 0.6, -1.0), Reading("Huber", 0.18, -0.6)],
        strict=True,
    ):
        assert reading.name == expected.name
        assert (reading.value, reading.slope) == pytest.approx((expected.value, expected.slope))


def test_a_turned_parameter_shapes_its_curve() -> None:
    huber = dial(explore(get("huber")), "delta").turned(1)
    delta = huber.parameters["delta"]
    assert delta > 1
    assert huber.readings()[2].value == pytest.approx(delta * (2 - delta / 2))


def test_the_axes_stay_while_the_target_moves() -> None:
    still = dial(explore(get("mse")), "y_true")
    moved = still.turned(-5)
    assert moved.target == still.target - 2.5
    assert moved.figure().x_range == still.figure().x_range == (-1.0, 7.0)
    assert moved.figure().y_range == pytest.approx(still.figure().y_range)
    assert Guide(moved.target) in moved.figure().marks


def test_points_mark_the_curves_at_the_cursor() -> None:
    mse, mae, huber = explore(get("mse")).figure().marks[1:]
    assert (mse, mae, huber) == (Point(1.0, 4.0, 0), Point(1.0, 2.0, 1), Point(1.0, 1.5, 2))


def test_slopes_take_the_place_of_losses_and_back() -> None:
    losses = explore(get("mse"))
    slopes = losses.with_other_side()
    assert (losses.figure().y_label, slopes.figure().y_label) == ("loss", "slope")
    assert Point(1.0, -4.0, 0) in slopes.figure().marks
    assert slopes.with_other_side() == losses


def test_dials_are_taken_in_hand_in_a_ring() -> None:
    start = explore(get("huber"))
    assert start.with_next_dial(len(start.dials)) == start
    assert start.with_next_dial(-1).in_hand == len(start.dials) - 1


def test_an_added_loss_brings_its_parameters_and_keeps_the_numbers() -> None:
    start = dial(explore(get("mse")), "delta").turned(2)
    more = start.with_or_without(get("pinball"))
    assert [loss.short for loss in more.losses] == ["MSE", "MAE", "Huber", "Pinball"]
    assert more.parameters == {"delta": start.parameters["delta"], "tau": 0.5}
    assert more.dials[more.in_hand].name == "delta"
    assert more.with_or_without(get("pinball")) == start


def test_a_removed_loss_takes_its_parameters_along() -> None:
    start = dial(explore(get("mse")), "delta")
    less = start.with_or_without(get("huber"))
    assert less.parameters == {}
    assert less.in_hand == 0


def test_a_picture_has_from_one_to_four_curves() -> None:
    four = explore(get("mse")).with_or_without(get("log_cosh"))
    assert four.with_or_without(get("pinball")) is four
    alone = explore(get("cce"))
    assert alone.with_or_without(get("cce")) is alone


def test_a_target_that_a_new_loss_does_not_take_goes_to_the_nearest() -> None:
    start = dial(explore(get("hinge")), "y_true").turned(-1)
    assert start.target == -1
    assert start.with_or_without(get("bce").form(True)).target == 0


def test_a_certain_mistake_has_an_infinite_loss() -> None:
    impossible = explore(get("bce")).turned(-99)
    assert (impossible.cursor, impossible.readings()[0].value) == (0.0, np.inf)


def test_where_one_of_the_losses_is_not_defined_it_has_no_reading() -> None:
    start = explore(get("mean_squared_logarithmic_error")).turned(-99)
    squared, *_, logarithmic = start.readings()
    assert squared.value == 16
    assert np.isnan([logarithmic.value, logarithmic.slope]).all()


@every_loss
def test_every_loss_can_be_explored_to_the_ends_of_its_dials(loss: Loss) -> None:
    start = explore(loss)
    for _ in start.dials:
        start = start.with_next_dial()
        for end in (start.turned(-99), start.turned(99)):
            for side in (end, end.with_other_side()):
                lines = side.figure().draw(width=40, height=8).lines
                assert [len(line) for line in lines] == [40] * 8


@every_loss
def test_every_comparable_loss_can_be_added_and_removed(loss: Loss) -> None:
    alone = explore(loss)
    for other in alone.losses:
        alone = alone if other is loss else alone.with_or_without(other)
    assert alone.losses == (loss,)
    for other in comparable(loss):
        both = alone if other is loss else alone.with_or_without(other)
        assert len(both.readings()) == len(both.losses) == 1 + (other is not loss)
        assert both.figure().draw(width=40, height=8)
