"""Judging a formula: a verdict on the whole of the domain."""

from __future__ import annotations

from quiz_app.bank.model import ExpressionQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.expression.diagnosis import diagnose
from quiz_app.grading.expression.difference import difference, telling_point
from quiz_app.grading.expression.equality import Comparison
from quiz_app.grading.expression.formula import Formula
from quiz_app.grading.expression.problem import Problem, problem
from quiz_app.grading.expression.reading import read_formula
from quiz_app.grading.expression.slips import Slip, neighbours, own_slips, slopes
from quiz_app.grading.reading import objection
from quiz_app.grading.verdict import Verdict, invalid
from quiz_app.maths.expression import Tree, names_in
from quiz_app.maths.layout import one_line
from quiz_app.variants import Recognised, Variant
from quiz_app.variants.asked import formula_text, names_allowed
from quiz_app.variants.texts import fill, model_answer

_FREEDOM = {"": "", "constant": ", up to a constant", "factor": ", up to a positive factor"}


def problem_of(variant: Variant, item: ExpressionQuestion) -> Problem:
    """What is asked for, with the given numbers as constants.

    Raises QuizError for an answer or a variable that cannot be read.
    """
    constants = tuple(
        (name, float(value)) for name, value in variant.values.items() if isinstance(value, str)
    )
    return problem(item.variables, item.answer, constants, item.up_to, names_allowed(item))


def prepare(variant: Variant, item: ExpressionQuestion) -> None:
    """Compute beforehand what every answer to a variant is held against.

    Raises QuizError for an answer or a variable that cannot be read.
    """
    asked = problem_of(variant, item)
    own_slips(asked)
    neighbours(asked)
    slopes(asked)


def grade_expression(variant: Variant, item: ExpressionQuestion, answer: str) -> Verdict:
    """Right if equal on all of the domain; else the point that shows it, and what went wrong.

    What cannot be read, or is in other names than asked for, is invalid.
    """
    asked = problem_of(variant, item)
    try:
        tree = read_formula(answer, asked.domain.names)
        given = Formula.of(tree)
        comparison = asked.compare(given)
    except QuizError as error:
        return invalid(objection(answer, error))
    if other := _other_names(tree, asked, item):
        return invalid(_in_other_names(other, item, comparison))
    if comparison.equal:
        return _right(variant, item, tree)
    return _wrong(variant, item, tree, comparison)


def _other_names(tree: Tree, asked: Problem, item: ExpressionQuestion) -> list[str]:
    """The variables in an answer that it should do without."""
    allowed = {*names_allowed(item), *asked.domain.constants}
    return sorted(names_in(tree) - allowed)


def _in_other_names(other: list[str], item: ExpressionQuestion, comparison: Comparison) -> str:
    wanted = " and ".join(map(formula_text, names_allowed(item)))
    unwanted = " and ".join(map(formula_text, other))
    begin = "That is right, but it is" if comparison.equal else "This is"
    return f"{begin} in terms of {unwanted}. Write it in terms of {wanted} alone."


def _right(variant: Variant, item: ExpressionQuestion, tree: Tree) -> Verdict:
    read_as, model = one_line(tree), model_answer(variant)
    same = "" if read_as == model else f": yours equals {model}{_FREEDOM[item.up_to]}"
    return Verdict(outcome="right", score=1.0, read_as=read_as, feedback=f"Right{same}.")


def _wrong(
    variant: Variant, item: ExpressionQuestion, tree: Tree, comparison: Comparison
) -> Verdict:
    asked, given = problem_of(variant, item), Formula.of(tree)
    slips = diagnose(asked, given, item.mistakes)
    value = float(comparison.given[telling_point(comparison)])
    texts = [fill(slip.say, variant) if slip in _authors(item) else slip.say for slip in slips]
    return Verdict(
        outcome="wrong",
        score=0.0,
        read_as=one_line(tree),
        feedback=" ".join(
            (
                "Not quite.",
                difference(comparison, given.values(comparison.points), asked.names, item.up_to),
                *texts,
                f"The answer is {model_answer(variant)}.",
            )
        ),
        mistakes=tuple(
            Recognised(slip.name, value, text) for slip, text in zip(slips, texts, strict=True)
        ),
    )


def _authors(item: ExpressionQuestion) -> frozenset[Slip]:
    return frozenset(Slip(mistake.name, mistake.say) for mistake in item.mistakes)
