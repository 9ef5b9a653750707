"""The words of a variant: its texts with the drawn and computed numbers in them."""

from __future__ import annotations

from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    ChoicesQuestion,
    NumberQuestion,
    OpenQuestion,
    Option,
    TrueFalseQuestion,
)
from quiz_app.variants.filling import filled
from quiz_app.variants.variant import Variant

# Significant digits of a right answer, unless more are asked for.
_DIGITS = 6


def prompt(variant: Variant) -> str:
    """The question as it is asked."""
    item = variant.item
    return fill(item.front if isinstance(item, Card) else item.prompt, variant)


def options(variant: Variant) -> tuple[Option, ...]:
    """The options of a choice in the order of this variant, their texts filled in."""
    item = variant.item
    if isinstance(item, TrueFalseQuestion):
        return (Option("True", right=item.answer), Option("False", right=not item.answer))
    if not isinstance(item, ChoiceQuestion | ChoicesQuestion):
        return ()
    shown = (item.options[position] for position in variant.order)
    return tuple(
        Option(fill(option.text, variant), option.right, fill(option.because, variant))
        for option in shown
    )


def hints(variant: Variant) -> tuple[str, ...]:
    """The hints, first the gentlest."""
    return tuple(fill(hint, variant) for hint in variant.item.hints)


def explanation(variant: Variant) -> str:
    """The worked explanation with this variant's numbers."""
    return fill(variant.item.explain, variant)


def points(variant: Variant) -> tuple[str, ...]:
    """What a good answer in words mentions."""
    item = variant.item
    return tuple(fill(p, variant) for p in item.points) if isinstance(item, OpenQuestion) else ()


def model_answer(variant: Variant) -> str:
    """The right answer as a person would say it."""
    item = variant.item
    match item:
        case NumberQuestion(tolerance=tolerance):
            from quiz_app.maths.layout import number_text

            assert variant.answer is not None
            asked = int(tolerance.amount) if tolerance.kind == "digits" else 0
            return number_text(variant.answer, max(_DIGITS, asked))
        case OpenQuestion():
            return fill(item.answer, variant)
        case Card():
            return fill(item.back, variant)
        case _:
            return "; ".join(option.text for option in options(variant) if option.right)


def every_text(variant: Variant) -> tuple[str, ...]:
    """All that is ever shown of a variant. Raises QuizError where a value cannot be computed."""
    shown = options(variant)
    return (
        prompt(variant),
        *(text for option in shown for text in (option.text, option.because)),
        *hints(variant),
        *points(variant),
        model_answer(variant),
        explanation(variant),
    )


def fill(template: str, variant: Variant) -> str:
    """A text in paragraphs, with every placeholder replaced by its value on this variant."""
    return filled(template, variant.item, variant.values, variant.answer)
