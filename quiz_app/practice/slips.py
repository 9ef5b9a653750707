"""The learner's own mistakes: what each is in a sentence, and which questions show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from random import Random

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import NumberQuestion, Question
from quiz_app.bank.template import parse_template
from quiz_app.errors import QuizError
from quiz_app.practice.plan import SESSION_LENGTH
from quiz_app.progress import MistakeTally


@lru_cache(maxsize=1024)
def recognisable(item: Question) -> dict[str, str]:
    """The mistakes looked for in answers to a question: name → what to tell who made it."""
    if not isinstance(item, NumberQuestion):
        return {}
    # NumPy comes with the losses.
    from quiz_app.variants.author_expression import author_expression
    from quiz_app.variants.computing import known_mistakes
    from quiz_app.variants.units import unit_mistake

    known = {mistake.name: mistake.say for mistake in item.mistakes}
    try:
        answer = author_expression(item.answer)
    except QuizError:
        return known
    unit = unit_mistake(answer)
    return known_mistakes(answer) | ({unit.name: unit.say} if unit else {}) | known


def in_words(tally: MistakeTally, bank: Bank) -> str:
    """The sentence that mends a mistake, or its name where the sentence needs a variant."""
    for key in tally.items:
        item = bank.items.get(key)
        say = recognisable(item).get(tally.name, "") if item is not None else ""
        if say and all(isinstance(part, str) for part in parse_template(say)):
            return say
    return tally.name.replace("_", " ").capitalize() + "."


def planned_on_mistakes(
    tallies: Sequence[MistakeTally],
    items: Iterable[Question],
    chance: Random,
    length: int = SESSION_LENGTH,
) -> tuple[Question, ...]:
    """The questions on which mistakes were made, most often first, then others that show them.

    Of these every mistake has one in turn, the most frequent first; which one, chance decides.
    """
    candidates = {item.id: item for item in items}
    made = {
        key: sum(tally.items.get(key, 0) for tally in tallies)
        for tally in tallies
        for key in tally.items
        if key in candidates
    }
    chosen = {key: candidates[key] for key in sorted(made, key=lambda key: -made[key])[:length]}
    others = list(candidates.values())
    chance.shuffle(others)
    turns = [_showing(tally.name, others) for tally in tallies]
    while turns and len(chosen) < length:
        turn = turns.pop(0)
        item = next((item for item in turn if item.id not in chosen), None)
        if item is not None:
            chosen[item.id] = item
            turns.append(turn)
    return tuple(chosen.values())


def _showing(mistake: str, items: Iterable[Question]) -> Iterator[Question]:
    return (item for item in items if mistake in recognisable(item))
