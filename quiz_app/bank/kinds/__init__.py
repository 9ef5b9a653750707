"""What is particular to each kind of question."""

from __future__ import annotations

from quiz_app.bank.kinds.kind import Common, Kind
from quiz_app.bank.kinds.number import read_number_question
from quiz_app.bank.kinds.options import (
    read_choice_question,
    read_choices_question,
    read_true_false_question,
)
from quiz_app.bank.kinds.words import read_open_question

__all__ = ["KINDS", "Common", "Kind"]

KINDS = {
    "number": Kind(
        "a number question",
        ("answer", "tolerance", "mistakes"),
        read_number_question,
        computes_answer=True,
    ),
    "choice": Kind("a choice question", ("options", "shuffle"), read_choice_question),
    "choices": Kind("a choices question", ("options", "shuffle"), read_choices_question),
    "true_false": Kind("a true_false question", ("answer",), read_true_false_question),
    "open": Kind("an open question", ("answer", "points"), read_open_question),
}
