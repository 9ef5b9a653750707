"""The texts and expressions of an item, each with the field that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quiz_app.authoring.finding import FieldPath
from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    ChoicesQuestion,
    Computed,
    NumberQuestion,
    OpenQuestion,
    Question,
)
from quiz_app.bank.template import Placeholder, parse_template
from quiz_app.maths.expression import Tree, parse


@dataclass(frozen=True)
class WrittenExpression:
    """An expression and where it was written: the field, and the offset in the field's text."""

    field: FieldPath
    offset: int
    text: str
    tree: Tree


def expressions_of(item: Question) -> Iterator[WrittenExpression]:
    """Every expression of an item, those in the braces of its texts included."""
    for field, text in _expression_fields(item):
        yield WrittenExpression(field, 0, text, parse(text))
    for field, text in texts_of(item):
        for part in parse_template(text):
            if isinstance(part, Placeholder):
                tree = parse(part.expression)
                yield WrittenExpression(field, part.offset, part.expression, tree)


def texts_of(item: Question) -> Iterator[tuple[FieldPath, str]]:
    """Every text of an item that may hold expressions in braces."""
    if isinstance(item, Card):
        yield ("front",), item.front
        yield ("back",), item.back
        yield ("note",), item.explain
    else:
        yield ("prompt",), item.prompt
        yield ("explain",), item.explain
    for position, hint in enumerate(item.hints):
        yield ("hints", position), hint
    match item:
        case NumberQuestion(mistakes=mistakes):
            for position, mistake in enumerate(mistakes):
                yield ("mistakes", position, "say"), mistake.say
        case ChoiceQuestion(options=options) | ChoicesQuestion(options=options):
            for position, option in enumerate(options):
                yield ("options", position, "text"), option.text
                yield ("options", position, "because"), option.because
        case OpenQuestion(answer=answer, points=points):
            yield ("answer",), answer
            for position, point in enumerate(points):
                yield ("points", position), point


def _expression_fields(item: Question) -> Iterator[tuple[FieldPath, str]]:
    for name, draw in item.given:
        if isinstance(draw, Computed):
            yield ("given", name), draw.expression
    if isinstance(item, NumberQuestion):
        yield ("answer",), item.answer
        for position, mistake in enumerate(item.mistakes):
            yield ("mistakes", position, "answer"), mistake.answer
