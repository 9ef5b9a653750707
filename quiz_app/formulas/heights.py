"""How high a picture of curves is, some of which have a pole at an end of the x axis."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quiz_app.formulas.sampling import ends
from quiz_app.losses import FloatArray, Loss
from quiz_app.maths.plot import Curve

# Samples this near to an end of a domain, a twentieth of all, do not set the height of a curve
# that they would make so many times as high.
_NEAR_END = 19
_TOWERING = 1.5
# At a pole each step is so many times as high as the next; at a finite end they are alike.
_STEEPENING = 1.3


def without_poles(losses: Sequence[Loss], curves: Sequence[Curve]) -> tuple[float, float] | None:
    """The heights from zero on, without those at ends of domains that tower above the others."""
    if not any(ends(loss) for loss in losses):
        return None
    every = _from_zero([curve.y for curve in curves])
    inner = _from_zero(
        [
            curve.y[_NEAR_END:-_NEAR_END] if ends(loss) and _has_pole(curve.y) else curve.y
            for loss, curve in zip(losses, curves, strict=True)
        ]
    )
    shown = inner if np.ptp(every) > _TOWERING * np.ptp(inner) else every
    low, high = float(shown.min()), float(shown.max())
    return (low, high) if low < high else None


def _has_pole(heights: FloatArray) -> bool:
    """Whether a curve seems to rise or fall without bound towards one of its ends."""
    steps = np.abs(np.diff(heights))
    return bool(max(steps[0] - _STEEPENING * steps[1], steps[-1] - _STEEPENING * steps[-2]) > 0)


def _from_zero(heights: Sequence[FloatArray]) -> FloatArray:
    joined: FloatArray = np.concatenate([*heights, np.zeros(1)])
    finite: FloatArray = joined[np.isfinite(joined)]
    return finite
