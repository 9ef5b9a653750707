"""How a loss slopes: where it has no derivative, and how large its derivatives become."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from math import isfinite

import numpy as np

from quiz_app.formulas.properties.ends import (
    Approach,
    approaches,
    keeps_rising,
    target_approaches,
)
from quiz_app.formulas.properties.model import Claim, Property
from quiz_app.formulas.properties.nearing import nearings
from quiz_app.formulas.properties.ranges import range_of
from quiz_app.formulas.properties.search import HOW, largest_quotient, largest_slope, sizes
from quiz_app.formulas.properties.subject import Subject, shown
from quiz_app.losses import FloatArray
from quiz_app.maths.expression.tree import Tree
from quiz_app.maths.layout import one_line

SMOOTH = Claim(
    "differentiable",
    "The loss has a derivative everywhere.",
    "There are places where the loss has no derivative.",
)
BOUNDED_SLOPE = Claim(
    "bounded gradient",
    "The gradient is bounded: there is a limit to how hard a single sample can pull.",
    "The gradient is not bounded: a single sample can pull as hard as it likes.",
)
UNBROKEN = Claim(
    "bounded gradient",
    BOUNDED_SLOPE.if_it_holds,
    "The loss jumps, which no bound on a slope allows.",
)
BOUNDED_CURVATURE = Claim(
    "Lipschitz gradient",
    "The gradient is Lipschitz: a step of gradient descent that is small enough never goes up.",
    "The gradient is not Lipschitz: no fixed step size is safe everywhere.",
)

_HIDDEN = (
    "A root, a power or a largest entry in the definition may have no derivative somewhere, "
    "and whether it does was not found out."
)
_GAP = 1e-3
_EVEN = 0.1


def differentiable(subject: Subject) -> Property:
    """Has the loss a kink or a jump? Where its formula does not tell, its slopes may."""
    if subject.breaks is None:
        kink = next(
            filter(None, (_direction_counts(subject, way) for way in nearings(subject))), None
        )
        return SMOOTH.unknown(_HIDDEN) if kink is None else SMOOTH.disproved(kink)
    if subject.breaks.places:
        return SMOOTH.disproved(
            f"It breaks at {_listed(subject.breaks.places)}{subject.parameters}."
        )
    return SMOOTH.proven("Nowhere do two pieces of the definition meet with different slopes.")


def bounded_gradient(subject: Subject) -> Property:
    """Is there a Lipschitz constant of the loss, and which?"""
    if subject.breaks is not None and subject.breaks.jumps:
        return UNBROKEN.disproved(f"It jumps at {_listed(subject.breaks.jumps)}.")

    def proof() -> str | None:
        if subject.slope is None or subject.breaks is None:
            return None
        bound = range_of(subject.slope, subject.ranges).size
        if not isfinite(bound):
            return None
        which = "Every entry of the gradient" if subject.loss.classwise else "The slope"
        return (
            f"{which}, {one_line(subject.slope)}, stays within ±{shown(bound)}{subject.parameters}."
        )

    def tried() -> str:
        found = f"The largest slope found is {shown(largest_slope(subject))}{subject.of_rows}"
        return f"{found}, {HOW}{subject.parameters}."

    return BOUNDED_SLOPE.judged(
        _growth(
            chain(approaches(subject), target_approaches(subject), nearings(subject)),
            partial(_slopes, subject),
            "the slope",
        ),
        proof,
        tried,
    )


def lipschitz_gradient(subject: Subject) -> Property:
    """Is there a Lipschitz constant of the gradient, and which?"""
    breaks = subject.breaks
    if breaks is not None and breaks.jumps:
        return BOUNDED_CURVATURE.disproved(f"The loss itself jumps at {_listed(breaks.jumps)}.")
    if breaks is not None and breaks.places:
        where = f"{_listed(breaks.places)}{subject.parameters}"
        return BOUNDED_CURVATURE.disproved(f"The gradient jumps at {where}.")

    def proof() -> str | None:
        if breaks is None or subject.curvature is None:
            return None
        bound = range_of(subject.curvature, subject.ranges).size
        if bound == 0:
            return "The gradient is constant: the loss is a line, along which it falls for ever."
        if not isfinite(bound):
            return None
        which = "Every entry of the Hessian" if subject.loss.classwise else "The second derivative"
        curvature = one_line(subject.curvature)
        return f"{which}, {curvature}, stays within ±{shown(bound)}{subject.parameters}."

    def tried() -> str:
        found = f"Its largest difference quotient found is {shown(largest_quotient(subject))}"
        return f"{found}{subject.of_rows}, {HOW}{subject.parameters}."

    return BOUNDED_CURVATURE.judged(
        _growth(
            chain(approaches(subject), nearings(subject)),
            partial(_curvatures, subject),
            "the second derivative",
        ),
        proof,
        tried,
    )


def _listed(places: Iterable[Tree]) -> str:
    return " and at ".join(map(one_line, places))


def _slopes(subject: Subject, approach: Approach) -> FloatArray:
    """The size of the gradient along the way to an end, shape (steps,)."""
    return sizes(subject.slopes(approach.predictions, approach.targets))


def _curvatures(subject: Subject, approach: Approach) -> FloatArray:
    """Difference quotients of the gradient along a way to an end.

    They are between the two predictions at each step, or else between neighbouring steps.
    """
    slopes = subject.slopes(approach.predictions, approach.targets)
    if approach.beside is None:
        return sizes(np.diff(slopes, axis=0)) / sizes(np.diff(approach.predictions, axis=0))
    others = subject.slopes(approach.beside, approach.targets)
    return sizes(slopes - others) / sizes(approach.predictions - approach.beside)


def _direction_counts(subject: Subject, way: Approach) -> str | None:
    """Whether the slope at an end that is in the domain depends on where one comes from."""
    if way.beside is None or not np.isfinite(subject.values(way.predictions, way.targets)).all():
        return None
    slopes = (subject.slopes(each, way.targets)[-1:] for each in (way.predictions, way.beside))
    one, other = slopes
    values = (
        subject.values(way.predictions, way.targets)[-1],
        subject.values(way.beside, way.targets)[-1],
    )
    if not np.isclose(*values, atol=_GAP) or sizes(one - other)[0] <= _GAP:
        return None
    return (
        f"Near {way.end} the slope depends on the direction: "
        f"it is {shown(one[0])} on one side and {shown(other[0])} on another{subject.of_rows}."
    )


def _growth(
    ways: Iterable[Approach], measure: Callable[[Approach], FloatArray], what: str
) -> str | None:
    """On which of the ways a measure grows without a bound; None if on none."""
    for approach in ways:
        measured = measure(approach)
        if not isfinite(measured[-1]):
            return f"Towards {approach.end} {what} grows beyond all numbers."
        if keeps_rising(measured):
            return f"Towards {approach.end} {what} {_rise(measured, approach.endless)}."
    return None


def _rise(measured: FloatArray, endless: bool) -> str:
    """How it grows: by the same again and again, as logarithms do, or up to a large number."""
    steps = np.diff(measured)
    if np.ptp(steps[-3:]) > _EVEN * steps[-1]:
        return f"grows to {shown(measured[-1])} and on"
    nearer = "farther out" if endless else "nearer"
    return f"grows by about {shown(round(steps[-1], 2))} with every step ten times {nearer}"
