"""Judging what was put into the gaps of a text: words by their spelling, numbers by their value."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from quiz_app.bank.model import ClozeQuestion, ExpressionQuestion, Gap, Item
from quiz_app.errors import QuizError
from quiz_app.grading.sentences import in_words, joined, opening, quoted
from quiz_app.grading.spelling import is_slip, normal
from quiz_app.grading.verdict import Verdict, invalid, outcome_of
from quiz_app.variants import Variant
from quiz_app.variants.texts import gap_answers

UNKNOWN = "?"
"""What is put into a gap by who does not know."""

# Characters of one answer; who means a word or a number needs far fewer.
_LONGEST = 120


class _Filled(Struct, frozen=True):
    """One gap as it was filled, and what is said about a slip in its spelling."""

    right: bool
    read_as: str
    note: str = ""


def grade_cloze(variant: Variant, item: ClozeQuestion, answer: str) -> Verdict:
    """Score the share of the gaps that are right; a misspelt word is right and told."""
    try:
        typed = split_answers(answer, len(item.gaps))
        filled = [_judged(variant, item.gaps, place, text) for place, text in enumerate(typed)]
    except QuizError as error:
        return invalid(str(error))
    right = sum(gap.right for gap in filled)
    share = right / len(filled)
    return Verdict(
        outcome=outcome_of(share),
        score=share,
        read_as="; ".join(gap.read_as for gap in filled),
        feedback=_feedback(variant, filled, share),
    )


def split_answers(answer: str, count: int) -> tuple[str, ...]:
    """The answer for each gap; they are set apart by semicolons.

    Raises QuizError when there are more or fewer than ``count``, or one is empty or too long.
    """
    if len(answer) > 2 * count * _LONGEST:
        raise QuizError(f"This has {len(answer)} characters.", "Be brief.")
    parts = [_clean(part) for part in answer.split(";", maxsplit=count)]
    remedy = (
        f"Set them apart by semicolons, and put {UNKNOWN} where you do not know."
        if count > 1
        else "Type what belongs there."
    )
    if len(parts) != count and any(parts):
        gaps = f"{in_words(count).capitalize()} gap{' is' if count == 1 else 's are'} to be filled"
        given = in_words(len(parts)) if len(parts) < count else "more"
        raise QuizError(f"{gaps}, you gave {given}.", remedy)
    for number, part in enumerate(parts, start=1):
        if not part:
            raise QuizError(f"Gap {number} is empty.", remedy)
        if len(part) > _LONGEST:
            raise QuizError(f"Gap {number} holds {len(part)} characters.", "Be brief.")
    return tuple(parts)


def _clean(part: str) -> str:
    """A typed text without the characters that only steer a terminal."""
    return "".join(char for char in part.strip() if char.isprintable())


def _judged(variant: Variant, gaps: Sequence[Gap], place: int, text: str) -> _Filled:
    gap = gaps[place]
    if text == UNKNOWN:
        return _Filled(right=False, read_as=UNKNOWN)
    if gap.expression:
        try:
            return _formula(variant, gap, text) if gap.variables else _number(variant, gap, text)
        except QuizError as error:
            raise QuizError(f"Gap {place + 1}: {error.problem}", error.remedy) from error
    others = [words for n, other in enumerate(gaps) if n != place for words in other.words]
    return _words(gap, text, others)


def _number(variant: Variant, gap: Gap, text: str) -> _Filled:
    # NumPy comes with the first gap that has something to compute, and not before.
    from quiz_app.grading.reading import read_number
    from quiz_app.maths.layout import one_line
    from quiz_app.variants.gaps import gap_value
    from quiz_app.variants.tolerance import allowance

    reading, right = read_number(text), gap_value(variant, gap)
    near = abs(reading.value - right) <= allowance(gap.tolerance, right)
    return _Filled(right=near, read_as=one_line(reading.tree))


def _formula(variant: Variant, gap: Gap, text: str) -> _Filled:
    from quiz_app.grading.expression.judge import grade_expression

    question = formula_asked(variant.item, gap)
    verdict = grade_expression(replace(variant, item=question), question, text)
    if verdict.outcome == "invalid":
        raise QuizError(verdict.feedback, "It costs nothing.")
    return _Filled(right=verdict.outcome == "right", read_as=verdict.read_as)


def formula_asked(item: Item, gap: Gap) -> ExpressionQuestion:
    """The gap for a formula as a question of its own."""
    return ExpressionQuestion(
        id=item.id,
        topic=item.topic,
        source=item.source,
        given=item.given,
        prompt="",
        variables=gap.variables,
        answer=gap.expression,
    )


def _words(gap: Gap, text: str, others: Sequence[str]) -> _Filled:
    """A word that is meant for another gap is no slip for the one of this."""
    typed = normal(text)
    known = {normal(words): words for words in gap.words}
    if typed in known:
        return _Filled(right=True, read_as=text)
    slips = [words for plain, words in known.items() if is_slip(typed, plain)]
    if slips and typed not in map(normal, others):
        return _Filled(right=True, read_as=text, note=f"It is spelt {quoted(slips[0])}.")
    return _Filled(right=False, read_as=text)


def _feedback(variant: Variant, filled: Sequence[_Filled], share: float) -> str:
    right = gap_answers(variant)
    several = len(filled) > 1
    wrong = [
        f"{f'Gap {n}' if several else 'The gap'} holds {quoted(answer)}, not {quoted(gap.read_as)}."
        if gap.read_as != UNKNOWN
        else f"{f'Gap {n}' if several else 'The gap'} holds {quoted(answer)}."
        for n, (gap, answer) in enumerate(zip(filled, right, strict=True), start=1)
        if not gap.right
    ]
    return joined(opening(share), *wrong, *(gap.note for gap in filled))
