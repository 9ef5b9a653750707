"""What is plotted: curves, and marks set on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Curve:
    """A named line through the samples ``(x[i], y[i])``, both of shape (n,).

    A sample that is not finite breaks the line. A curve without a name has no legend entry.
    """

    name: str
    x: FloatArray
    y: FloatArray

    def __post_init__(self) -> None:
        if self.x.ndim != 1 or self.x.shape != self.y.shape:
            raise ValueError(f"x {self.x.shape} and y {self.y.shape} must be of one shape (n,)")


@dataclass(frozen=True)
class Guide:
    """A vertical line at ``x``, behind the curves: a target, or a cursor."""

    x: float


@dataclass(frozen=True)
class Point:
    """A single point in front of the curves, in the colour of the curve with that index."""

    x: float
    y: float
    curve: int | None = None


Mark: TypeAlias = Guide | Point


def reading_at(curves: Sequence[Curve], x: float) -> tuple[float, ...]:
    """The height of every curve at ``x``, interpolated linearly between its samples.

    The samples of each curve must be ordered by x. Outside of them, and where the line is
    broken, the reading is nan.
    """
    return tuple(
        float(np.interp(x, curve.x, curve.y, left=np.nan, right=np.nan)) if curve.x.size else np.nan
        for curve in curves
    )
