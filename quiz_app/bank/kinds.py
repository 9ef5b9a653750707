"""What is particular to each kind of question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.model import (
    AuthorMistake,
    ChoiceQuestion,
    ChoicesQuestion,
    Draw,
    FormulaReference,
    NumberQuestion,
    OpenQuestion,
    Option,
    Question,
    Source,
    Tolerance,
    TrueFalseQuestion,
)
from quiz_app.bank.nodes import Node
from quiz_app.bank.reading import list_of, read_boolean, read_text
from quiz_app.bank.tolerance import read_tolerance
from quiz_app.bank.wording import quoted


class Common(TypedDict):
    """The attributes that every item has."""

    id: str
    topic: str
    source: Source
    difficulty: int
    given: tuple[tuple[str, Draw], ...]
    hints: tuple[str, ...]
    explain: str
    formula: FormulaReference | None


@dataclass(frozen=True)
class Kind:
    """A kind of question: what it is called, the keys of its own, and their reader."""

    what: str
    keys: tuple[str, ...]
    read: Callable[[Fields, Scope, Common], Question]
    computes_answer: bool = False


def _read_number_question(fields: Fields, scope: Scope, common: Common) -> Question:
    return NumberQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        answer=fields.required("answer", scope.expression, ""),
        tolerance=fields.optional("tolerance", read_tolerance, Tolerance()),
        mistakes=fields.optional(
            "mistakes", list_of(_mistake_reader(scope.afterwards), "mistakes"), ()
        ),
    )


def _mistake_reader(scope: Scope) -> Callable[[Node, Faults], AuthorMistake]:
    def read(node: Node, faults: Faults) -> AuthorMistake:
        fields = Fields(node, faults, "a mistake", ("name", "answer", "say"))
        return AuthorMistake(
            name=fields.required("name", read_text, ""),
            answer=fields.required("answer", scope.afterwards.expression, ""),
            say=fields.required("say", scope.template, ""),
        )

    return read


def _read_choice_question(fields: Fields, scope: Scope, common: Common) -> Question:
    question = ChoiceQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        options=_read_options(fields, scope),
        shuffle=fields.optional("shuffle", read_boolean, True),
    )
    right = sum(option.right for option in question.options)
    if question.options and right != 1:
        fields.faults.add(
            fields.place_of("options"),
            f"a choice question has exactly one right option, this has {right}",
            "mark it with 'right: true', or write 'ask: choices' for several",
        )
    return question


def _read_choices_question(fields: Fields, scope: Scope, common: Common) -> Question:
    question = ChoicesQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        options=_read_options(fields, scope),
        shuffle=fields.optional("shuffle", read_boolean, True),
    )
    if question.options and not any(option.right for option in question.options):
        fields.faults.add(
            fields.place_of("options"), "no option is right", "mark those that are 'right: true'"
        )
    return question


def _read_options(fields: Fields, scope: Scope) -> tuple[Option, ...]:
    texts: set[str] = set()

    def read(node: Node, faults: Faults) -> Option:
        option = Fields(node, faults, "an option", ("text", "right", "because"))
        text = option.required("text", scope.template, "")
        if text and text in texts:
            place = option.place_of("text")
            faults.add(place, f"two options read {quoted(text)}", "change one of them")
        texts.add(text)
        return Option(
            text=text,
            right=option.optional("right", read_boolean, False),
            because=option.optional("because", scope.template, ""),
        )

    return fields.required("options", list_of(read, "options", at_least=2), ())


def _read_true_false_question(fields: Fields, scope: Scope, common: Common) -> Question:
    return TrueFalseQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        answer=fields.required("answer", read_boolean, False),
    )


def _read_open_question(fields: Fields, scope: Scope, common: Common) -> Question:
    return OpenQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        answer=fields.required("answer", scope.template, ""),
        points=fields.required("points", list_of(scope.template, "points"), ()),
    )


KINDS = {
    "number": Kind(
        "a number question",
        ("answer", "tolerance", "mistakes"),
        _read_number_question,
        computes_answer=True,
    ),
    "choice": Kind("a choice question", ("options", "shuffle"), _read_choice_question),
    "choices": Kind("a choices question", ("options", "shuffle"), _read_choices_question),
    "true_false": Kind("a true_false question", ("answer",), _read_true_false_question),
    "open": Kind("an open question", ("answer", "points"), _read_open_question),
}
