"""Texts of authors with the values of a variant in their braces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from quiz_app.bank.model import Computed, Item, Numbers
from quiz_app.bank.template import Placeholder, parse_template

if TYPE_CHECKING:
    from quiz_app.variants.answer import Answer
    from quiz_app.variants.computing import Value

_MINUS = "−"

_BLANK_LINES = re.compile(r"\n\s*\n")

# A line break that an editor made; before an item of a list, and round an indented line, it
# was the author.
_SOFT_BREAK = re.compile(r"(?m)(^\S.*?)[ \t]*\n(?![ \t]|- )")

# Significant digits of a computed number where the author asks for none.
_DIGITS = 4

# A computed value with so few characters is shown in full, as a drawn one is.
_SHORT = 7


def filled(
    template: str, item: Item, values: Mapping[str, Numbers], answer: Answer | None = None
) -> str:
    """A text in paragraphs, with every placeholder replaced by its value.

    Raises QuizError where a value cannot be computed.
    """
    text = "".join(
        part if isinstance(part, str) else _shown(part, item, values, answer)
        for part in parse_template(template)
    )
    return "\n\n".join(map(_unwrapped, _BLANK_LINES.split(text.strip())))


def computed_text(placeholder: Placeholder, values: Mapping[str, Value]) -> str:
    """The value of an expression as texts show it; losses in it are computed live.

    Raises QuizError where it cannot be computed.
    """
    from quiz_app.variants.author_expression import author_expression
    from quiz_app.variants.computing import compute

    value = compute(author_expression(placeholder.expression), values)
    return _as_computed(value, placeholder.digits or _DIGITS)


def shows_drawn_value(placeholder: Placeholder, item: Item) -> bool:
    """Whether a placeholder is a value that was drawn or fixed, just as it was."""
    given = dict(item.given)
    draw = given.get(_known_as(placeholder.expression, given))
    return placeholder.digits is None and draw is not None and not isinstance(draw, Computed)


def _known_as(name: str, known: Mapping[str, object]) -> str:
    """A name in the spelling of the given values, where it may stand for one of them."""
    if name in known:
        return name
    from quiz_app.maths.expression import canonical_name

    return canonical_name(name)


def _unwrapped(paragraph: str) -> str:
    return _SOFT_BREAK.sub(r"\1 ", paragraph)


def _shown(
    placeholder: Placeholder, item: Item, values: Mapping[str, Numbers], answer: Answer | None
) -> str:
    drawn = values.get(_known_as(placeholder.expression, values))
    if drawn is not None and placeholder.digits is None:
        return _as_given(drawn, shorten=not shows_drawn_value(placeholder, item))
    # NumPy is needed from here on; a text that only shows drawn numbers does without it.
    from quiz_app.variants.computing import as_value, numeric

    bindings = {name: numeric(numbers) for name, numbers in values.items()}
    if answer is not None:
        bindings["answer"] = as_value(answer)
    return computed_text(placeholder, bindings)


def _as_given(numbers: Numbers, *, shorten: bool) -> str:
    """Exact decimals as they are; computed ones, if asked, without digits that nobody reads."""
    from quiz_app.maths.layout.numbers import decimal_text, number_text

    if isinstance(numbers, tuple):
        return _listed(_as_given(part, shorten=shorten) for part in numbers)
    if shorten and len(numbers) > _SHORT:
        return number_text(float(numbers), _DIGITS)
    return decimal_text(numbers).replace("-", _MINUS)


def _as_computed(value: Value, digits: int) -> str:
    from quiz_app.maths.layout import number_text

    if isinstance(value, float) or value.ndim == 0:
        return number_text(float(value), digits)
    return _listed(_as_computed(part, digits) for part in value)


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(texts)}]"
