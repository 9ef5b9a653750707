"""How a loss slopes: where it has no derivative, and how large its derivatives become."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from math import isfinite

import numpy as np

from quiz_app.formulas.properties.breaks import Breaks
from quiz_app.formulas.properties.ends import (
    Approach,
    approaches,
    keeps_rising,
    target_approaches,
)
from quiz_app.formulas.properties.model import Claim, Property
from quiz_app.formulas.properties.ranges import range_of
from quiz_app.formulas.properties.subject import Subject, shown
from quiz_app.losses import FloatArray, Loss
from quiz_app.maths.layout import one_line

SMOOTH = Claim(
    "differentiable",
    "The loss has a derivative everywhere.",
    "There are places where the loss has no derivative.",
)
BOUNDED_SLOPE = Claim(
    "bounded gradient",
    "The gradient is bounded: no single sample can pull harder than that.",
    "The gradient is not bounded: a single sample can pull as hard as it likes.",
)
BOUNDED_CURVATURE = Claim(
    "Lipschitz gradient",
    "The gradient is Lipschitz: gradient descent with a small enough step never goes up.",
    "The gradient is not Lipschitz: no fixed step size is safe everywhere.",
)


def differentiable(subject: Subject) -> Property | None:
    """Has the loss a kink or a jump? None where that cannot be told."""
    if subject.breaks is None:
        return None
    if subject.breaks.places:
        return SMOOTH.disproved(f"It breaks at {_listed(subject.breaks)}.")
    return SMOOTH.proven("Nowhere do two pieces of the definition meet with different slopes.")


def bounded_gradient(subject: Subject) -> Property:
    """Is there a Lipschitz constant of the loss, and which?"""
    largest = float(
        np.abs(subject.loss.gradient(subject.points.targets, subject.points.first)).max()
    )

    def proof() -> str | None:
        if subject.slope is None or subject.breaks is None or subject.breaks.jumps:
            return None
        bound = range_of(subject.slope, subject.ranges).size
        if not isfinite(bound):
            return None
        which = "Every entry of the gradient" if subject.loss.classwise else "The slope"
        return (
            f"{which}, {one_line(subject.slope)}, stays within ±{shown(bound)}{subject.parameters}."
        )

    return BOUNDED_SLOPE.judged(
        _growth(
            chain(approaches(subject), target_approaches(subject)),
            partial(_slopes, subject.loss),
            "the slope",
        ),
        proof,
        f"The largest slope is {shown(largest)}. {subject.tried}",
    )


def lipschitz_gradient(subject: Subject) -> Property:
    """Is there a Lipschitz constant of the gradient, and which?"""
    breaks = subject.breaks
    if breaks is not None and breaks.places:
        return BOUNDED_CURVATURE.disproved(f"It jumps at {_listed(breaks)}.")
    quotient = _steepest(subject)

    def proof() -> str | None:
        if breaks is None or subject.curvature is None:
            return None
        bound = range_of(subject.curvature, subject.ranges).size
        if not isfinite(bound):
            return None
        which = "Every entry of the Hessian" if subject.loss.classwise else "The second derivative"
        curvature = one_line(subject.curvature)
        return f"{which}, {curvature}, stays within ±{shown(bound)}{subject.parameters}."

    return BOUNDED_CURVATURE.judged(
        _growth(approaches(subject), partial(_curvatures, subject.loss), "the second derivative"),
        proof,
        f"Its largest difference quotient is {shown(quotient)}. {subject.tried}",
    )


def _listed(breaks: Breaks) -> str:
    return " and at ".join(map(one_line, breaks.places))


def _slopes(loss: Loss, approach: Approach) -> FloatArray:
    """The size of the gradient along the way to an end, shape (steps,)."""
    return _sizes(loss.gradient(approach.targets, approach.predictions))


def _curvatures(loss: Loss, approach: Approach) -> FloatArray:
    """Difference quotients of the gradient between neighbouring steps, shape (steps − 1,)."""
    slopes = loss.gradient(approach.targets, approach.predictions)
    return _sizes(np.diff(slopes, axis=0)) / _sizes(np.diff(approach.predictions, axis=0))


def _growth(
    ways: Iterable[Approach], measure: Callable[[Approach], FloatArray], what: str
) -> str | None:
    """On which of the ways a measure grows without a bound; None if on none."""
    for approach in ways:
        sizes = measure(approach)
        if not isfinite(sizes[-1]):
            return f"Towards {approach.end} {what} grows beyond all numbers."
        if keeps_rising(sizes):
            return f"Towards {approach.end} {what} grows to {shown(sizes[-1])} and on."
    return None


def _steepest(subject: Subject) -> float:
    points = subject.points
    slopes = (
        subject.loss.gradient(points.targets, points.first),
        subject.loss.gradient(points.targets, points.second),
    )
    apart = _sizes(points.first - points.second)
    return float((_sizes(slopes[0] - slopes[1]) / apart).max())


def _sizes(rows: FloatArray) -> FloatArray:
    """The absolute values, or the lengths of rows."""
    return np.abs(rows) if rows.ndim == 1 else np.asarray(np.linalg.norm(rows, axis=-1))
