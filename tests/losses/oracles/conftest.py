"""What comparisons with other libraries share: settings, and the worst differences found."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import pytest
from numpy.typing import ArrayLike, NDArray

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_HOME", tempfile.gettempdir())
os.environ.setdefault("JAX_ENABLE_X64", "true")
os.environ.setdefault("JAX_PLATFORMS", "cpu")

Array: TypeAlias = NDArray[np.float64]


class Comparison:
    """Holds our numbers against another library's, and remembers how far they were apart.

    Differences are relative to the number, or to 1 where it is smaller.
    """

    def __init__(self) -> None:
        self.worst: dict[tuple[str, str, str], float] = {}

    def agree(
        self, library: str, loss: str, what: str, ours: ArrayLike, theirs: ArrayLike, within: float
    ) -> None:
        """Assert that both have the same shape and the same numbers."""
        expected, found = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
        assert expected.shape == found.shape
        size = np.maximum(1.0, np.abs(expected))
        difference = float(np.max(np.abs(expected - found) / size))
        key = (library, loss, what)
        self.worst[key] = max(difference, self.worst.get(key, 0.0))
        assert difference <= within, f"{library}, {loss}, {what}: {difference:.2g} apart"


@pytest.fixture(scope="session")
def comparison() -> Iterator[Comparison]:
    """The comparison; what it found is printed at the end, for ``pytest -n0 -s``."""
    comparison = Comparison()
    yield comparison
    print()
    for (library, loss, what), difference in sorted(comparison.worst.items()):
        print(f"{library:<13} {loss:<45} {what:<9} {difference:.1e}")
