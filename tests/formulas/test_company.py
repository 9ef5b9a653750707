from __future__ import annotations

import pytest

from quiz_app.formulas.company import (
    MOST_CURVES,
    company,
    comparable,
    shared_window,
    target_stops,
)
from quiz_app.losses import Loss, all_losses, get

every_loss = pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)


@every_loss
def test_a_loss_is_in_its_company_which_fits_into_a_picture(loss: Loss) -> None:
    assert loss in company(loss)
    assert len(company(loss)) <= MOST_CURVES
    assert set(company(loss)) <= set(comparable(loss))


@every_loss
def test_comparing_goes_both_ways(loss: Loss) -> None:
    assert all(loss in comparable(other) for other in comparable(loss))


def test_the_classic_company_of_a_residual() -> None:
    names = ["mean_squared_error", "mean_absolute_error", "huber"]
    assert [loss.name for loss in company(get("mae"))] == names


def test_logits_are_compared_with_scores_but_not_with_probabilities() -> None:
    names = [loss.name for loss in comparable(get("hinge"))]
    assert "binary_crossentropy_from_logits" in names
    assert "binary_crossentropy" not in names


def test_targets_are_those_that_all_losses_take() -> None:
    hinge, on_logits = get("hinge"), get("bce").form(True)
    assert target_stops([hinge], 3.0) == (-1, 1)
    assert target_stops([hinge, on_logits], 3.0) == (0, 1)
    assert target_stops([get("bce")], 3.0)[3] == 0.3
    assert target_stops([get("mse")], 3.0)[:3] == (-1.0, -0.5, 0.0)
    assert target_stops([get("cce")], 3.0) == ()


def test_the_window_is_that_of_the_losses() -> None:
    assert shared_window([get("mse"), get("mae")], 3.0) == (-1.0, 7.0)
    assert shared_window([get("bce")], 3.0) == (0.0, 1.0)
    assert shared_window([get("hinge")], 3.0) == (-3.0, 3.0)
