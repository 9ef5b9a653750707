"""What becomes of a loss towards the ends of its domain: for ever larger or surer predictions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite, isinf, log10

import numpy as np

from quiz_app.formulas.properties.model import Claim, Property
from quiz_app.formulas.properties.points import CLASSES
from quiz_app.formulas.properties.subject import Subject, shown, span
from quiz_app.losses import Domain, FloatArray, Loss
from quiz_app.maths.layout import one_line

TAME = Claim(
    "at most linear",
    "An ever larger error costs at most in proportion.",
    "An ever larger error costs more than in proportion.",
)
FINITE = Claim(
    "finite at the ends",
    "Even a prediction that is sure and wrong costs no more than a bounded amount.",
    "A prediction that is sure and wrong costs without bound.",
)

_STEPS = np.arange(1.0, 7.0)
_FAR, _NEAR = 10.0**_STEPS, 10.0**-_STEPS

# The growth of a power shows in its exponent; logarithms spoil the second digit.
_SLACK = 0.1
_LEVEL = 0.01
_FASTEST = 3.0


@dataclass(frozen=True)
class Approach:
    """Predictions on their way to an ``end``, for one target: arrays along the steps."""

    end: str
    endless: bool
    targets: FloatArray
    predictions: FloatArray


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
    """How fast does the loss grow towards the ends? None for a domain without any."""
    worst: dict[str, tuple[float, Approach]] = {}
    for approach in approaches(subject):
        rate = _rate(subject.values(approach.predictions, approach.targets), approach.endless)
        if approach.end not in worst or rate > worst[approach.end][0]:
            worst[approach.end] = rate, approach
    if not worst:
        return None
    endless = any(approach.endless for _, approach in worst.values())
    claim, allowed = (TAME, 1 + _SLACK) if endless else (FINITE, _SLACK)
    evidence = "; ".join(
        f"towards {end} the loss {_words(rate, approach.endless)}"
        for end, (rate, approach) in worst.items()
    )
    said = f"{evidence[0].upper()}{evidence[1:]}{subject.parameters}."
    wrong = any(rate > allowed for rate, _ in worst.values())
    return claim.disproved(said) if wrong else claim.checked(said)


def keeps_rising(values: FloatArray) -> bool:
    """Whether what is measured on the way to an end rises in its last step as in its first.

    The steps are ten times nearer to the end each, so logarithms rise by the same every time,
    and what has a limit by less and less.
    """
    steps = np.diff(values)
    return bool(steps[-1] > _SLACK * max(steps[0], _SLACK))


def _ways(domain: Domain) -> Iterator[tuple[float, FloatArray]]:
    """The ends of a domain, each with numbers on the way to it."""
    if domain.members:
        return
    low, high = span(domain)
    yield low, -_FAR if isinf(low) else low + _NEAR
    yield high, _FAR if isinf(high) else high - _NEAR


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
    """The exponent of the power by which the loss grows, over the last steps of ten times."""
    if not endless:
        return 1.0 if keeps_rising(values) else 0.0
    if not np.isfinite(values).all():
        return np.inf
    return max(_exponent(*pair) for pair in pairwise(values[-3:]))


def _exponent(before: float, after: float) -> float:
    return log10(after / before) if before > 0 and after > 0 else 0.0


def _words(rate: float, endless: bool) -> str:
    if rate <= _LEVEL:
        return "levels off"
    if not endless:
        return "grows without bound"
    if rate > _FASTEST:
        return "grows faster than every low power"
    if abs(rate - 2) <= _SLACK:
        return "grows quadratically"
    if abs(rate - 1) <= _SLACK:
        return "grows linearly"
    return "grows slower than linearly" if rate < 1 else f"grows like the power {shown(rate)}"
