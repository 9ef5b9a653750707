"""Two mistakes of a loss can be made at once, and never give the right answer a bad name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.bank.model import AuthorMistake, Fixed, NumberQuestion
from quiz_app.variants import make_variant
from quiz_app.variants.pairs import mistaken_pairs

Ask = Callable[..., NumberQuestion]

SAMPLES = {"y": Fixed(("1", "0")), "p": Fixed(("0.5", "0.75"))}


def test_a_pair_has_the_value_that_both_mistakes_give_together(ask: Ask) -> None:
    variant = make_variant(ask("bce(y, p)", **SAMPLES), 0)
    values = {
        tuple(mistake.name for mistake in pair): pair[0].value
        for pair in mistaken_pairs(variant, variant.item)
    }
    # −log₂ ½ − log₂ ¼
    assert values["log2", "sum_instead_of_mean"] == pytest.approx(3)
    assert ("log2", "log10") not in values
    assert all(
        first.value == second.value for first, second in mistaken_pairs(variant, variant.item)
    )


def test_a_mistake_of_the_author_joins_no_other(ask: Ask) -> None:
    own = AuthorMistake("own", "2*answer", "Twice.")
    variant = make_variant(ask("mse(y, p)", own, **SAMPLES), 0)
    names = {mistake.name for pair in mistaken_pairs(variant, variant.item) for mistake in pair}
    assert names
    assert "own" not in names


def test_without_a_loss_there_are_no_pairs(ask: Ask) -> None:
    variant = make_variant(ask("y - p", **SAMPLES), 0)
    assert list(mistaken_pairs(variant, variant.item)) == []
