"""Which questions a session asks, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random

from quiz_app.bank.model import Card, Question
from quiz_app.variants import is_shown_at_once

# About twenty minutes.
SESSION_LENGTH = 15


def planned(
    items: Iterable[Question],
    known: Mapping[str, int],
    chance: Random,
    length: int = SESSION_LENGTH,
) -> tuple[Question, ...]:
    """The items of one session.

    What was answered right least often comes first (``known`` counts right answers by id);
    among equals chance decides. The easy ones open the session, and cards stand between the
    questions. If possible the first needs no arithmetic, so that it is on the screen before
    NumPy is loaded.
    """
    candidates = list(items)
    chance.shuffle(candidates)
    candidates.sort(key=lambda item: known.get(item.id, 0))
    chosen = sorted(candidates[:length], key=lambda item: _warmth(item, chance))
    first = next((item for item in chosen if is_shown_at_once(item)), None)
    if first is None:
        return tuple(chosen)
    return (first, *(item for item in chosen if item is not first))


def _warmth(item: Question, chance: Random) -> float:
    """Difficulty with some disorder, so that a session rises without being a staircase."""
    disorder = 1.5 * chance.random()
    return disorder + (2.0 if isinstance(item, Card) else float(item.difficulty))
