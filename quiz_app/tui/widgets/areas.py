"""The way of answering that belongs to each kind of question."""

from __future__ import annotations

from quiz_app.bank.model import (
    Card,
    ClozeQuestion,
    CodeQuestion,
    ExpressionQuestion,
    MatchQuestion,
    NumberQuestion,
    OpenQuestion,
    OrderQuestion,
    TrueFalseQuestion,
)
from quiz_app.tui.context import Context
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant


def answer_area(variant: Variant, context: Context) -> AnswerArea:
    """Where this variant is answered; a kind's widget is imported when it is first met."""
    match variant.item:
        case NumberQuestion():
            from quiz_app.tui.widgets.number import NumberAnswer

            return NumberAnswer(variant, context.glyphs)
        case ExpressionQuestion():
            from quiz_app.tui.widgets.expression import ExpressionAnswer

            return ExpressionAnswer(variant, variant.item, context.glyphs)
        case OpenQuestion():
            from quiz_app.tui.widgets.open import OpenAnswer

            return OpenAnswer(variant)
        case Card():
            from quiz_app.tui.widgets.card import CardAnswer

            return CardAnswer(variant, context)
        case CodeQuestion():
            from quiz_app.tui.widgets.code import CodeAnswer

            return CodeAnswer(variant, variant.item)
        case OrderQuestion():
            from quiz_app.tui.widgets.order import OrderAnswer

            return OrderAnswer(variant, variant.item)
        case MatchQuestion():
            from quiz_app.tui.widgets.match import MatchAnswer

            return MatchAnswer(variant)
        case ClozeQuestion():
            from quiz_app.tui.widgets.cloze import ClozeAnswer

            return ClozeAnswer(variant, variant.item, context.glyphs)
        case TrueFalseQuestion(reasons=reasons) if reasons:
            from quiz_app.tui.widgets.statement import StatementAnswer

            return StatementAnswer(variant)
        case _:
            from quiz_app.tui.widgets.options import OptionsAnswer

            return OptionsAnswer(variant)
