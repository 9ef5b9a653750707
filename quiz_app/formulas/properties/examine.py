"""All properties of a loss, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from quiz_app.formulas.notation import Notation
from quiz_app.formulas.properties.ends import finite, growth
from quiz_app.formulas.properties.model import Property
from quiz_app.formulas.properties.shape import convex, not_negative, symmetric
from quiz_app.formulas.properties.slopes import (
    bounded_gradient,
    differentiable,
    lipschitz_gradient,
)
from quiz_app.formulas.properties.subject import Subject

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra

_QUESTIONS = (
    convex,
    not_negative,
    symmetric,
    differentiable,
    bounded_gradient,
    lipschitz_gradient,
    growth,
    finite,
)


def examine(loss: Loss, algebra: Algebra) -> Iterator[Property]:
    """What follows from a loss's definition, for its parameters at their defaults and elsewhere.

    One answer after the other, each as soon as it is found. A property that makes no sense for
    the loss is left out; one that cannot be judged is not. Raises AlgebraTimeout where the
    algebra takes too long, QuizError for a domain from which nothing can be drawn.
    """
    subject = Subject(loss, Notation.of(loss), algebra)
    elsewhere = tuple(subject.varied())
    for question in _QUESTIONS:
        with np.errstate(all="ignore"):  # what overflows is no accident at the ends of a domain
            answer = question(subject)
            others = [(other, question(other)) for other in elsewhere] if answer else []
        if answer is not None:
            yield _together(subject, answer, [(other, it) for other, it in others if it])


def _together(
    subject: Subject, answer: Property, others: Iterable[tuple[Subject, Property]]
) -> Property:
    """One answer for all values of the parameters: a counterexample with any of them counts."""
    against = next((other for _, other in others if other.holds is False), None)
    if against is not None and answer.holds is not False:
        others = [(subject, answer), *others]
        answer = against
    proven = _settings(other for other, it in others if it.how == "proven")
    checked = _settings(other for other, it in others if it.how == "checked")
    too = "" if answer.holds is False else ", too,"
    more = [
        *([f"It holds{too}{proven}."] if proven else []),
        *([f"No counterexample was found{checked}."] if checked else []),
    ]
    return replace(answer, evidence=" ".join((answer.evidence, *more)))


def _settings(subjects: Iterable[Subject]) -> str:
    """`` with τ = 0.1 and with τ = 0.9``, or nothing."""
    return " and".join(subject.parameters for subject in subjects)
