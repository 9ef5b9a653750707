"""Nats are told from bits wherever an answer is one of the two."""

from __future__ import annotations

import pytest

from quiz_app.variants.author_expression import author_expression
from quiz_app.variants.units import unit_mistake


@pytest.mark.parametrize(
    ("answer", "mistake"),
    [
        ("-log(p)", "bits"),
        ("-log2(p)", "nats"),
        ("bce(y, p)", "bits"),
        ("bce(y, z, from_logits=true)", "bits"),
        ("sum(p*log(p)) / 3", "bits"),
        ("mse(y, p)", None),
        ("gradient(bce(y, p))", None),
        ("exp(bce(y, p))", None),
        ("bce(y, p) / bce(y, q)", None),
        ("log(p) + log2(p)", None),
        ("log(p)*log(q)", None),
        ("log(p) + 1", None),
        ("kl_divergence(p, q)", "bits"),
        ("0.5", None),
    ],
)
def test_the_other_unit_is_a_mistake_where_there_is_one(answer: str, mistake: str | None) -> None:
    found = unit_mistake(author_expression(answer))
    assert (found.name if found else None) == mistake
