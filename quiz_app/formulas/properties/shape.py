"""The shape of a loss in its prediction: never negative, symmetric, convex."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from quiz_app.formulas.kinks import Kink
from quiz_app.formulas.notation import Notation
from quiz_app.formulas.properties.model import Claim, Property
from quiz_app.formulas.properties.ranges import Ranges, range_of
from quiz_app.formulas.properties.subject import Subject, found, shown
from quiz_app.losses import FloatArray
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Index,
    Indicator,
    Name,
    Negative,
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
# A share of the numbers compared; what is less may be rounding.
_TOLERANCE = 1e-9


def not_negative(subject: Subject) -> Property:
    """Is the loss bounded below by zero?"""
    values = subject.values(subject.points.first)
    place = _worst(-values)
    counterexample = None
    if place is not None:
        where = subject.where(place, subject.points.first)
        counterexample = f"At {where} it is {shown(values[place])}{subject.parameters}."

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
            f"the other way round {shown(swapped[place])}{subject.parameters}."
        )

    def proof() -> str | None:
        body, given = notation.expanded, ""
        pending = subject.algebra.prove_equal(body, _mirrored(body, notation), notation.positive)
        if not found(pending):
            body, given = substitute(body, subject.numbers), subject.parameters
            pending = subject.algebra.prove_equal(body, _mirrored(body, notation))
        return f"The algebra proves both equal{given}." if found(pending) else None

    return SYMMETRIC.judged(counterexample, proof, subject.tried)


def _mirrored(body: Tree, notation: Notation) -> Tree:
    """The tree with target and prediction in each other's place."""
    target, prediction = notation.target, notation.prediction
    return substitute(body, {target.name: prediction, prediction.name: target})


def convex(subject: Subject) -> Property:
    """Is the loss between two predictions never above the straight line between them?"""
    claim = _convexity(subject)
    return claim.judged(
        _above_the_chord(subject),
        lambda: curved_upwards(subject) or made_of_convex_terms(subject),
        subject.tried,
    )


def _convexity(subject: Subject) -> Claim:
    """The claim, which is about the prediction alone: what else a network may give is fixed."""
    notation = subject.notation
    fixed = [
        one_line(notation.parameters[each.name])
        for each in subject.loss.parameters
        if each.per_sample
    ]
    held = f" for fixed {' and '.join(fixed)}" if fixed else ""
    where = f"in the prediction {one_line(notation.prediction)}{held}"
    return Claim(
        "convex",
        f"The loss is convex {where}: every local minimum is a global one.",
        f"The loss is not convex {where}.",
    )


def _above_the_chord(subject: Subject) -> str | None:
    points = subject.points
    shares = points.shares[:, np.newaxis] if subject.loss.classwise else points.shares
    between = shares * points.first + (1 - shares) * points.second
    one, other = subject.values(points.first), subject.values(points.second)
    chord = points.shares * one + (1 - points.shares) * other
    curve = subject.values(between)
    excess = (curve - chord) / (1 + np.abs(one) + np.abs(other))
    place = _worst(np.where(np.isfinite(curve), excess, 0.0))  # what overflows proves nothing
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


def made_of_convex_terms(subject: Subject) -> str | None:
    """Terms in the rows of predictions that are a logsumexp, or are linear in them."""
    notation = subject.notation
    terms = list(_terms(subject.notation.expanded, subject.ranges))
    curved = [term for term in terms if not _is_linear(term, notation.prediction)]
    if not all(isinstance(term, Call) and term.function == "logsumexp" for term in curved):
        return None
    inside = [term.arguments[0] for term in curved if isinstance(term, Call)]
    if not curved or not all(_is_linear(each, notation.prediction) for each in inside):
        return None
    name = one_line(notation.prediction)
    return f"logsumexp is convex, and the other terms are linear in {name}{subject.parameters}."


def _terms(tree: Tree, ranges: Ranges) -> Iterator[Tree]:
    """The terms that a tree adds up, without factors that are not negative; −t stays as it is."""
    match tree:
        case Binary("+", left, right):
            yield from _terms(left, ranges)
            yield from _terms(right, ranges)
        case Binary("-", left, right):
            yield from _terms(left, ranges)
            yield Negative(right)
        case Binary("*", factor, rest) if range_of(factor, ranges).low >= 0:
            yield from _terms(rest, ranges)
        case _:
            yield tree


def _is_linear(tree: Tree, prediction: Name) -> bool:
    """Whether a tree is a linear function of the prediction, or of its entries, or free of it."""
    if prediction.name not in names_in(tree):
        return True
    match tree:
        case Name() | Index(Name(), _):
            return True
        case Negative(inside) | Call("sum", (inside, _, _)):
            return _is_linear(inside, prediction)
        case Binary("+" | "-", left, right):
            return _is_linear(left, prediction) and _is_linear(right, prediction)
        case Binary("*", left, right):
            one, other = (prediction.name in names_in(each) for each in (left, right))
            return one != other and all(_is_linear(each, prediction) for each in (left, right))
        case Binary("/", inside, divisor):
            return prediction.name not in names_in(divisor) and _is_linear(inside, prediction)
        case _:
            return False


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
