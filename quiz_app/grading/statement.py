"""Judging a statement together with the reason that is given for it."""

from __future__ import annotations

import re

from quiz_app.bank.model import TrueFalseQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.places import read_place
from quiz_app.grading.sentences import joined, quoted
from quiz_app.grading.verdict import Verdict, invalid, outcome_of
from quiz_app.variants import Variant
from quiz_app.variants.listing import letter
from quiz_app.variants.texts import reasons

WORDS = {"true": True, "t": True, "yes": True, "false": False, "f": False, "no": False}
"""What stands for true and for false."""

# Room for both, and no more.
_LONGEST = 100


def grade_statement(variant: Variant, item: TrueFalseQuestion, answer: str) -> Verdict:
    """Half is for knowing whether it holds; the other half for the reason, if that was known."""
    shown = reasons(variant)
    try:
        holds, place = read_statement(answer, len(shown))
    except QuizError as error:
        return invalid(str(error))
    chosen, right = shown[place], next(reason for reason in shown if reason.right)
    word, fact = str(holds).lower(), str(item.answer).lower()
    score = 0.0 if holds != item.answer else 1.0 if chosen.right else 0.5
    if score == 1:
        feedback = joined(f"Right: it is {fact}, and for that reason.", right.because)
    else:
        feedback = joined(
            f"Right in part: it is {fact}, but for another reason."
            if score
            else f"Not quite: it is {fact}.",
            "" if chosen.right else chosen.because,
            f"The reason is {quoted(right.text)}.",
            right.because,
        )
    return Verdict(
        outcome=outcome_of(score),
        score=score,
        read_as=f"{word}; {chosen.text.removesuffix('.')}",
        feedback=feedback,
    )


def read_statement(answer: str, count: int) -> tuple[bool, int]:
    """Whether it holds, and the place (from zero) of the reason: ``t b``, ``false, 2``.

    Raises QuizError when one of them is missing or cannot be read.
    """
    last = letter(count - 1)
    remedy = f"Say true or false and the letter of the reason, such as t {last}."
    parts = re.findall(r"[^,;\s]+", answer[: _LONGEST + 1].lower())
    if len(answer) > _LONGEST or len(parts) > 2:
        raise QuizError("This is more than an answer and its reason.", remedy)
    if not parts:
        raise QuizError("There is no answer yet.", remedy)
    if parts[0] not in WORDS and parts[0] not in {"1", "2"}:
        raise QuizError(f"{parts[0][:20]!r} is neither true nor false.", remedy)
    if len(parts) == 1:
        raise QuizError("The reason is missing.", remedy)
    try:
        place = read_place(parts[1], count)
    except QuizError:
        problem = f"{parts[1][:20]!r} is not one of the reasons."
        raise QuizError(problem, f"They have the letters a to {last}.") from None
    return WORDS.get(parts[0], parts[0] == "1"), place
