"""The words of a variant: its texts with the drawn and computed numbers in them."""

from __future__ import annotations

from itertools import count

from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    ChoicesQuestion,
    ClozeQuestion,
    CodeQuestion,
    ExpressionQuestion,
    Gap,
    MatchQuestion,
    NumberQuestion,
    OpenQuestion,
    Option,
    OrderQuestion,
    TrueFalseQuestion,
)
from quiz_app.bank.template import GAP
from quiz_app.variants.answer import answer_text
from quiz_app.variants.asked import asked_for, domain, formula_text
from quiz_app.variants.filling import filled
from quiz_app.variants.variant import Variant

# Significant digits of a right answer, unless more are asked for.
_DIGITS = 6


def prompt(variant: Variant) -> str:
    """The question as it is asked, its gaps numbered, the domain of a formula said."""
    item = variant.item
    text = fill(item.front if isinstance(item, Card) else item.prompt, variant)
    if isinstance(item, ExpressionQuestion):
        return f"{text}\n\n{asked_for(item)}"
    if not isinstance(item, ClozeQuestion):
        return text
    numbers = count(1)
    domains = [
        f"__{number}__ is a formula, {domain(gap.variables)}."
        for number, gap in enumerate(item.gaps, start=1)
        if gap.variables
    ]
    return "\n\n".join([GAP.sub(lambda _: f"__{next(numbers)}__", text), *domains])


def options(variant: Variant) -> tuple[Option, ...]:
    """The options of a choice in the order of this variant, their texts filled in."""
    item = variant.item
    if isinstance(item, TrueFalseQuestion):
        return (Option("True", right=item.answer), Option("False", right=not item.answer))
    if not isinstance(item, ChoiceQuestion | ChoicesQuestion):
        return ()
    return _shown(item.options, variant)


def reasons(variant: Variant) -> tuple[Option, ...]:
    """The reasons that a statement may have, in the order of this variant."""
    item = variant.item
    return _shown(item.reasons, variant) if isinstance(item, TrueFalseQuestion) else ()


def steps(variant: Variant) -> tuple[str, ...]:
    """The steps that are to be put in order, in the order of this variant."""
    item = variant.item
    if not isinstance(item, OrderQuestion):
        return ()
    return tuple(fill(item.steps[place].text, variant) for place in variant.order)


def lefts(variant: Variant) -> tuple[str, ...]:
    """What a partner is to be found for."""
    item = variant.item
    if not isinstance(item, MatchQuestion):
        return ()
    return tuple(fill(pair.left, variant) for pair in item.pairs)


def partners(variant: Variant) -> tuple[str, ...]:
    """The partners to be found, and the others, in the order of this variant."""
    item = variant.item
    if not isinstance(item, MatchQuestion):
        return ()
    rights = (*(pair.right for pair in item.pairs), *item.others)
    return tuple(fill(rights[place], variant) for place in variant.order)


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
            assert variant.answer is not None
            asked = int(tolerance.amount) if tolerance.kind == "digits" else 0
            return answer_text(variant.answer, max(_DIGITS, asked))
        case ExpressionQuestion():
            return formula_text(item.shown or item.answer)
        case OpenQuestion():
            return fill(item.answer, variant)
        case Card():
            return fill(item.back, variant)
        case CodeQuestion():
            from quiz_app.variants.code import wanted_value

            return wanted_value(item)
        case OrderQuestion():
            shown = steps(variant)
            places = (variant.order.index(place) for place in range(len(shown)))
            return "\n".join(f"{place + 1}. {shown[place]}" for place in places)
        case MatchQuestion():
            return "\n".join(
                f"{fill(pair.left, variant)}: {fill(pair.right, variant)}" for pair in item.pairs
            )
        case ClozeQuestion():
            return "; ".join(gap_answers(variant))
        case _:
            right = (*options(variant), *reasons(variant))
            return "; ".join(option.text for option in right if option.right)


def gap_answers(variant: Variant) -> tuple[str, ...]:
    """What belongs into each gap, as a person would write it."""
    item = variant.item
    if not isinstance(item, ClozeQuestion):
        return ()
    return tuple(_gap_answer(variant, gap) for gap in item.gaps)


def _gap_answer(variant: Variant, gap: Gap) -> str:
    if not gap.expression:
        return gap.words[0]
    if gap.variables:
        return formula_text(gap.expression)
    # NumPy comes with the first gap that has something to compute, and not before.
    from quiz_app.maths.layout import number_text
    from quiz_app.variants.gaps import gap_value

    return number_text(gap_value(variant, gap), _DIGITS)


def every_text(variant: Variant) -> tuple[str, ...]:
    """All that is ever shown of a variant. Raises QuizError where a value cannot be computed."""
    shown = (*options(variant), *reasons(variant))
    return (
        prompt(variant),
        *(text for option in shown for text in (option.text, option.because)),
        *steps(variant),
        *lefts(variant),
        *partners(variant),
        *because_of_pairs(variant),
        *hints(variant),
        *points(variant),
        model_answer(variant),
        explanation(variant),
    )


def because_of_pairs(variant: Variant) -> tuple[str, ...]:
    """Why each pair of a matching belongs together."""
    item = variant.item
    if not isinstance(item, MatchQuestion):
        return ()
    return tuple(fill(pair.because, variant) for pair in item.pairs)


def _shown(listed: tuple[Option, ...], variant: Variant) -> tuple[Option, ...]:
    return tuple(
        Option(fill(option.text, variant), option.right, fill(option.because, variant))
        for option in (listed[place] for place in variant.order)
    )


def fill(template: str, variant: Variant) -> str:
    """A text in paragraphs, with every placeholder replaced by its value on this variant."""
    return filled(template, variant.item, variant.values, variant.answer)
