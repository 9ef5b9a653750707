"""Reading questions that are answered by choosing."""

from __future__ import annotations

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.distinct import Distinct
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import (
    ChoiceQuestion,
    ChoicesQuestion,
    Option,
    Question,
    TrueFalseQuestion,
)
from quiz_app.bank.nodes import Node
from quiz_app.bank.reading import Reader, list_of, read_boolean


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


def read_true_false_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """A true_false question."""
    question = TrueFalseQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        answer=fields.required("answer", read_boolean, False),
        reasons=fields.optional(
            "reasons", list_of(_option_reader(scope, "a reason"), "reasons", at_least=2), ()
        ),
    )
    right = sum(reason.right for reason in question.reasons)
    if question.reasons and right != 1:
        fields.faults.add(
            fields.place_of("reasons"),
            f"exactly one reason is right, of these {right}",
            "mark it with 'right: true'",
        )
    return question


def _read_options(fields: Fields, scope: Scope) -> tuple[Option, ...]:
    read = _option_reader(scope, "an option")
    return fields.required("options", list_of(read, "options", at_least=2), ())


def _option_reader(scope: Scope, what: str) -> Reader[Option]:
    """The reader of something to be chosen among others, which read differently."""
    read_text = Distinct(f"{what.split()[1]}s").reader(scope.template)

    def read(node: Node, faults: Faults) -> Option:
        option = Fields(node, faults, what, ("text", "right", "because"))
        return Option(
            text=option.required("text", read_text, ""),
            right=option.optional("right", read_boolean, False),
            because=option.optional("because", scope.template, ""),
        )

    return read
