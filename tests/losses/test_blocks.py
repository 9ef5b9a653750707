"""Many samples are taken in blocks, which shows in the memory and nowhere else."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray

from quiz_app.errors import QuizError
from quiz_app.losses import Loss, blocks, get

Array: TypeAlias = NDArray[np.float64]
Draw: TypeAlias = Callable[[Loss, np.random.Generator, int], tuple[Array, Array, dict[str, Any]]]

_BLOCK = 12
some_losses = pytest.mark.parametrize("name", ["huber", "hinge", "cce", "scce", "dice"])


@some_losses
@pytest.mark.parametrize("size", [_BLOCK // 3 + 1, _BLOCK, _BLOCK + 1, 2 * _BLOCK, 61])
def test_blocks_give_what_all_samples_give_at_once(
    name: str, size: int, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    loss = get(name)
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(size), size)
    calls = (loss.per_sample, loss.gradient, loss.cost)
    at_once = [call(y_true, y_pred, **parameters) for call in calls]
    monkeypatch.setattr(blocks, "_NUMBERS", _BLOCK)
    for call, expected in zip(calls, at_once, strict=True):
        np.testing.assert_allclose(call(y_true, y_pred, **parameters), expected, rtol=1e-15)


def test_a_parameter_of_each_sample_is_cut_into_the_same_blocks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mu, var = np.arange(5.0), np.arange(1.0, 6.0)
    at_once = get("gaussian_nll").per_sample(np.zeros(5), mu, var=var)
    monkeypatch.setattr(blocks, "_NUMBERS", 2)
    np.testing.assert_array_equal(get("gaussian_nll").per_sample(np.zeros(5), mu, var=var), at_once)


@pytest.mark.parametrize(
    ("name", "y_true", "y_pred", "place"),
    [
        ("bce", [0, 1, 2, 3, 0], [0.5] * 5, r"y_true\[2\]"),
        ("hinge", [1, 1, -1, 0, 1], [0.5] * 5, r"y_true\[3\]"),
        ("scce", [0, 0, 0], [[1, 0], [0, 1], [0.5, 0.6]], r"y_pred\[2\]"),
        ("cce", [[1, 0], [1, 0]], [[0.5, 0.6], [2, -1]], r"y_pred\[1, 1\]"),
        ("cce", [1, 0, 0], [0.5, 0.25, 0.5], "y_pred cannot"),
    ],
)
def test_an_error_names_the_place_in_the_whole_array(
    name: str, y_true: Any, y_pred: Any, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "_NUMBERS", 2)
    with pytest.raises(QuizError, match=place):
        get(name).cost(y_true, y_pred)


@some_losses
@pytest.mark.parametrize("what", ["per_sample", "gradient", "cost"])
def test_no_more_than_half_an_array_is_needed_beside_the_result(
    name: str, what: str, draw: Draw
) -> None:
    loss = get(name)
    y_true, y_pred, parameters = draw(loss, np.random.default_rng(0), 200_000)
    y_true = y_true.astype(np.float64)
    tracemalloc.start()
    result = getattr(loss, what)(y_true, y_pred, **parameters)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak - getattr(result, "nbytes", 0) < y_pred.nbytes / 2
