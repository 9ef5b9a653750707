"""What is particular to each kind of question."""

from __future__ import annotations

from quiz_app.bank.kinds.cloze import read_cloze_question
from quiz_app.bank.kinds.code import read_code_question
from quiz_app.bank.kinds.expression import EXPRESSION_KEYS, read_expression_question
from quiz_app.bank.kinds.kind import Common, Kind
from quiz_app.bank.kinds.match import read_match_question
from quiz_app.bank.kinds.number import read_number_question
from quiz_app.bank.kinds.options import (
    read_choice_question,
    read_choices_question,
    read_true_false_question,
)
from quiz_app.bank.kinds.order import read_order_question
from quiz_app.bank.kinds.words import read_open_question

__all__ = ["KINDS", "Common", "Kind"]

KINDS = {
    "number": Kind(
        "a number question",
        ("answer", "tolerance", "mistakes"),
        read_number_question,
        computes_answer=True,
    ),
    "code": Kind(
        "a code question",
        ("function", "against", "computes", "options", "start", "vectorised"),
        read_code_question,
    ),
    "expression": Kind("an expression question", EXPRESSION_KEYS, read_expression_question),
    "choice": Kind("a choice question", ("options", "shuffle"), read_choice_question),
    "choices": Kind("a choices question", ("options", "shuffle"), read_choices_question),
    "true_false": Kind("a true_false question", ("answer", "reasons"), read_true_false_question),
    "order": Kind("an order question", ("steps",), read_order_question),
    "match": Kind("a match question", ("pairs", "others"), read_match_question),
    "cloze": Kind("a cloze question", ("gaps",), read_cloze_question),
    "open": Kind("an open question", ("answer", "points"), read_open_question),
}
