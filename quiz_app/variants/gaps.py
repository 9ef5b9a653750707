"""The numbers that belong into the gaps of a text."""

from __future__ import annotations

import numpy as np

from quiz_app.bank.model import Gap
from quiz_app.errors import QuizError
from quiz_app.variants.author_expression import author_expression
from quiz_app.variants.computing import compute, numeric
from quiz_app.variants.variant import Variant


def gap_value(variant: Variant, gap: Gap) -> float:
    """The value of a gap's expression on a variant.

    Raises QuizError where it cannot be computed or is not one number.
    """
    numbers = {name: numeric(value) for name, value in variant.values.items()}
    value = compute(author_expression(gap.expression), numbers)
    if np.size(value) != 1:
        raise QuizError(
            f"The gap {gap.expression} is an array of shape {np.shape(value)}.",
            "Take one element of it, such as [0], or ask for its sum or mean.",
        )
    return float(np.asarray(value).reshape(()))
