"""Ways to the places inside a domain where a loss may turn sharp: no distance, or no length."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from quiz_app.formulas.properties.ends import NEAR, Approach
from quiz_app.formulas.properties.points import CLASSES
from quiz_app.formulas.properties.subject import Subject
from quiz_app.losses import Domain, FloatArray
from quiz_app.maths.layout import one_line

_FIRST, _ALL, _NONE = np.eye(CLASSES)[0], np.ones(CLASSES), np.zeros(CLASSES)
_DIRECTIONS = ((_FIRST, _ALL), (_ALL, _FIRST), (_NONE, _FIRST))


def nearings(subject: Subject) -> Iterator[Approach]:
    """Every way to equal target and prediction, to a row of zeros as either, and to both.

    Each has a second row of predictions beside the first, at the same distance in another
    direction, as a slope that depends on the direction only shows in that.
    """
    loss = subject.loss
    if loss.y_true.members or loss.y_true.whole or loss.y_pred == Domain.probabilities():
        return
    target, prediction = one_line(subject.notation.target), one_line(subject.notation.prediction)
    if not loss.classwise:
        if loss.y_true == loss.y_pred:
            yield from _valid(subject, f"{prediction} = {target}", np.ones(6), 1 + NEAR, 1 - NEAR)
        return
    sizes = NEAR[:, np.newaxis]
    for one, other in _DIRECTIONS:
        here = np.tile(_FIRST, (len(NEAR), 1))
        ways = (
            (f"{prediction} = {target}", here, here + sizes * one, here + sizes * other),
            (f"{prediction} = 0", here, sizes * one, sizes * other),
            (f"{target} = 0 and {prediction} = 0", sizes * _FIRST, sizes * one, sizes * other),
        )
        for way in ways:
            yield from _valid(subject, *way)


def _valid(
    subject: Subject, end: str, targets: FloatArray, one: FloatArray, other: FloatArray
) -> Iterator[Approach]:
    """The way, if all of it lies in the domain."""
    loss = subject.loss
    kinds = ((loss.y_true, targets), (loss.y_pred, one), (loss.y_pred, other))
    if all(domain.first_violation(numbers) is None for domain, numbers in kinds):
        yield Approach(end, False, targets, one, other)
