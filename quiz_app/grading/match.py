"""Judging what belongs to what: a number and the letter of its partner, for each pair."""

from __future__ import annotations

import re

from quiz_app.bank.model import MatchQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.sentences import in_words, joined, opening, quoted
from quiz_app.grading.verdict import Verdict, invalid, outcome_of
from quiz_app.variants import Variant
from quiz_app.variants.listing import letter
from quiz_app.variants.texts import because_of_pairs, lefts, partners

_PAIR = re.compile(r"([0-9]{1,2})[\s.:=→-]*([a-z])(?![a-z])")
_LETTERS = re.compile(r"[a-z](?:[\s,;]*[a-z])*")

_LONGEST = 200


def grade_match(variant: Variant, item: MatchQuestion, answer: str) -> Verdict:
    """Score the share of the pairs that are right."""
    left, right = lefts(variant), partners(variant)
    try:
        chosen = read_matches(answer, len(left), len(right))
    except QuizError as error:
        return invalid(str(error))
    missed = [n for n, place in enumerate(chosen) if variant.order[place] != n]
    share = (len(left) - len(missed)) / len(left)
    return Verdict(
        outcome=outcome_of(share),
        score=share,
        read_as=" ".join(f"{n}{letter(place)}" for n, place in enumerate(chosen, start=1)),
        feedback=_feedback(variant, chosen, missed, share),
    )


def read_matches(answer: str, count: int, letters: int) -> tuple[int, ...]:
    """The place of the partner of each of ``count`` parts: ``1b 2a``, ``b, a`` or ``ba``.

    Raises QuizError when there is not one for each, or something else stands there.
    """
    remedy = f"Give each number its letter, such as {_example(count)}."
    if len(answer) > _LONGEST:
        raise QuizError(f"This has {len(answer)} characters.", remedy)
    text = answer.strip().lower()
    chosen = _read_pairs(text, count, remedy)
    for place in chosen.values():
        if place >= letters:
            last = letter(letters - 1)
            raise QuizError(
                f"There is no {letter(place)} here.", f"The letters go from a to {last}."
            )
    if missing := [str(n + 1) for n in range(count) if n not in chosen]:
        raise QuizError(f"There is no partner yet for {' and '.join(missing)}.", remedy)
    return tuple(chosen[n] for n in range(count))


def _read_pairs(text: str, count: int, remedy: str) -> dict[int, int]:
    """What was chosen for which number, both from zero."""
    if _LETTERS.fullmatch(text):
        named = re.findall("[a-z]", text)
        if len(named) > count:
            raise QuizError(f"There are {len(named)} letters for {count} numbers.", remedy)
        return {n: _place(name) for n, name in enumerate(named)}
    if not text or re.sub(r"[\s,;]", "", _PAIR.sub("", text)):
        raise QuizError("This names no pairs." if text else "Nothing is matched yet.", remedy)
    chosen: dict[int, int] = {}
    for number, name in _PAIR.findall(text):
        n = int(number) - 1
        if not 0 <= n < count:
            raise QuizError(f"There is no {number} here.", f"The numbers go from 1 to {count}.")
        if chosen.setdefault(n, _place(name)) != _place(name):
            raise QuizError(f"{number} has two partners.", remedy)
    return chosen


def _place(name: str) -> int:
    return ord(name) - ord("a")


def _feedback(variant: Variant, chosen: tuple[int, ...], missed: list[int], share: float) -> str:
    left, right, because = lefts(variant), partners(variant), because_of_pairs(variant)
    if not missed:
        return joined("Right.", *because)
    mended = [
        joined(
            f"{quoted(left[n])} goes with {quoted(right[variant.order.index(n)])}, "
            f"not with {quoted(right[chosen[n]])}.",
            because[n],
        )
        for n in missed
    ]
    fitting = len(left) - len(missed)
    count = f"{in_words(fitting).capitalize()} of {in_words(len(left))}"
    fits = f"{count} {'fits' if fitting == 1 else 'fit'}."
    return joined(opening(share), fits if share else "", *mended)


def _example(count: int) -> str:
    """Every number with some letter: ``1b 2a 3c``."""
    letters = ["b", "a", *(letter(n) for n in range(2, count))]
    return " ".join(f"{n}{name}" for n, name in enumerate(letters[:count], start=1))
