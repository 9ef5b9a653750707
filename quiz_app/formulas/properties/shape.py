"""The shape of a loss in its prediction: never negative, symmetric, convex."""

from __future__ import annotations

import numpy as np

from quiz_app.formulas.kinks import Kink
from quiz_app.formulas.properties.model import Claim, Property
from quiz_app.formulas.properties.ranges import range_of
from quiz_app.formulas.properties.subject import Subject, found, shown
from quiz_app.losses import FloatArray
from quiz_app.maths.expression.tree import (
    Binary,
    Compare,
    Indicator,
    Number,
    Tree,
    rebuild,
    substitute,
)
from quiz_app.maths.layout import one_line

NOT_NEGATIVE = Claim("not negative", "The loss is never below zero.", "The loss can be below zero.")
SYMMETRIC = Claim(
    "symmetric",
    "Target and prediction may change places: too high costs as much as too low.",
    "Target and prediction may not change places.",
)
CONVEX = Claim(
    "convex",
    "The loss is convex in the prediction: every local minimum is a global one.",
    "The loss is not convex in the prediction.",
)

# A share of the numbers compared; what is less may be rounding.
_TOLERANCE = 1e-9


def not_negative(subject: Subject) -> Property:
    """Is the loss bounded below by zero?"""
    values = subject.values(subject.points.first)
    place = _worst(-values)
    counterexample = None
    if place is not None:
        where = subject.where(place, subject.points.first)
        counterexample = f"At {where} it is {shown(values[place])}."

    def proof() -> str | None:
        if range_of(subject.notation.expanded, subject.ranges).low < 0:
            return None
        return f"Interval arithmetic on the definition{subject.parameters} gives nothing below 0."

    return NOT_NEGATIVE.judged(counterexample, proof, subject.tried)


def symmetric(subject: Subject) -> Property | None:
    """Is l(y, ŷ) = l(ŷ, y)? None where target and prediction are not of one kind."""
    loss, notation, points = subject.loss, subject.notation, subject.points
    alike = loss.y_true == loss.y_pred and loss.arguments == ("y_true", "y_pred")
    if not alike or loss.classwise:
        return None
    values = subject.values(points.first)
    swapped = subject.values(points.targets, points.first)
    place = _worst(np.abs(values - swapped) / (1 + np.abs(values)))
    counterexample = None
    if place is not None:
        counterexample = (
            f"At {subject.where(place, points.first)} it is {shown(values[place])}; "
            f"the other way round {shown(swapped[place])}."
        )

    def proof() -> str | None:
        mirrored = substitute(
            notation.expanded,
            {
                notation.target.name: notation.prediction,
                notation.prediction.name: notation.target,
            },
        )
        pending = subject.algebra.prove_equal(notation.expanded, mirrored, notation.positive)
        return "The algebra proves both equal." if found(pending) else None

    return SYMMETRIC.judged(counterexample, proof, subject.tried)


def convex(subject: Subject) -> Property:
    """Is the loss between two predictions never above the straight line between them?"""
    return CONVEX.judged(_above_the_chord(subject), lambda: curved_upwards(subject), subject.tried)


def _above_the_chord(subject: Subject) -> str | None:
    points = subject.points
    shares = points.shares[:, np.newaxis] if subject.loss.classwise else points.shares
    between = shares * points.first + (1 - shares) * points.second
    one, other = subject.values(points.first), subject.values(points.second)
    chord = points.shares * one + (1 - points.shares) * other
    curve = subject.values(between)
    place = _worst((curve - chord) / (1 + np.abs(one) + np.abs(other)))
    if place is None:
        return None
    return (
        f"At {subject.where(place, between)} it is {shown(curve[place])}, above the straight line "
        f"between the predictions {shown(points.first[place])} and {shown(points.second[place])}, "
        f"which is {shown(chord[place])} there{subject.parameters}."
    )


def curved_upwards(subject: Subject) -> str | None:
    """A second derivative that is never negative, no jump, and no kink that bends down."""
    curvature, breaks = subject.curvature, subject.breaks
    if curvature is None or breaks is None or breaks.jumps:
        return None
    if subject.notation.classwise:
        curvature = _diagonal(subject, curvature)
    if curvature is None or range_of(curvature, subject.ranges).low < 0:
        return None
    if not all(_bends_up(subject, kink) for kink in breaks.kinks):
        return None
    which = (
        "The Hessian is diagonal and its entry"
        if subject.notation.classwise
        else "The second derivative"
    )
    return f"{which}, {one_line(curvature)}, is never negative{subject.parameters}."


def _diagonal(subject: Subject, entry: Tree) -> Tree | None:
    """The entry on the diagonal of a Hessian, if all others are zero."""
    if found(subject.algebra.simplify(_off(entry, Number("0")))) != Number("0"):
        return None
    return found(subject.algebra.simplify(_off(entry, Number("1"))))


def _off(entry: Tree, same: Tree) -> Tree:
    """The entry with ``1[k == l]`` replaced."""

    def change(part: Tree) -> Tree:
        match part:
            case Indicator(Compare("==", left, right)) if {one_line(left), one_line(right)} == {
                "k",
                "l",
            }:
                return same
            case _:
                return part

    return rebuild(entry, change)


def _bends_up(subject: Subject, kink: Kink) -> bool:
    """Whether the slope rises at a kink: its jump has the sign of the way across."""
    notation, algebra = subject.notation, subject.algebra
    across = found(algebra.differentiate(kink.difference, notation.variable))
    if across is None:
        return False
    rise = Binary("*", Binary("-", *kink.slopes), across)
    product = found(algebra.simplify(rise, notation.positive))
    return product is not None and range_of(product, subject.ranges).low >= 0


def _worst(excess: FloatArray) -> int | None:
    """Where a number that should not be positive is largest; None if all are zero or rounding."""
    place = int(np.argmax(np.nan_to_num(excess, nan=0.0)))  # ∞ − ∞ says nothing
    return place if excess[place] > _TOLERANCE else None
