"""What becomes of a loss towards the ends of its domain: for ever larger or surer predictions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, isfinite, isinf, log10

import numpy as np

from quiz_app.formulas.properties.model import Claim, Property
from quiz_app.formulas.properties.points import CLASSES
from quiz_app.formulas.properties.subject import Subject, shown, span
from quiz_app.losses import Domain, FloatArray, Loss
from quiz_app.maths.layout import one_line

TAME = Claim(
    "at most linear",
    "Towards infinity the loss grows at most in proportion to the prediction.",
    "Towards infinity the loss grows more than in proportion to the prediction.",
)
FINITE = Claim(
    "finite at the ends",
    "The loss stays finite where the domain of the prediction ends.",
    "The loss grows without bound where the domain of the prediction ends.",
)

_STEPS = np.arange(1.0, 7.0)
_FAR = 10.0**_STEPS
NEAR = 10.0**-_STEPS
"""Distances on the way to a place, each a tenth of the one before."""

# The growth of a power shows in its exponent; logarithms spoil the second digit.
_SLACK = 0.1
_LEVEL = 0.01
_LASTING = 0.95
_FASTEST = 3.0


@dataclass(frozen=True)
class Approach:
    """Predictions on their way to an ``end``, for one target: arrays along the steps.

    ``beside`` are others on the way to the same end, in another direction.
    """

    end: str
    endless: bool
    targets: FloatArray
    predictions: FloatArray
    beside: FloatArray | None = None


def approaches(subject: Subject) -> Iterator[Approach]:
    """Every way to an end of the domain of the prediction, for each kind of target."""
    loss = subject.loss
    for end, numbers in _ways(loss.y_pred):
        predictions = _rows(numbers, loss.y_pred) if loss.classwise else numbers
        for target in _targets(loss):
            targets = np.repeat([target], len(numbers), axis=0)
            yield Approach(f"{subject.variable} = {shown(end)}", isinf(end), targets, predictions)


def target_approaches(subject: Subject) -> Iterator[Approach]:
    """Every way of the target to an end that it never reaches, for one prediction."""
    domain = subject.loss.y_true
    if subject.loss.classwise or domain.members:
        return
    for end, targets in _ways(domain):
        if isfinite(end) and domain.first_violation(np.array(end)) is not None:
            predictions = np.repeat(subject.points.first[:1], len(targets))
            name = one_line(subject.notation.target)
            yield Approach(f"{name} = {shown(end)}", False, targets, predictions)


def growth(subject: Subject) -> Property | None:
    """How fast does the loss grow towards infinity? None for a domain that is finite."""
    return _judged(subject, TAME, endless=True, allowed=1 + _SLACK)


def finite(subject: Subject) -> Property | None:
    """Has the loss a limit at the finite ends? None for a domain without any."""
    return _judged(subject, FINITE, endless=False, allowed=_SLACK)


def _judged(subject: Subject, claim: Claim, *, endless: bool, allowed: float) -> Property | None:
    trends: dict[str, dict[str, float]] = {}
    for approach in approaches(subject):
        if approach.endless is endless:
            rate = _rate(subject.values(approach.predictions, approach.targets), endless)
            target = f"{one_line(subject.notation.target)} = {shown(approach.targets[0])}"
            trends.setdefault(approach.end, {})[target] = rate
    if not trends:
        return None
    evidence = "; ".join(
        f"towards {end} the loss {_trend(rates, endless)}" for end, rates in trends.items()
    )
    said = f"{evidence[0].upper()}{evidence[1:]}{subject.parameters}."
    wrong = any(rate > allowed for rates in trends.values() for rate in rates.values())
    return claim.disproved(said) if wrong else claim.checked(said)


def _trend(rates: Mapping[str, float], endless: bool) -> str:
    """What the loss does on the way to one end, with the target where that matters."""
    targets = {_words(rate, endless): target for target, rate in sorted(rates.items())[::-1]}
    if len(targets) == 1:
        return next(iter(targets))
    worst = max(rates, key=lambda target: rates[target])
    return f"{_words(rates[worst], endless)} for {worst}"


def keeps_rising(values: FloatArray) -> bool:
    """Whether what is measured on the way to an end rises in its last step as in its first.

    The steps are ten times nearer to the end each, so logarithms rise by the same every time,
    and what has a limit, even if it is that of a low power, by a share less.
    """
    steps = np.diff(values)
    lasting = steps[-1] > _LASTING * steps[-2]
    return bool(lasting and steps[-1] > _SLACK * max(steps[0], _SLACK))


def _ways(domain: Domain) -> Iterator[tuple[float, FloatArray]]:
    """The ends of a domain, each with numbers on the way to it."""
    if domain.members:
        return
    low, high = span(domain)
    yield low, -_FAR if isinf(low) else low + NEAR
    yield high, _FAR if isinf(high) else high - NEAR


def _rows(numbers: FloatArray, domain: Domain) -> FloatArray:
    """The numbers as the first entry of rows; the others share the rest, or are zero."""
    others = (1 - numbers) / (CLASSES - 1) if domain.low == 0 else np.zeros_like(numbers)
    return np.stack([numbers, *[others] * (CLASSES - 1)], axis=-1)


def _targets(loss: Loss) -> FloatArray:
    """The targets to come from: every label, or ends and simple numbers of an interval."""
    domain = loss.y_true
    if loss.classwise:
        return np.arange(float(CLASSES)) if domain.whole else np.eye(CLASSES)
    if domain.members:
        return np.array(domain.members)
    candidates = np.unique([domain.low, domain.high, domain.low + 1, 0.0, 1.0])
    return np.array([each for each in candidates if domain.first_violation(each) is None])


def _rate(values: FloatArray, endless: bool) -> float:
    """The exponent of the power by which the loss grows, over the last steps of ten times.

    It is negative for a loss that falls without bound, by the power of its size.
    """
    if endless and not np.isfinite(values).all():
        return np.inf
    if endless:
        exponents = [_exponent(*pair) for pair in pairwise(values[-3:])]
        return max(exponents, key=abs)
    if keeps_rising(values):
        return 1.0
    return -1.0 if keeps_rising(-values) else 0.0


def _exponent(before: float, after: float) -> float:
    if before * after <= 0 or abs(after) <= abs(before):
        return 0.0
    return float(copysign(log10(after / before), after))


def _words(rate: float, endless: bool) -> str:
    size, verb = abs(rate), "grows" if rate > 0 else "falls"
    if size <= _LEVEL:
        return "levels off"
    if not endless:
        return f"{verb} without bound"
    if size > _FASTEST:
        return f"{verb} faster than every low power"
    if abs(size - 2) <= _SLACK:
        return f"{verb} quadratically"
    if abs(size - 1) <= _SLACK:
        return f"{verb} linearly"
    return f"{verb} slower than linearly" if size < 1 else f"{verb} like the power {shown(size)}"
