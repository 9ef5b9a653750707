"""A variant and an answer make a verdict."""

from __future__ import annotations

from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    ChoicesQuestion,
    ClozeQuestion,
    CodeQuestion,
    ExpressionQuestion,
    MatchQuestion,
    NumberQuestion,
    OpenQuestion,
    OrderQuestion,
    TrueFalseQuestion,
)
from quiz_app.grading.stopping import Stop, never
from quiz_app.grading.verdict import Verdict
from quiz_app.variants import Variant


def grade(variant: Variant, answer: str, stopped: Stop = never) -> Verdict:
    """Judge an answer.

    A number question takes a number or an expression, an expression question a formula; a
    choice the number of an option (or its letter), several of them separated by commas; true or
    false its word or first letter, then the letter of a reason if there are some. An order is
    the numbers of its steps, a matching ``1b 2a``, and a text with gaps what belongs into each,
    set apart by semicolons.
    Open questions and cards are graded by the learner: the numbers of the points that were
    met, or 1 (again) to 4 (easy). A code question takes the text of a Python file; to run it
    takes time, and Stopped is raised when ``stopped`` says that nobody waits for it any longer.
    """
    match variant.item:
        case NumberQuestion():
            # NumPy is loaded by now: the right number of this variant was computed with it.
            from quiz_app.grading.number import grade_number

            return grade_number(variant, variant.item, answer)
        case ExpressionQuestion():
            from quiz_app.grading.expression.judge import grade_expression

            return grade_expression(variant, variant.item, answer)
        case ChoiceQuestion() | TrueFalseQuestion() | ChoicesQuestion():
            from quiz_app.grading.options import grade_options

            return grade_options(variant, answer)
        case OrderQuestion():
            from quiz_app.grading.order import grade_order

            return grade_order(variant, variant.item, answer)
        case MatchQuestion():
            from quiz_app.grading.match import grade_match

            return grade_match(variant, variant.item, answer)
        case ClozeQuestion():
            from quiz_app.grading.cloze import grade_cloze

            return grade_cloze(variant, variant.item, answer)
        case CodeQuestion():
            from quiz_app.grading.code.grade import grade_code

            return grade_code(variant, variant.item, answer, stopped)
        case OpenQuestion():
            from quiz_app.grading.selfgraded import grade_open

            return grade_open(variant, answer)
        case Card():
            from quiz_app.grading.selfgraded import grade_card

            return grade_card(answer)
