"""Whether the formulas of an expression question are true: equal, different, and defined."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from quiz_app.authoring.calls import check_calls
from quiz_app.authoring.finding import Finding
from quiz_app.bank.expressions import clauses
from quiz_app.bank.model import AuthorMistake, ExpressionQuestion, Question
from quiz_app.bank.wording import quoted
from quiz_app.errors import QuizError
from quiz_app.grading.expression.diagnosis import mistake_formula
from quiz_app.grading.expression.difference import difference
from quiz_app.grading.expression.formula import Formula
from quiz_app.grading.expression.judge import problem_of
from quiz_app.grading.expression.problem import Problem
from quiz_app.maths.expression import names_in, parse
from quiz_app.variants import make_variant

_SEEDS = 3

# A formula that is undefined on more of its domain than this was given too large a domain.
_MOST_UNDEFINED = 0.1


def check_formulas(item: Question) -> Iterator[Finding]:
    """An answer that has no value, is not what is shown for it, or equals a mistake."""
    if not isinstance(item, ExpressionQuestion) or any(True for _ in check_calls(item)):
        return
    for seed in range(_SEEDS if item.given else 1):
        try:
            asked = problem_of(make_variant(item, seed), item)
            right = asked.right_values
        except QuizError as error:
            problem, remedy = clauses(error)
            yield Finding(("answer",), f"on this domain, {problem}", remedy)
            return
        found = [*_answer(asked, np.isfinite(right).mean(), item), *_mistakes(asked, item)]
        if found:
            yield from found
            return


def _answer(asked: Problem, defined: float, item: ExpressionQuestion) -> Iterator[Finding]:
    if defined < 1 - _MOST_UNDEFINED:
        yield Finding(
            ("answer",),
            "this has no finite value on a part of the domain",
            "narrow a range under 'variables', or leave out its ends with 'open: true'",
        )
        return
    if item.shown:
        yield from _shown(asked, item)
    written = parse(item.shown or item.answer)
    if item.in_terms_of and names_in(written) - {*item.in_terms_of, *asked.domain.constants}:
        yield Finding(
            ("shown",) if item.shown else ("answer",),
            "what is shown as the answer has other names than 'in_terms_of' allows",
            "write it in 'shown' as a learner should",
        )


def _shown(asked: Problem, item: ExpressionQuestion) -> Iterator[Finding]:
    shown = Formula.of(parse(item.shown))
    try:
        comparison = asked.compare(shown)
    except QuizError as error:
        yield Finding(("shown",), *clauses(error))
        return
    if not comparison.equal:
        where = difference(comparison, shown.values(comparison.points), asked.names, "")
        problem = (
            f"this does not equal the answer: {where[:1].lower()}{where[1:].removesuffix('.')}"
        )
        yield Finding(("shown",), problem, "correct one of the two")


def _mistakes(asked: Problem, item: ExpressionQuestion) -> Iterator[Finding]:
    for position, mistake in enumerate(item.mistakes):
        field = ("mistakes", position, "answer")
        try:
            if _is_right(asked, mistake):
                yield Finding(
                    field,
                    f"the mistake {quoted(mistake.name)} equals the right answer",
                    "change its expression, or remove it",
                )
        except QuizError as error:
            yield Finding(field, *clauses(error))


def _is_right(asked: Problem, mistake: AuthorMistake) -> bool:
    """Whether a mistake passes; one that refers to the answer is compared by its values."""
    wrong = mistake_formula(mistake)
    if "answer" not in names_in(parse(mistake.answer)):
        return asked.is_right(wrong)
    values = wrong.values({**asked.points, "answer": asked.right_values})
    return bool(np.allclose(values, asked.right_values, rtol=1e-9, equal_nan=True))
