"""Judging a choice: the options are chosen by their number or letter as shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz_app.bank.model import ChoicesQuestion, Option, TrueFalseQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.verdict import Verdict, invalid
from quiz_app.variants import Variant
from quiz_app.variants.texts import options

_WORDS = {"true": 0, "t": 0, "yes": 0, "false": 1, "f": 1, "no": 1}


def grade_options(variant: Variant, answer: str) -> Verdict:
    """Right are all right options and no other; where there are several, a part earns a share."""
    shown = options(variant)
    try:
        chosen = _read(variant, answer, len(shown))
    except QuizError as error:
        return invalid(str(error))
    share = _share(shown, chosen)
    return Verdict(
        outcome="right" if share == 1 else "partial" if share > 0 else "wrong",
        score=share,
        read_as="; ".join(shown[place].text.removesuffix(".") for place in sorted(chosen)),
        feedback=_feedback(variant, shown, chosen, share),
    )


# Room for every option, with words between the numbers; no choice is longer.
_LONGEST = 200


def read_choice(answer: str, count: int) -> frozenset[int]:
    """The places (from zero) named in ``2``, ``b`` or ``1, 3``.

    Raises QuizError when something else stands there.
    """
    if len(answer) > _LONGEST:
        raise QuizError(f"This has {len(answer)} characters.", _remedy(count))
    parts = re.findall(r"[^,\s]+", answer.lower())
    if not parts:
        raise QuizError("Nothing is chosen.", _remedy(count))
    return frozenset(_place(part, count) for part in parts)


def _read(variant: Variant, answer: str, count: int) -> frozenset[int]:
    word = answer.strip().lower()
    if isinstance(variant.item, TrueFalseQuestion) and word in _WORDS:
        return frozenset({_WORDS[word]})
    chosen = read_choice(answer, count)
    if len(chosen) > 1 and not isinstance(variant.item, ChoicesQuestion):
        raise QuizError("Only one option is right here.", "Choose one of them.")
    return chosen


def _place(part: str, count: int) -> int:
    if re.fullmatch(r"[0-9]{1,2}", part):
        place = int(part) - 1
    elif re.fullmatch(r"[a-z]", part):
        place = ord(part) - ord("a")
    else:
        place = -1
    if 0 <= place < count:
        return place
    raise QuizError(f"{part[:20]!r} is not one of the options.", _remedy(count))


def _remedy(count: int) -> str:
    return f"Choose with the numbers 1 to {count}."


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
        return _joined("Right.", taken[0].because)
    (answer,) = missed
    return _joined(
        "Not quite.", taken[0].because, f"The answer is {_quoted(missed)}.", answer.because
    )


def _of_several(taken: list[Option], missed: list[Option], share: float) -> str:
    if share == 1:
        return "Right."
    wrong = [option for option in taken if not option.right]
    refused = [_joined(f"{_quoted([option])} is not right.", option.because) for option in wrong]
    return _joined(
        "Right in part." if share > 0 else "Not quite.",
        *refused,
        f"You missed {_quoted(missed)}." if missed else "",
    )


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _quoted(listed: Iterable[Option]) -> str:
    return " and ".join(f"“{option.text.removesuffix('.')}”" for option in listed)
