"""The given values of a question on one draw: drawn from chance, or computed from those above."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from msgspec import Struct

from quiz_app.bank.model import Computed, Item, Numbers
from quiz_app.variants.author_expression import author_expression
from quiz_app.variants.computing import Value, compute, numeric
from quiz_app.variants.draws import drawn_values, plain_decimal


class Given(Struct, frozen=True):
    """The same values twice: as exact decimal text, and as numbers to compute with."""

    exact: dict[str, Numbers]
    numbers: dict[str, Value]


def given_values(item: Item, seed: int, trial: int = 0) -> Given:
    """The values in the order of the file. Raises QuizError when one cannot be computed."""
    drawn = drawn_values(item, seed, trial)
    given = Given({}, {})
    for name, draw in item.given:
        if isinstance(draw, Computed):
            value = compute(author_expression(draw.expression), given.numbers)
            given.numbers[name], given.exact[name] = value, _text(value)
        else:
            given.numbers[name], given.exact[name] = numeric(drawn[name]), drawn[name]
    return given


def _text(value: Value) -> Numbers:
    if isinstance(value, np.ndarray) and value.ndim:
        return tuple(_text(part) for part in value)
    return plain_decimal(Decimal(repr(float(value))))
