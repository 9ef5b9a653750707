"""One algebra for all tests of this folder, and losses that are made up from a definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from quiz_app.losses import Domain, FloatArray, Loss, Parameter
from quiz_app.maths.algebra import Algebra


@pytest.fixture(scope="session")
def algebra() -> Iterator[Algebra]:
    with Algebra() as service:
        yield service


REAL = Domain.real()


def _no_numbers(*_: object) -> FloatArray:
    raise AssertionError("a formula is derived from the text alone")


def _invent(
    definition: str,
    *,
    y_true: Domain = REAL,
    y_pred: Domain = REAL,
    y: str = "y",
    prediction: str = "yhat",
    where: dict[str, str] | None = None,
    parameters: dict[str, Domain] | None = None,
    classwise: bool = False,
) -> Loss:
    return Loss(
        name="invented",
        title="An invented loss",
        short="L",
        task="regression",
        definition=definition,
        symbols={"y_true": y, "y_pred": prediction},
        y_true=y_true,
        y_pred=y_pred,
        value=_no_numbers,
        slope=_no_numbers,
        where=where or {},
        parameters=tuple(
            Parameter(name, 1.0, domain, "") for name, domain in (parameters or {}).items()
        ),
        classwise=classwise,
    )


@pytest.fixture(scope="session")
def invent() -> Callable[..., Loss]:
    """Makes a loss that has a definition and domains, but no numbers."""
    return _invent
