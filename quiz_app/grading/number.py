"""Judging a number: within the tolerance, or which mistake gives exactly this."""

from __future__ import annotations

from quiz_app.bank.model import NumberQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.reading import Reading, is_plain, objection, read_number
from quiz_app.grading.verdict import Verdict, invalid
from quiz_app.maths.layout import number_text, one_line
from quiz_app.variants import Recognised, Variant
from quiz_app.variants.texts import model_answer
from quiz_app.variants.tolerance import allowance

# Significant digits of the learner's number, where it is told.
_DIGITS = 6

# So many times too large is only far off.
_FAR = 1000


def grade_number(variant: Variant, item: NumberQuestion, answer: str) -> Verdict:
    """Right within the tolerance; else wrong, with every recognised mistake that matches."""
    assert variant.answer is not None
    try:
        reading = read_number(answer)
    except QuizError as error:
        return invalid(objection(answer, error))
    right = variant.answer
    if abs(reading.value - right) <= allowance(item.tolerance, right):
        return Verdict(
            outcome="right",
            score=1.0,
            read_as=_read_as(reading),
            feedback=f"Right: the answer is {model_answer(variant)}.",
        )
    made = tuple(
        mistake
        for mistake in variant.mistakes
        if abs(reading.value - mistake.value) <= allowance(item.tolerance, mistake.value)
    )
    return Verdict(
        outcome="wrong",
        score=0.0,
        read_as=_read_as(reading),
        feedback=_feedback(variant, reading.value, right, made),
        mistakes=made,
    )


def _read_as(reading: Reading) -> str:
    """How an answer was read, on one line: ``1/4 (0.25 + 0.25) = 0.125``."""
    written = one_line(reading.tree)
    if is_plain(reading.tree):
        return written
    return f"{written} = {number_text(reading.value, _DIGITS)}"


def _feedback(variant: Variant, given: float, right: float, made: tuple[Recognised, ...]) -> str:
    verdict = f"Not quite: the answer is {model_answer(variant)}."
    if not made:
        return f"{verdict} Yours is {_compared(given, right)}."
    if len(made) == 1:
        return f"{verdict} {made[0].say}"
    # One number can come of different slips; the learner knows which was theirs.
    return f"{verdict} Several slips give your number. {' Or: '.join(m.say for m in made)}"


def _compared(given: float, right: float) -> str:
    """How a wrong number lies to the right one: ``4.3% too small``."""
    if right == 0 or given == 0:
        way = "large" if given > right else "small"
        return f"{number_text(abs(given - right), _DIGITS)} too {way}"
    if (given < 0) != (right < 0):
        return "of the opposite sign"
    larger = abs(given) > abs(right)
    times = given / right if larger else right / given
    # Of two negative numbers the larger is the smaller; what is meant is the distance from zero.
    way = f"too {'large' if larger else 'small'}{' in magnitude' if right < 0 else ''}"
    if times > _FAR:
        return f"far {way}"
    if times >= 2:
        return f"{number_text(times, 2)} times {way}"
    return f"{number_text(abs(given / right - 1) * 100, 2)}% {way}"
