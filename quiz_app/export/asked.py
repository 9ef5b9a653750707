"""A question as it leaves the program: with the numbers of one seed, and with its answer."""

from __future__ import annotations

from msgspec import Struct

from quiz_app.bank.model import Question
from quiz_app.variants import make_variant, texts
from quiz_app.variants.listing import listing

SEED = 1
"""The seed whose numbers are shown; always the same, so that an export can be repeated."""


class Asked(Struct, frozen=True):
    """The texts of one variant; ``answer`` is that of a person, ``value`` that of a number.

    ``parts`` are what an answer chooses from or puts in order, each with its sign.
    """

    item: Question
    prompt: str
    parts: tuple[str, ...]
    answer: str
    value: float | None
    points: tuple[str, ...]
    hints: tuple[str, ...]
    explanation: str


def asked(item: Question) -> Asked:
    """The item as it is asked; raises QuizError when it cannot be computed."""
    variant = make_variant(item, SEED)
    return Asked(
        item=item,
        prompt=texts.prompt(variant),
        parts=tuple(f"{sign}) {text}" for sign, text in listing(variant)),
        answer=texts.model_answer(variant),
        value=variant.answer if isinstance(variant.answer, float) else None,
        points=texts.points(variant),
        hints=texts.hints(variant),
        explanation=texts.explanation(variant),
    )
