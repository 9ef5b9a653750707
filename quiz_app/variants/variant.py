"""A question with concrete numbers: drawn, computed, and told apart from every mistake."""

from __future__ import annotations

from msgspec import Struct

from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    ChoicesQuestion,
    ClozeQuestion,
    CodeQuestion,
    Computed,
    ExpressionQuestion,
    MatchQuestion,
    NumberQuestion,
    Numbers,
    OpenQuestion,
    OrderQuestion,
    Question,
    TrueFalseQuestion,
)
from quiz_app.bank.template import parse_template
from quiz_app.variants.answer import Answer
from quiz_app.variants.arrangement import arrangement
from quiz_app.variants.draws import drawn_values
from quiz_app.variants.filling import shows_drawn_value
from quiz_app.variants.recognised import Recognised


class Variant(Struct, frozen=True, kw_only=True):
    """A question as one learner meets it.

    ``values`` are exact decimal texts, ``answer`` is the right number (or numbers) of a number
    question, ``order`` the sequence in which options, steps or partners are shown.
    """

    item: Question
    seed: int
    values: dict[str, Numbers]
    answer: Answer | None = None
    mistakes: tuple[Recognised, ...] = ()
    order: tuple[int, ...] = ()


def make_variant(item: Question, seed: int) -> Variant:
    """The variant of a question that belongs to a seed: the same on every machine.

    Raises QuizError when the question cannot be computed or no draw tells its mistakes from
    the truth.
    """
    if isinstance(item, NumberQuestion):
        # NumPy comes with the first question that has something to compute, and not before.
        from quiz_app.variants.drawing import accepted_draw

        draw = accepted_draw(item, seed)
        return Variant(
            item=item, seed=seed, values=draw.values, answer=draw.answer, mistakes=draw.mistakes
        )
    return Variant(item=item, seed=seed, values=_values(item, seed), order=arrangement(item, seed))


def is_shown_at_once(item: Question) -> bool:
    """Whether a question and all that belongs to it is shown without computing anything."""
    if isinstance(item, NumberQuestion) or _computes_values(item) or _computes_gaps(item):
        return False
    return all(
        isinstance(part, str) or shows_drawn_value(part, item)
        for text in (*_own_texts(item), *item.hints, item.explain)
        for part in parse_template(text)
    )


def _own_texts(item: Question) -> tuple[str, ...]:
    """The texts that an item of this kind has besides those of every item."""
    match item:
        case ChoiceQuestion() | ChoicesQuestion():
            return (
                item.prompt,
                *(t for option in item.options for t in (option.text, option.because)),
            )
        case TrueFalseQuestion(reasons=reasons):
            return (item.prompt, *(t for reason in reasons for t in (reason.text, reason.because)))
        case OrderQuestion(steps=steps):
            return (item.prompt, *(step.text for step in steps))
        case MatchQuestion(pairs=pairs, others=others):
            return (
                item.prompt,
                *(t for pair in pairs for t in (pair.left, pair.right, pair.because)),
                *others,
            )
        case OpenQuestion():
            return (item.prompt, item.answer, *item.points)
        case Card():
            return (item.front, item.back)
        case NumberQuestion() | ExpressionQuestion() | CodeQuestion() | ClozeQuestion():
            return (item.prompt,)


def _computes_values(item: Question) -> bool:
    return any(isinstance(draw, Computed) for _, draw in item.given)


def _computes_gaps(item: Question) -> bool:
    return isinstance(item, ClozeQuestion) and any(gap.expression for gap in item.gaps)


def _values(item: Question, seed: int) -> dict[str, Numbers]:
    if not _computes_values(item):
        return drawn_values(item, seed, trial=0)
    from quiz_app.variants.given import given_values

    return given_values(item, seed).exact
