"""The texts and expressions of an item, each with the field that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quiz_app.authoring.finding import FieldPath
from quiz_app.bank.model import (
    Card,
    ChoiceQuestion,
    ChoicesQuestion,
    ClozeQuestion,
    Computed,
    ExpressionQuestion,
    MatchQuestion,
    NumberQuestion,
    OpenQuestion,
    Option,
    OrderQuestion,
    Question,
    TrueFalseQuestion,
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
    yield from _listed("hints", item.hints)
    yield from _own_texts(item)


def _own_texts(item: Question) -> Iterator[tuple[FieldPath, str]]:
    """The texts in the lists that only some kinds have."""
    match item:
        case NumberQuestion(mistakes=mistakes) | ExpressionQuestion(mistakes=mistakes):
            for position, mistake in enumerate(mistakes):
                yield ("mistakes", position, "say"), mistake.say
        case ChoiceQuestion(options=options) | ChoicesQuestion(options=options):
            yield from _options("options", options)
        case TrueFalseQuestion(reasons=reasons):
            yield from _options("reasons", reasons)
        case OrderQuestion(steps=steps):
            # A step may be a text by itself; its place is then found without the last key.
            for position, step in enumerate(steps):
                yield ("steps", position, "text"), step.text
        case MatchQuestion(pairs=pairs, others=others):
            for position, pair in enumerate(pairs):
                yield ("pairs", position, "left"), pair.left
                yield ("pairs", position, "right"), pair.right
                yield ("pairs", position, "because"), pair.because
            yield from _listed("others", others)
        case OpenQuestion(answer=answer, points=points):
            yield ("answer",), answer
            yield from _listed("points", points)


def _listed(key: str, texts: tuple[str, ...]) -> Iterator[tuple[FieldPath, str]]:
    for position, text in enumerate(texts):
        yield (key, position), text


def _options(key: str, options: tuple[Option, ...]) -> Iterator[tuple[FieldPath, str]]:
    for position, option in enumerate(options):
        yield (key, position, "text"), option.text
        yield (key, position, "because"), option.because


def _expression_fields(item: Question) -> Iterator[tuple[FieldPath, str]]:
    for name, draw in item.given:
        if isinstance(draw, Computed):
            yield ("given", name), draw.expression
    if isinstance(item, NumberQuestion | ExpressionQuestion):
        yield ("answer",), item.answer
        for position, mistake in enumerate(item.mistakes):
            yield ("mistakes", position, "answer"), mistake.answer
    if isinstance(item, ExpressionQuestion):
        yield from _of_formula(item)
    if isinstance(item, ClozeQuestion):
        for position, gap in enumerate(item.gaps):
            if gap.expression:
                yield ("gaps", position, "expression"), gap.expression


def _of_formula(item: ExpressionQuestion) -> Iterator[tuple[FieldPath, str]]:
    """The other side of the right answer, and what the variables are computed from."""
    if item.shown:
        yield ("shown",), item.shown
    for variable in item.variables:
        if variable.expression:
            yield ("variables", variable.name), variable.expression
