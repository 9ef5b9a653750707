"""Every text of a variant, as it is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    Fixed,
    NumberQuestion,
    OpenQuestion,
    Option,
    Source,
    Tolerance,
    Uniform,
)
from quiz_app.errors import QuizError
from quiz_app.variants import make_variant, texts

Ask = Callable[..., NumberQuestion]

PLACE = Source("t.yaml", 1, 1)
X = (("x", Fixed("3")),)

OPEN = OpenQuestion(
    id="o",
    topic="t",
    source=PLACE,
    given=X,
    prompt="Why {x}?",
    answer="Because of {x + 1}.",
    points=("{x}", "{2*x}"),
    hints=("Near {x - 1}.",),
    explain="It is {x/2}.",
)


def test_the_texts_of_a_number_question(bank: Bank) -> None:
    variant = make_variant(bank.item("mse.by-hand"), 0)
    assert texts.prompt(variant) == (
        "A model predicts [2.5, 0, 2.1, 7.8] for [3, −0.5, 2, 7]. What is the mean squared error?"
    )
    assert texts.hints(variant) == ("Start from the residuals.", "Square, then average.")
    assert texts.explanation(variant) == (
        "The residuals are [0.5, −0.5, −0.1, −0.8]; squared and averaged they give 0.2875."
    )
    assert texts.model_answer(variant) == "0.2875"
    assert texts.options(variant) == ()
    assert texts.points(variant) == ()


def test_the_texts_of_an_open_question() -> None:
    variant = make_variant(OPEN, 0)
    assert texts.prompt(variant) == "Why 3?"
    assert texts.model_answer(variant) == "Because of 4."
    assert texts.points(variant) == ("3", "6")
    assert texts.hints(variant) == ("Near 2.",)
    assert texts.explanation(variant) == "It is 1.5."


def test_the_texts_of_a_card() -> None:
    card = Card(id="c", topic="t", source=PLACE, given=X, front="{x}?", back="{x}!", explain="So.")
    variant = make_variant(card, 0)
    shown = texts.prompt(variant), texts.model_answer(variant), texts.explanation(variant)
    assert shown == ("3?", "3!", "So.")


def test_the_texts_of_options_are_filled_in_and_in_the_order_of_the_variant() -> None:
    options = (Option("{x}", right=True), Option("{x + 1}", because="Not {x}."), Option("{x + 2}"))
    choice = ChoiceQuestion(
        id="c", topic="t", source=PLACE, given=X, prompt="Which?", options=options
    )
    filled = (Option("3", right=True), Option("4", because="Not 3."), Option("5"))
    for seed in range(10):
        variant = make_variant(choice, seed)
        assert texts.options(variant) == tuple(filled[place] for place in variant.order)
        assert texts.model_answer(variant) == "3"


@pytest.mark.parametrize(("item", "answer"), [("huber.smooth", "False"), ("convex", "MSE; MAE")])
def test_the_answer_to_a_choice_is_its_right_options(bank: Bank, item: str, answer: str) -> None:
    variant = make_variant(bank.item(item), 0)
    assert sorted(texts.model_answer(variant).split("; ")) == sorted(answer.split("; "))


def test_true_comes_before_false(bank: Bank) -> None:
    variant = make_variant(bank.item("huber.smooth"), 0)
    assert texts.options(variant) == (Option("True"), Option("False", right=True))


def test_a_right_answer_has_as_many_digits_as_are_asked_for(ask: Ask) -> None:
    def shown(tolerance: Tolerance) -> str:
        return texts.model_answer(make_variant(ask("pi", tolerance=tolerance), 0))

    assert shown(Tolerance()) == "3.14159"
    assert shown(Tolerance("digits", 3)) == "3.14159"
    assert shown(Tolerance("digits", 9)) == "3.14159265"


def test_every_text_holds_all_that_is_shown(bank: Bank) -> None:
    assert set(texts.every_text(make_variant(OPEN, 0))) == {
        *("Why 3?", "Because of 4.", "3", "6", "Near 2.", "It is 1.5.")
    }
    of_choice = texts.every_text(make_variant(bank.item("mse.outliers"), 0))
    assert {"MAE", "It squares the residual of the outlier."} <= set(of_choice)


@pytest.mark.parametrize("field", ["prompt", "answer", "points", "hints", "explain"])
def test_a_text_without_a_value_is_found_among_every_text(field: str) -> None:
    bad = "{log(x - 3)}"
    changed = (bad,) if field in ("points", "hints") else bad
    question = replace(OPEN, **{field: changed})
    with pytest.raises(QuizError, match="logarithm of zero"):
        texts.every_text(make_variant(question, 0))


def test_what_a_prompt_shows_is_what_is_computed_with(ask: Ask) -> None:
    question = ask("1000 * x", x=Uniform("0", "1", "0.000000001"), prompt="{x}")
    for seed in range(20):
        variant = make_variant(question, seed)
        assert variant.answer == pytest.approx(1000 * float(texts.prompt(variant)), rel=1e-15)
