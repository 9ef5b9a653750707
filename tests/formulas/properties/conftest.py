"""Losses that are made up for what they are like."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import pytest

from quiz_app.losses import Domain, FloatArray, Loss

Numbers: TypeAlias = Callable[[FloatArray], FloatArray]


def of_residual(definition: str, value: Numbers, slope: Numbers) -> Loss:
    """A loss of r = y − ŷ, with its value and its slope as functions of r."""
    return Loss(
        name="invented",
        title="An invented loss",
        short="L",
        task="regression",
        definition=definition,
        where={"r": "y_true - y_pred"},
        symbols={"y_true": "y", "y_pred": "yhat"},
        y_true=Domain.real(),
        y_pred=Domain.real(),
        value=lambda y, yhat: value(y - yhat),
        slope=lambda y, yhat: -slope(y - yhat),
    )


@pytest.fixture(scope="session")
def cauchy() -> Loss:
    """Robust, but not convex."""
    return of_residual("log(1 + r^2)", lambda r: np.log1p(r**2), lambda r: 2 * r / (1 + r**2))


@pytest.fixture(scope="session")
def exponential() -> Loss:
    """Convex, but neither symmetric nor bounded by any power."""
    return of_residual("exp(r) - r - 1", lambda r: np.expm1(r) - r, np.expm1)


@pytest.fixture(scope="session")
def miss() -> Loss:
    """One for every miss beyond 1: a loss that jumps."""
    return of_residual("1[|r| > 1]", lambda r: 1.0 * (np.abs(r) > 1), np.zeros_like)


@pytest.fixture(scope="session")
def bent_down() -> Loss:
    """Two straight lines that meet in a peak at zero."""
    return of_residual("-|r|", lambda r: -np.abs(r), lambda r: -np.sign(r))


@pytest.fixture(scope="session")
def torn() -> Loss:
    """Two flat pieces that do not meet: no derivative tells that it is not convex."""
    return of_residual("0 if r <= 1 else 1", lambda r: 1.0 * (r > 1), np.zeros_like)


@pytest.fixture(scope="session")
def pointed() -> Loss:
    """The distance, written such that no case distinction shows its kink."""
    return of_residual("sqrt(r^2)", np.abs, np.sign)
