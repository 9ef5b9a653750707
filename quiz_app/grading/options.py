"""Judging a choice: the options are chosen by their number or letter as shown."""

from __future__ import annotations

from collections.abc import Iterable

from quiz_app.bank.model import ChoicesQuestion, Option, TrueFalseQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.places import read_places
from quiz_app.grading.sentences import joined, quoted
from quiz_app.grading.statement import WORDS, grade_statement
from quiz_app.grading.verdict import Verdict, invalid, outcome_of
from quiz_app.variants import Variant
from quiz_app.variants.texts import options


def grade_options(variant: Variant, answer: str) -> Verdict:
    """Right are all right options and no other; where there are several, a part earns a share.

    A statement that is to be given a reason is judged together with it.
    """
    if isinstance(variant.item, TrueFalseQuestion) and variant.item.reasons:
        return grade_statement(variant, variant.item, answer)
    shown = options(variant)
    try:
        chosen = _read(variant, answer, len(shown))
    except QuizError as error:
        return invalid(str(error))
    share = _share(shown, chosen)
    return Verdict(
        outcome=outcome_of(share),
        score=share,
        read_as="; ".join(shown[place].text.removesuffix(".") for place in sorted(chosen)),
        feedback=_feedback(variant, shown, chosen, share),
    )


def read_choice(answer: str, count: int) -> frozenset[int]:
    """The places (from zero) that are named, in whatever order and however often.

    Raises QuizError when something else stands there.
    """
    return frozenset(read_places(answer, count))


def _read(variant: Variant, answer: str, count: int) -> frozenset[int]:
    word = answer.strip().lower()
    if isinstance(variant.item, TrueFalseQuestion) and word in WORDS:
        return frozenset({0 if WORDS[word] else 1})
    chosen = read_choice(answer, count)
    if len(chosen) > 1 and not isinstance(variant.item, ChoicesQuestion):
        raise QuizError("Only one option is right here.", "Choose one of them.")
    return chosen


def _share(shown: tuple[Option, ...], chosen: frozenset[int]) -> float:
    """The share of the right options that are chosen, less that of the wrong ones.

    This is Youden's J, so that to choose everything or at random earns nothing.
    """
    right = [place in chosen for place, option in enumerate(shown) if option.right]
    wrong = [place in chosen for place, option in enumerate(shown) if not option.right]
    return max(0.0, _mean(right) - _mean(wrong))


def _mean(flags: list[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def _feedback(
    variant: Variant, shown: tuple[Option, ...], chosen: frozenset[int], share: float
) -> str:
    taken = [shown[place] for place in sorted(chosen)]
    missed = [option for place, option in enumerate(shown) if option.right and place not in chosen]
    match variant.item:
        case ChoicesQuestion():
            return _of_several(taken, missed, share)
        case TrueFalseQuestion() if missed:
            return f"Not quite: it is {missed[0].text.lower()}."
    if not missed:
        return joined("Right.", taken[0].because)
    (answer,) = missed
    return joined(
        "Not quite.", taken[0].because, f"The answer is {_quoted(missed)}.", answer.because
    )


def _of_several(taken: list[Option], missed: list[Option], share: float) -> str:
    if share == 1:
        return "Right."
    wrong = [option for option in taken if not option.right]
    refused = [joined(f"{_quoted([option])} is not right.", option.because) for option in wrong]
    return joined(
        "Right in part." if share > 0 else "Not quite.",
        *refused,
        f"You missed {_quoted(missed)}." if missed else "",
    )


def _quoted(listed: Iterable[Option]) -> str:
    return " and ".join(quoted(option.text) for option in listed)
