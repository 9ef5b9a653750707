"""Reading questions that are answered by choosing."""

from __future__ import annotations

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import (
    ChoiceQuestion,
    ChoicesQuestion,
    Option,
    Question,
    TrueFalseQuestion,
)
from quiz_app.bank.nodes import Node
from quiz_app.bank.reading import list_of, read_boolean
from quiz_app.bank.wording import quoted


def read_choice_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """A choice question."""
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


def read_choices_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """A choices question."""
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


def read_true_false_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """A true_false question."""
    return TrueFalseQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        answer=fields.required("answer", read_boolean, False),
    )
