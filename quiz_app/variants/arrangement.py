"""The sequence in which the parts of a question are shown, drawn from its id and a seed."""

from __future__ import annotations

from quiz_app.bank.model import (
    ChoiceQuestion,
    ChoicesQuestion,
    MatchQuestion,
    OrderQuestion,
    Question,
    Step,
    TrueFalseQuestion,
)
from quiz_app.variants.draws import Chance


def arrangement(item: Question, seed: int) -> tuple[int, ...]:
    """The places in the file of the parts, in the order shown; never one that is the answer.

    The parts are the options of a choice, the reasons of a statement, the steps to be put in
    order, and the partners of a matching: those of the pairs, then the others.
    """
    match item:
        case ChoiceQuestion(options=options) | ChoicesQuestion(options=options):
            places = tuple(range(len(options)))
            return _chance(item, seed).shuffled(places) if item.shuffle else places
        case TrueFalseQuestion(reasons=reasons):
            return _chance(item, seed).shuffled(tuple(range(len(reasons))))
        case OrderQuestion(steps=steps):
            shown = _chance(item, seed).shuffled(tuple(range(len(steps))))
            # Backwards, an order that was right is not: every step stands before what it needs.
            return shown[::-1] if is_in_order(shown, steps) else shown
        case MatchQuestion(pairs=pairs, others=others):
            shown = _chance(item, seed).shuffled(tuple(range(len(pairs) + len(others))))
            # Where each pair stands side by side, one turn leaves none of them so.
            return (*shown[1:], shown[0]) if shown[: len(pairs)] == _side_by_side(item) else shown
        case _:
            return ()


def is_in_order(places: tuple[int, ...], steps: tuple[Step, ...]) -> bool:
    """Whether every step stands after those that it needs."""
    return not any(
        need in places[position:]
        for position, place in enumerate(places)
        for need in steps[place].after
    )


def _side_by_side(item: MatchQuestion) -> tuple[int, ...]:
    return tuple(range(len(item.pairs)))


def _chance(item: Question, seed: int) -> Chance:
    return Chance(f"{item.id}\n{seed}\noptions")
