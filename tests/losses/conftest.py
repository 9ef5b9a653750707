"""Generic samples for any loss, drawn from nothing but its declared domains."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray

from quiz_app.losses import Domain, Loss

Array: TypeAlias = NDArray[np.float64]
Samples: TypeAlias = tuple[Array, Array, dict[str, float]]

_CLASSES = 3


@pytest.fixture(scope="session")
def draw() -> Callable[[Loss, np.random.Generator, int], Samples]:
    """A function that draws ``y_true``, ``y_pred`` and parameters for a number of samples."""
    return _samples


def _samples(loss: Loss, generator: np.random.Generator, size: int) -> Samples:
    parameters = {
        parameter.name: float(_values(parameter.domain, generator, ()))
        for parameter in loss.parameters
    }
    if not loss.classwise:
        shape = (size,)
        return (
            _values(loss.y_true, generator, shape),
            _values(loss.y_pred, generator, shape),
            parameters,
        )
    y_pred = _values(loss.y_pred, generator, (size, _CLASSES))
    if loss.y_true.whole:
        return _values(Domain.labels(_CLASSES), generator, (size,)), y_pred, parameters
    return _values(loss.y_true, generator, (size, _CLASSES)), y_pred, parameters


def _values(domain: Domain, generator: np.random.Generator, shape: tuple[int, ...]) -> Array:
    """Values well inside the domain, on a scale that changes from call to call."""
    if domain == Domain.probabilities():
        return generator.dirichlet(np.full(shape[-1], 2.0), size=shape[:-1])
    if domain.members:
        codings = [coding for coding in (domain.members, domain.alternative) if coding]
        return generator.choice(codings[generator.integers(len(codings))], size=shape)
    low, high = domain.low, domain.high
    if domain.whole:
        return np.floor(generator.uniform(low, min(high, low + 10), size=shape))
    if np.isfinite(low) and np.isfinite(high):
        margin = (high - low) / 20
        return generator.uniform(low + margin, high - margin, size=shape)
    scale = generator.choice([0.5, 1.0, 3.0])
    if np.isfinite(low):
        return np.asarray(low + scale * generator.uniform(0.2, 2.0, size=shape))
    if np.isfinite(high):
        return np.asarray(high - scale * generator.uniform(0.2, 2.0, size=shape))
    return np.asarray(scale * generator.normal(0.3, 1.0, size=shape))
