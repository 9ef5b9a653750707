"""Mistakes differ from the truth, compose, and stay silent where they cannot be made."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any, TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray

from quiz_app.losses import Loss, Mistake, Reduction, all_losses, get
from quiz_app.losses.mistakes import combine

Array: TypeAlias = NDArray[np.float64]
Draw: TypeAlias = Callable[[Loss, np.random.Generator, int], tuple[Array, Array, dict[str, Any]]]

_DRAWS = 200

every_loss = pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)
every_mistake = pytest.mark.parametrize(
    ("loss", "mistake"),
    [(loss, mistake) for loss in all_losses() for mistake in loss.mistakes],
    ids=lambda part: part.name,
)


def _named(loss: Loss, name: str) -> Mistake:
    return next(mistake for mistake in loss.mistakes if mistake.name == name)


def _pairs(loss: Loss, mistake: Mistake, draw: Draw) -> Iterator[tuple[float, float]]:
    """The wrong and the right cost wherever the mistake can be made."""
    generator = np.random.default_rng(20)
    reduction: Reduction = mistake.reduction or "mean"
    for _ in range(_DRAWS):
        y_true, y_pred, parameters = draw(loss, generator, int(generator.integers(2, 5)))
        wrong = loss.mistaken_cost(mistake, y_true, y_pred, reduction=reduction, **parameters)
        if math.isfinite(wrong):
            yield wrong, loss.cost(y_true, y_pred, reduction=reduction, **parameters)


@every_mistake
def test_mistake_differs_from_the_truth_on_generic_data(
    loss: Loss, mistake: Mistake, draw: Draw
) -> None:
    differs = [not math.isclose(*pair, rel_tol=1e-6) for pair in _pairs(loss, mistake, draw)]
    assert differs, "it can never be made"
    assert sum(differs) > len(differs) / 4, "it is hardly ever wrong"


@every_loss
def test_mistakes_of_a_loss_differ_from_each_other_on_generic_data(loss: Loss, draw: Draw) -> None:
    generator = np.random.default_rng(21)
    alike = {frozenset(pair) for pair in combinations([m.name for m in loss.mistakes], 2)}
    for _ in range(_DRAWS):
        y_true, y_pred, parameters = draw(loss, generator, 4)
        numbers = {
            (mistake.name, reduction): loss.mistaken_cost(
                mistake, y_true, y_pred, reduction=reduction, **parameters
            )
            for mistake in loss.mistakes
            for reduction in ("mean", "sum")
        }
        alike = {
            pair
            for pair in alike
            if all(
                math.isclose(*(numbers[name, reduction] for name in pair), rel_tol=1e-9)
                for reduction in ("mean", "sum")
            )
        }
    assert not alike


@every_loss
def test_names_of_mistakes_are_unique_and_each_says_one_sentence(loss: Loss) -> None:
    names = [mistake.name for mistake in loss.mistakes]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name.islower() for name in names)
    assert all(m.say.startswith("You ") and m.say.endswith(".") for m in loss.mistakes)


@every_loss
def test_no_mistake_at_all_gives_the_cost(loss: Loss, draw: Draw) -> None:
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(3), 4)
    assert loss.mistaken_cost((), y_true, y_pred, **parameters) == loss.cost(
        y_true, y_pred, **parameters
    )


@every_loss
def test_a_single_sample_leaves_no_reduction_to_confuse(loss: Loss, draw: Draw) -> None:
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(4), 1)
    for name in ("sum_instead_of_mean", "mean_instead_of_sum", "n_minus_1"):
        mistake = _named(loss, name)
        reduction = mistake.reduction
        assert reduction is not None
        wrong = loss.mistaken_cost(mistake, y_true, y_pred, reduction=reduction, **parameters)
        assert math.isnan(wrong)


def test_reduction_mistakes_belong_to_the_reduction_that_was_asked_for() -> None:
    mse = get("mse")
    data = ([0, 0], [1, 3])
    assert mse.mistaken_cost(_named(mse, "sum_instead_of_mean"), *data) == 10
    assert mse.mistaken_cost(_named(mse, "n_minus_1"), *data) == 10
    assert mse.mistaken_cost(_named(mse, "mean_instead_of_sum"), *data, reduction="sum") == 5
    assert math.isnan(mse.mistaken_cost(_named(mse, "sum_instead_of_mean"), *data, reduction="sum"))
    assert math.isnan(mse.mistaken_cost(_named(mse, "mean_instead_of_sum"), *data))


def test_mistakes_in_different_steps_are_made_together() -> None:
    bce = get("bce")
    both = (_named(bce, "sum_instead_of_mean"), _named(bce, "log2"))
    assert bce.mistaken_cost(both, [1, 0], [0.5, 0.75]) == pytest.approx(3.0)


def test_three_steps_can_go_wrong_at_once() -> None:
    bce = get("bce")
    names = ("only_positive_term", "sum_instead_of_mean", "dropped_sign")
    wrong = bce.mistaken_cost([_named(bce, name) for name in names], [1, 0], [0.5, 0.75])
    assert wrong == pytest.approx(-math.log(2))


@pytest.mark.parametrize(
    "names",
    [
        ("log2", "log10"),
        ("only_positive_term", "only_negative_term"),
        ("sum_instead_of_mean", "n_minus_1"),
    ],
)
def test_one_step_cannot_go_wrong_in_two_ways(names: tuple[str, str]) -> None:
    bce = get("bce")
    mistakes = [_named(bce, name) for name in names]
    assert combine(mistakes) is None
    assert math.isnan(bce.mistaken_cost(mistakes, [1, 0], [0.5, 0.75]))


def test_a_combination_is_named_and_explained_by_its_parts() -> None:
    bce = get("bce")
    parts = (_named(bce, "log2"), _named(bce, "sum_instead_of_mean"))
    both = combine(parts)
    assert both is not None
    assert both.name == "log2 and sum_instead_of_mean"
    assert both.say == f"{parts[0].say} {parts[1].say}"


@every_loss
def test_mistaken_losses_add_up_to_the_mistaken_cost(loss: Loss, draw: Draw) -> None:
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(5), 4)
    for mistake in loss.mistakes:
        wrong = loss.mistaken_per_sample(mistake, y_true, y_pred, **parameters)
        assert wrong.shape == (4,)
        if mistake.reduce is None:
            cost = loss.mistaken_cost(mistake, y_true, y_pred, reduction="sum", **parameters)
            np.testing.assert_allclose(wrong.sum(), cost, rtol=1e-14)
        else:
            assert np.isnan(wrong).all()


def test_a_mistake_on_logits_is_the_one_of_that_name_made_after_the_sigmoid() -> None:
    bce = get("bce")
    assert bce.mistaken_cost(
        _named(bce, "only_positive_term"), [1, 0], [0, 2], from_logits=True
    ) == pytest.approx(math.log(2) / 2)


def test_a_mistake_that_another_loss_knows_cannot_be_made() -> None:
    bce, mse = get("bce"), get("mse")
    assert math.isnan(bce.mistaken_cost(_named(mse, "halved"), 1, 0.5))
    assert math.isnan(
        bce.mistaken_cost(_named(bce, "sigmoid_of_probability"), 1, 0.5, from_logits=True)
    )
