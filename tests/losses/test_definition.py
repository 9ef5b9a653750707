"""What holds for every loss by being a loss; no line here names one of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from quiz_app.losses import Loss, all_losses

Array: TypeAlias = NDArray[np.float64]
Draw: TypeAlias = Callable[[Loss, np.random.Generator, int], tuple[Array, Array, dict[str, Any]]]

every_loss = pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)
generators = st.integers(0, 2**32 - 1).map(np.random.default_rng)
sizes = st.integers(1, 6)
some_examples = settings(max_examples=25, deadline=None)


@every_loss
@some_examples
@given(generator=generators, size=sizes)
def test_cost_is_the_mean_and_the_sum_of_the_losses(
    loss: Loss, draw: Draw, generator: np.random.Generator, size: int
) -> None:
    y_true, y_pred, parameters = draw(loss, generator, size)
    losses = loss.per_sample(y_true, y_pred, **parameters)
    total = math.fsum(losses)
    assert losses.shape == (size,)
    assert loss.cost(y_true, y_pred, **parameters) == pytest.approx(total / size, rel=1e-14)
    assert loss.cost(y_true, y_pred, reduction="sum", **parameters) == pytest.approx(
        total, rel=1e-14
    )


@every_loss
@some_examples
@given(generator=generators, size=sizes)
def test_order_of_the_samples_only_orders_the_losses(
    loss: Loss, draw: Draw, generator: np.random.Generator, size: int
) -> None:
    y_true, y_pred, parameters = draw(loss, generator, size)
    order = generator.permutation(size)
    shuffled = loss.per_sample(y_true[order], y_pred[order], **parameters)
    np.testing.assert_allclose(
        shuffled, loss.per_sample(y_true, y_pred, **parameters)[order], rtol=1e-14
    )


@every_loss
@some_examples
@given(generator=generators)
def test_a_single_sample_is_one_of_many(
    loss: Loss, draw: Draw, generator: np.random.Generator
) -> None:
    y_true, y_pred, parameters = draw(loss, generator, 4)
    losses = loss.per_sample(y_true, y_pred, **parameters)
    gradient = loss.gradient(y_true, y_pred, **parameters)
    for sample in range(4):
        alone = loss.per_sample(y_true[sample], y_pred[sample], **parameters)
        slope = loss.gradient(y_true[sample], y_pred[sample], **parameters)
        assert alone.shape == (1,)
        assert slope.shape == y_pred[sample].shape
        np.testing.assert_allclose(alone[0], losses[sample], rtol=1e-14)
        np.testing.assert_allclose(slope, gradient[sample], rtol=1e-14)


@every_loss
@pytest.mark.parametrize("seed", range(20))
def test_gradient_is_the_limit_of_finite_differences(loss: Loss, draw: Draw, seed: int) -> None:
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(seed), 5)
    gradient = loss.gradient(y_true, y_pred, **parameters)
    assert gradient.shape == y_pred.shape
    np.testing.assert_allclose(
        gradient, _finite_differences(loss, y_true, y_pred, parameters), rtol=1e-7, atol=1e-9
    )


def _finite_differences(
    loss: Loss, y_true: Array, y_pred: Array, parameters: dict[str, Any]
) -> Array:
    """Five-point differences in long doubles, one class at a time, all samples together."""
    step = 2e-5
    exact_true, exact_pred = y_true.astype(np.longdouble), y_pred.astype(np.longdouble)
    directions = np.eye(y_pred.shape[-1]) if loss.classwise else np.ones((1, 1))

    def moved(direction: Array, steps: int) -> NDArray[np.longdouble]:
        move = direction if loss.classwise else direction[0]
        return np.asarray(loss.value(exact_true, exact_pred + steps * step * move, **parameters))

    slopes = [
        (8 * (moved(way, 1) - moved(way, -1)) - (moved(way, 2) - moved(way, -2))) / (12 * step)
        for way in directions
    ]
    return np.stack(slopes, axis=-1).reshape(y_pred.shape).astype(np.float64)


@every_loss
def test_no_loss_writes_into_its_inputs(loss: Loss, draw: Draw) -> None:
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(0), 4)
    for array in (y_true, y_pred):
        array.setflags(write=False)
    loss.cost(y_true, y_pred, **parameters)
    loss.gradient(y_true, y_pred, **parameters)


@every_loss
@some_examples
@given(generator=generators)
def test_calling_a_loss_gives_its_cost(
    loss: Loss, draw: Draw, generator: np.random.Generator
) -> None:
    y_true, y_pred, parameters = draw(loss, generator, 3)
    assert loss(y_true, y_pred, **parameters) == loss.cost(y_true, y_pred, **parameters)


@every_loss
def test_parameters_left_out_take_their_defaults(loss: Loss, draw: Draw) -> None:
    y_true, y_pred, _ = draw(loss, np.random.default_rng(1), 4)
    defaults: dict[str, Any] = {parameter.name: parameter.default for parameter in loss.parameters}
    assert loss.cost(y_true, y_pred) == loss.cost(y_true, y_pred, **defaults)


@pytest.mark.parametrize(
    ("loss", "form"),
    [(loss, loss.from_logits) for loss in all_losses() if loss.from_logits],
    ids=lambda loss: loss.name,
)
def test_option_from_logits_gives_the_loss_on_logits(loss: Loss, form: Loss, draw: Draw) -> None:
    y_true, z, parameters = draw(form, np.random.default_rng(2), 4)
    assert loss.form(from_logits=True) is form
    assert loss.cost(y_true, z, from_logits=True, **parameters) == form.cost(
        y_true, z, **parameters
    )
    np.testing.assert_array_equal(
        loss.gradient(y_true, z, from_logits=True, **parameters),
        form.gradient(y_true, z, **parameters),
    )
