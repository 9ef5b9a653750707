"""Placeholders become numbers, and lines become paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.bank.model import Computed, Draw, Fixed, NumberQuestion
from quiz_app.errors import QuizError
from quiz_app.variants import make_variant
from quiz_app.variants.texts import fill

Ask = Callable[..., NumberQuestion]

GIVEN: dict[str, Draw] = {
    "y": Fixed(("3", "-0.50")),
    "m": Fixed((("1", "0"), ("0", "-1"))),
    "epsilon": Fixed("1e-6"),
    "exact": Fixed("1234.56789"),
    "noisy": Computed("0.1 + 0.2"),
    "p": Computed("sigmoid(y)"),
    "short": Computed("y / 4"),
}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{y}", "[3, −0.50]"),
        ("{ y }", "[3, −0.50]"),
        ("{y[1]}", "−0.5"),
        ("{m}", "[[1, 0], [0, −1]]"),
        ("{2*m}", "[[2, 0], [0, −2]]"),
        ("{y + 1/3}", "[3.333, −0.1667]"),
        ("{y + 1/3:2}", "[3.3, −0.17]"),
        ("{answer}", "−0.25"),
        ("{answer + 100}", "99.75"),
        ("{-answer:1}", "0.2"),
        ("{mse(y, [0, 0])}", "4.625"),
        ("{sum(y) / 1000000}", "2.5×10⁻⁶"),
        ("{epsilon}", "1×10⁻⁶"),
        ("{ε}", "1×10⁻⁶"),
        ("{exact}", "1234.56789"),
        ("{exact:6}", "1234.57"),
        ("{noisy}", "0.3"),
        ("{p}", "[0.9526, 0.3775]"),
        ("{short}", "[0.75, −0.125]"),
        ("{0 * y}", "[0, 0]"),
        ("{{y}} and {{", "{y} and {"),
        ("x_{{k}} = {y[0]}", "x_{k} = 3"),
        ("no placeholder at all", "no placeholder at all"),
        ("", ""),
    ],
)
def test_a_placeholder_is_replaced_by_its_value(ask: Ask, template: str, text: str) -> None:
    variant = make_variant(ask("y[1] / 2", **GIVEN), 0)
    assert fill(template, variant) == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("one\nline", "one line"),
        ("one  \nline\n", "one line"),
        ("a\nb\n\nc\nd", "a b\n\nc d"),
        ("a\n\n\n \nb", "a\n\nb"),
        ("a list:\n- first,\ngoes on\n- second", "a list:\n- first, goes on\n- second"),
        ("is\n-3 or so", "is -3 or so"),
        ("code:\n    x = 1\n    y = 2\nas above", "code:\n    x = 1\n    y = 2\nas above"),
        ("at the end {y[0]}\n{y[1]} begins", "at the end 3 −0.5 begins"),
    ],
)
def test_lines_are_joined_into_paragraphs_unless_the_author_set_them(
    ask: Ask, template: str, text: str
) -> None:
    variant = make_variant(ask("y[1] / 2", **GIVEN), 0)
    assert fill(template, variant) == text


def test_a_placeholder_without_a_value_is_an_error(ask: Ask) -> None:
    variant = make_variant(ask("y[1] / 2", **GIVEN), 0)
    with pytest.raises(QuizError, match="logarithm of a negative number"):
        fill("It is {log(y)}.", variant)
