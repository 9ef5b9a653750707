"""Reading questions whose answer is computed."""

from __future__ import annotations

from collections.abc import Callable

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import AuthorMistake, NumberQuestion, Question, Tolerance
from quiz_app.bank.nodes import Node
from quiz_app.bank.reading import list_of, read_text
from quiz_app.bank.tolerance import read_tolerance


def read_number_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """A number question."""
    return NumberQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        answer=fields.required("answer", scope.expression, ""),
        tolerance=fields.optional("tolerance", read_tolerance, Tolerance()),
        mistakes=fields.optional(
            "mistakes", list_of(mistake_reader(scope.afterwards), "mistakes"), ()
        ),
    )


def mistake_reader(scope: Scope) -> Callable[[Node, Faults], AuthorMistake]:
    """The reader of a wrong answer that an author expects."""

    def read(node: Node, faults: Faults) -> AuthorMistake:
        fields = Fields(node, faults, "a mistake", ("name", "answer", "say"))
        return AuthorMistake(
            name=fields.required("name", read_text, ""),
            answer=fields.required("answer", scope.afterwards.expression, ""),
            say=fields.required("say", scope.template, ""),
        )

    return read
