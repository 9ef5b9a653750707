"""Judging numbers: within the tolerance, or which mistake gives exactly these."""

from __future__ import annotations

from quiz_app.bank.model import NumberQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.comparing import DIGITS, how_far, pattern, wrong_entries
from quiz_app.grading.echo import in_one_line
from quiz_app.grading.precision import too_coarse, typed_precision
from quiz_app.grading.reading import Reading, is_plain, objection, read_answer
from quiz_app.grading.sentences import in_words, joined
from quiz_app.grading.verdict import Verdict, invalid, outcome_of
from quiz_app.variants import Recognised, Variant
from quiz_app.variants.answer import Answer, answer_text, shape
from quiz_app.variants.pairs import mistaken_pairs
from quiz_app.variants.texts import model_answer
from quiz_app.variants.tolerance import right_entries

# Of more pairs of slips than that nobody can tell which were theirs.
_MOST_PAIRS = 2


def grade_number(variant: Variant, item: NumberQuestion, answer: str) -> Verdict:
    """Right within the tolerance; else which recognised mistakes give the answer.

    Of several numbers each right one earns its share. What is right but rounded too far is
    asked for again and costs nothing.
    """
    assert variant.answer is not None
    right = variant.answer
    try:
        reading = read_answer(answer, shape(right))
    except QuizError as error:
        return invalid(objection(answer, error))
    marks = right_entries(item.tolerance, right, reading.value)
    share = sum(marks) / len(marks)
    made: tuple[Recognised, ...] = ()
    if share == 1:
        feedback = f"Right: the answer is {model_answer(variant)}."
    else:
        coarse = too_coarse(item.tolerance, right, reading, variant.mistakes)
        if coarse:
            return invalid(coarse)
        made, told = _mistakes(variant, item, reading)
        told = told or _compared(reading.value, right, share)
        feedback = joined(_verdict(variant, reading.value, marks), told)
    return Verdict(
        outcome=outcome_of(share),
        score=share,
        read_as=_read_as(answer, reading),
        feedback=feedback,
        mistakes=made,
    )


def _read_as(text: str, reading: Reading[Answer]) -> str:
    """How an answer was read, on one line: ``1/4 (0.25 + 0.25) = 0.125``."""
    written = in_one_line(text, reading.tree)
    if is_plain(reading.tree):
        return written
    return f"{written} = {answer_text(reading.value, DIGITS)}"


def _mistakes(
    variant: Variant, item: NumberQuestion, reading: Reading[Answer]
) -> tuple[tuple[Recognised, ...], str]:
    """The mistakes that give an answer, alone or, where none does, two together; and their words.

    Two mistakes have so many results that these must agree to every digit that was typed.
    """
    alone = [
        mistake
        for mistake in variant.mistakes
        if all(right_entries(item.tolerance, mistake.value, reading.value))
    ]
    if alone:
        # One number can come of different slips; the learner knows which was theirs.
        opening = "Several slips give your number." if len(alone) > 1 else ""
        return tuple(alone), joined(opening, " Or: ".join(mistake.say for mistake in alone))
    precision = typed_precision(reading.tree)
    pairs = [
        pair
        for pair in mistaken_pairs(variant, item)
        if all(right_entries(item.tolerance, pair[0].value, reading.value))
        and all(right_entries(precision, pair[0].value, reading.value))
    ]
    if not pairs or len(pairs) > _MOST_PAIRS:
        return (), ""
    told = " Or: ".join(joined(*(mistake.say for mistake in pair)) for pair in pairs)
    return tuple(mistake for pair in pairs for mistake in pair), f"Two slips meet here. {told}"


def _verdict(variant: Variant, given: Answer, marks: tuple[bool, ...]) -> str:
    assert variant.answer is not None
    if not any(marks):
        return f"Not quite: the answer is {model_answer(variant)}."
    count = f"{in_words(sum(marks))} of {in_words(len(marks))}"
    return joined(
        f"Right in part: {count} entries {'is' if sum(marks) == 1 else 'are'} right.",
        wrong_entries(given, variant.answer, marks),
    )


def _compared(given: Answer, right: Answer, share: float) -> str:
    """How an answer that no mistake explains lies to the right one."""
    if isinstance(given, tuple) or isinstance(right, tuple):
        return pattern(given, right) if share == 0 else ""
    return f"Yours is {how_far(given, right)}."
