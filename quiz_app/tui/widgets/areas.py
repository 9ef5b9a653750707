"""The way of answering that belongs to each kind of question."""

from __future__ import annotations

from quiz_app.bank.model import Card, NumberQuestion, OpenQuestion
from quiz_app.tui.context import Context
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant


def answer_area(variant: Variant, context: Context) -> AnswerArea:
    """Where this variant is answered; a kind's widget is imported when it is first met."""
    match variant.item:
        case NumberQuestion():
            from quiz_app.tui.widgets.number import NumberAnswer

            return NumberAnswer(variant, context.glyphs)
        case OpenQuestion():
            from quiz_app.tui.widgets.open import OpenAnswer

            return OpenAnswer(variant)
        case Card():
            from quiz_app.tui.widgets.card import CardAnswer

            return CardAnswer(variant, context)
        case _:
            from quiz_app.tui.widgets.options import OptionsAnswer

            return OptionsAnswer(variant)
