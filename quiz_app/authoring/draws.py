"""Whether a question can be drawn: its values, its answer, its mistakes and its texts."""

from __future__ import annotations

from collections.abc import Iterator

from quiz_app.authoring.calls import check_calls
from quiz_app.authoring.finding import FieldPath, Finding
from quiz_app.authoring.parts import alike, gaps_without_value
from quiz_app.authoring.written import texts_of
from quiz_app.bank.expressions import clauses
from quiz_app.bank.model import NumberQuestion, Question
from quiz_app.errors import QuizError
from quiz_app.variants import Variant, make_variant
from quiz_app.variants.texts import fill

_SEEDS = 5


def check_draws(item: Question) -> Iterator[Finding]:
    """Draws that fail, texts without a value, and mistakes that pass as right or give nothing."""
    if any(True for _ in check_calls(item)):  # which has been reported
        return
    variants: list[Variant] = []
    for seed in range(_SEEDS if item.given else 1):
        try:
            variants.append(make_variant(item, seed))
        except QuizError as error:
            cause = "answer" if isinstance(item, NumberQuestion) else "given"
            yield _finding((cause,), seed, error)
            return
    unfilled = [f for field, text in texts_of(item) for f in _unfilled(field, text, variants)]
    yield from unfilled or alike(item, variants)
    yield from _mistakes_without_value(item, variants)
    yield from gaps_without_value(item, variants)


def _unfilled(field: FieldPath, text: str, variants: list[Variant]) -> Iterator[Finding]:
    """The first variant on which a text cannot be filled in."""
    for variant in variants:
        try:
            fill(text, variant)
        except QuizError as error:
            yield _finding(field, variant.seed, error)
            return


def _mistakes_without_value(item: Question, variants: list[Variant]) -> Iterator[Finding]:
    if not isinstance(item, NumberQuestion):
        return
    given = {mistake.name for variant in variants for mistake in variant.mistakes}
    for position, mistake in enumerate(item.mistakes):
        if mistake.name not in given:
            yield Finding(
                ("mistakes", position, "answer"),
                "this gives a number in none of the draws that were tried",
                "check the expression, or remove the mistake",
            )


def _finding(field: FieldPath, seed: int, error: QuizError) -> Finding:
    problem, remedy = clauses(error)
    return Finding(field, f"drawn with seed {seed}, {problem}", remedy)
