"""What part of the plane a plot shows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quiz_app.errors import QuizError
from quiz_app.maths.plot.curve import Curve, FloatArray
from quiz_app.maths.plot.frame import Range
from quiz_app.maths.plot.ticks import drawable


def shown_ranges(
    curves: Sequence[Curve],
    x_range: tuple[float, float] | None,
    y_range: tuple[float, float] | None,
) -> tuple[Range, Range]:
    """The ranges of x and y; one that is not given is that of the finite samples.

    Raises QuizError when a given range is not finite and increasing.
    """
    x = _range([curve.x for curve in curves], x_range)
    return x, _range([_seen_heights(curve, x) for curve in curves], y_range)


def _range(samples: Sequence[FloatArray], asked: tuple[float, float] | None) -> Range:
    if asked is not None:
        low, high = asked
        if not (np.isfinite(asked).all() and low < high):
            raise QuizError(
                f"A plot cannot show the range from {low:g} to {high:g}.",
                "Give two finite numbers, the smaller one first.",
            )
        return Range(*drawable(low, high), asked=True)
    every = np.concatenate([*samples, np.empty(0)])
    finite = every[np.isfinite(every)]
    if not finite.size:
        return Range(0.0, 1.0, asked=True)
    return Range(*drawable(float(finite.min()), float(finite.max())), asked=False)


def _seen_heights(curve: Curve, x: Range) -> FloatArray:
    return curve.y[(curve.x >= x.low) & (curve.x <= x.high)]
