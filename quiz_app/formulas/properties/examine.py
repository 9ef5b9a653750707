"""All properties of a loss, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from quiz_app.formulas.notation import Notation
from quiz_app.formulas.properties.ends import growth
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
)


def examine(loss: Loss, algebra: Algebra) -> Iterator[Property]:
    """What follows from a loss's definition, with its parameters at their defaults.

    One answer after the other, each as soon as it is found. A property that makes no sense for
    the loss is left out. Raises AlgebraTimeout where the algebra takes too long, QuizError for
    a domain from which nothing can be drawn.
    """
    subject = Subject(loss, Notation.of(loss), algebra)
    for question in _QUESTIONS:
        with np.errstate(all="ignore"):  # what overflows is no accident at the ends of a domain
            answer = question(subject)
        if answer is not None:
            yield answer
