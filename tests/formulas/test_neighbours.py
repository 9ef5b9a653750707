"""What is said of two losses is true of their numbers, all over the domain."""

from __future__ import annotations

import numpy as np
import pytest

from quiz_app.formulas.dial import stops_in
from quiz_app.formulas.neighbours import RELATIONS, Relation, neighbours_of, next_after
from quiz_app.formulas.properties.points import Points
from quiz_app.losses import Loss, all_losses, get

every_relation = pytest.mark.parametrize(
    "relation", RELATIONS, ids=lambda each: f"{each.loss.name} {each.sign} {each.other.name}"
)
every_loss = pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)


@every_relation
def test_both_sides_of_a_relation_agree_all_over_the_domain(relation: Relation) -> None:
    loss = relation.loss
    points = Points(loss)
    # Further out a sigmoid rounds to one, which is why there are losses on logits.
    within = np.abs(points.first).reshape(len(points.first), -1).max(axis=-1) < 12
    chance = np.random.default_rng(4)
    for _ in range(3):
        parameters = {
            each.name: float(chance.choice(stops_in(each.domain))) for each in loss.parameters
        }
        left, right = relation.sides(points.targets, points.first, parameters)
        held = within & ~np.isnan(left)
        assert held.mean() > 0.01
        close = np.isclose(left, right, rtol=0.01 if relation.sign == "≈" else 1e-6, atol=1e-9)
        assert (close | (left < right if relation.sign == "≤" else False))[held].all()


@every_loss
def test_every_loss_has_a_neighbour(loss: Loss) -> None:
    neighbours = neighbours_of(loss)
    assert neighbours
    assert loss not in [each.loss for each in neighbours]


def test_a_relation_is_read_at_the_cursor() -> None:
    (huber, *_) = neighbours_of(get("smooth_l1"))
    assert huber.read(3.0, 1.0, {"beta": 0.5}) == pytest.approx((1.75, 1.75))


def test_a_relation_is_seen_from_both_of_its_losses() -> None:
    seen = {each.loss.name: each for each in neighbours_of(get("mse"))}
    assert seen["half_squared_error"].read(3.0, 1.0, {}) == (2.0, 2.0)


def test_where_it_does_not_hold_it_has_no_reading() -> None:
    (within, beyond, *_) = neighbours_of(get("huber"))
    assert str(within.read(3.0, 1.0, {"delta": 1.0})) == "(nan, nan)"
    assert beyond.read(3.0, 1.0, {"delta": 1.0}) == (1.5, 1.5)


def test_losses_of_other_samples_have_no_place_in_common() -> None:
    seen = {each.loss.name: each for each in neighbours_of(get("bce"))}
    assert seen["binary_crossentropy_from_logits"].read(1.0, 0.25, {}) is None


def test_a_mean_and_a_target_are_not_the_same_sample() -> None:
    seen = {each.loss.name: each for each in neighbours_of(get("half_squared_error"))}
    assert seen["gaussian_kl"].read(3.0, 1.0, {}) is None


def test_a_loss_of_fewer_samples_is_read_where_it_has_them() -> None:
    seen = {each.loss.name: each for each in neighbours_of(get("mse"))}
    msle = seen["mean_squared_logarithmic_error"]
    assert msle.read(3.0, 1.0, {}) == pytest.approx((0.480453, 0.480453))
    assert msle.read(3.0, -1.5, {}) is None


def test_what_comes_next_builds_on_the_loss() -> None:
    assert get("smooth_l1") in next_after(get("huber"))
    assert get("mse") not in next_after(get("huber"))
