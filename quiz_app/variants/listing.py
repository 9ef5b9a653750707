"""What stands under a prompt, each part with the sign by which an answer names it."""

from __future__ import annotations

from string import ascii_lowercase

from quiz_app.variants.texts import lefts, options, partners, reasons, steps
from quiz_app.variants.variant import Variant

MOST_LETTERS = len(ascii_lowercase)


def listing(variant: Variant) -> tuple[tuple[str, str], ...]:
    """The parts in the order of this variant; what goes with a numbered part has a letter."""
    numbered = (*(option.text for option in options(variant)), *steps(variant), *lefts(variant))
    lettered = (*partners(variant), *(reason.text for reason in reasons(variant)))
    return (
        *((str(number), text) for number, text in enumerate(numbered, start=1)),
        *zip(ascii_lowercase, lettered, strict=False),
    )


def letter(place: int) -> str:
    """The letter of a part that is not numbered."""
    return ascii_lowercase[place]
