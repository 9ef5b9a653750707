"""A variant and an answer make a verdict."""

from __future__ import annotations

from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    ChoicesQuestion,
    NumberQuestion,
    OpenQuestion,
    TrueFalseQuestion,
)
from quiz_app.grading.verdict import Verdict
from quiz_app.variants import Variant


def grade(variant: Variant, answer: str) -> Verdict:
    """Judge an answer.

    A number question takes a number or an expression; a choice the number of an option (or
    its letter), several of them separated by commas; true or false its word or first letter.
    Open questions and cards are graded by the learner: the numbers of the points that were
    met, or 1 (again) to 4 (easy).
    """
    match variant.item:
        case NumberQuestion():
            # NumPy is loaded by now: the right number of this variant was computed with it.
            from quiz_app.grading.number import grade_number

            return grade_number(variant, variant.item, answer)
        case ChoiceQuestion() | TrueFalseQuestion() | ChoicesQuestion():
            from quiz_app.grading.options import grade_options

            return grade_options(variant, answer)
        case OpenQuestion():
            from quiz_app.grading.selfgraded import grade_open

            return grade_open(variant, answer)
        case Card():
            from quiz_app.grading.selfgraded import grade_card

            return grade_card(answer)
