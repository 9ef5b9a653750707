"""Two mistakes made together, such as a sum for a mean and the base-2 logarithm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec.structs import replace

from quiz_app.bank.model import NumberQuestion
from quiz_app.variants.answer import shape
from quiz_app.variants.author_expression import author_expression
from quiz_app.variants.computing import mistaken, numeric
from quiz_app.variants.recognised import Recognised
from quiz_app.variants.variant import Variant


def mistaken_pairs(variant: Variant, item: NumberQuestion) -> Iterator[tuple[Recognised, ...]]:
    """Every two recognised mistakes of the losses that can be made at once.

    Both have the value that they give together. It is computed when it is asked for; a mistake
    of the author is an expression of its own and joins no other.
    """
    assert variant.answer is not None
    expression = author_expression(item.answer)
    numbers = {name: numeric(given) for name, given in variant.values.items()}
    authors = {mistake.name for mistake in item.mistakes}
    of_losses = (mistake for mistake in variant.mistakes if mistake.name not in authors)
    for pair in combinations(of_losses, 2):
        value = mistaken(expression, numbers, frozenset(mistake.name for mistake in pair))
        if value is not None and shape(value) == shape(variant.answer):
            yield tuple(replace(mistake, value=value) for mistake in pair)
