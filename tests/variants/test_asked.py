"""What is said of the formula that is asked for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from quiz_app.bank.model import ExpressionQuestion, Source, Variable
from quiz_app.variants import is_shown_at_once, make_variant
from quiz_app.variants.texts import model_answer, prompt

ITEM = ExpressionQuestion(
    id="q",
    topic="t",
    source=Source("one.yaml", 1, 1),
    prompt="Which?",
    variables=(Variable("y", values=("-1", "1")), Variable("z", "-pi", "pi", open=True)),
    answer="sigmoid(z)/2",
)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (ITEM, "Answer in y and z, for y ∈ {−1, 1} and −π < z < π."),
        (replace(ITEM, up_to="constant"), "< z < π. An added constant does not matter."),
        (replace(ITEM, up_to="factor"), "< z < π. A constant positive factor does not matter."),
        (replace(ITEM, in_terms_of=("z",)), "Answer in z, for y ∈ {−1, 1} and −π < z < π."),
        (
            replace(ITEM, variables=(Variable("z", "0", "1"), Variable("p", expression="z/2"))),
            "Answer in z and p, for 0 ≤ z ≤ 1, with p = z/2.",
        ),
    ],
)
def test_a_prompt_ends_with_the_domain(item: ExpressionQuestion, said: str) -> None:
    text = prompt(make_variant(item, seed=0))
    assert text.startswith("Which?\n\nAnswer in ")
    assert text.endswith(said)


def test_a_formula_is_asked_for_without_computing_anything() -> None:
    assert is_shown_at_once(ITEM)
    assert model_answer(make_variant(ITEM, seed=0)) == "σ(z)/2"
