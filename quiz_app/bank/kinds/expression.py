"""Reading questions whose answer is a formula."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import AuthorMistake, ExpressionQuestion, Question
from quiz_app.bank.nodes import Node
from quiz_app.bank.reading import list_of, one_of, read_text
from quiz_app.bank.variables import read_variables
from quiz_app.maths.expression import FUNCTIONS, Call, ExpressionError, parse, walk

UpTo: TypeAlias = Literal["constant", "factor"]

EXPRESSION_KEYS = ("variables", "answer", "shown", "up_to", "in_terms_of", "mistakes")

_read_up_to = one_of(get_args(UpTo), "a freedom")


def read_expression_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """An expression question; its formulas are in the variables and the given values."""
    variables = fields.required("variables", read_variables, ())
    names = tuple(variable.name for variable in variables)
    formulas = Scope((*scope.names, *names), under="variables")
    question = ExpressionQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        variables=variables,
        answer=fields.required("answer", formulas.expression, ""),
        shown=fields.optional("shown", formulas.expression, ""),
        up_to=fields.optional("up_to", _read_up_to, ""),
        in_terms_of=fields.optional(
            "in_terms_of", list_of(one_of(formulas.names or ("",), "a variable"), "names"), ()
        ),
        mistakes=fields.optional(
            "mistakes", list_of(_mistake_reader(formulas.afterwards, scope), "mistakes"), ()
        ),
    )
    if not question.shown and asks_a_loss(question.answer):
        fields.faults.add(
            fields.place_of("answer"),
            "this asks a loss, which is no formula to be read",
            "add 'shown: …' with the formula that it comes to; 'quiz-app check' holds them equal",
        )
    return question


def _mistake_reader(formulas: Scope, texts: Scope) -> Callable[[Node, Faults], AuthorMistake]:
    """The reader of a wrong formula that an author expects; only given values are in its text."""

    def read(node: Node, faults: Faults) -> AuthorMistake:
        fields = Fields(node, faults, "a mistake", ("name", "answer", "say"))
        return AuthorMistake(
            name=fields.required("name", read_text, ""),
            answer=fields.required("answer", formulas.expression, ""),
            say=fields.required("say", texts.template, ""),
        )

    return read


def asks_a_loss(text: str) -> bool:
    """Whether an expression calls a loss, so that a learner could not write it."""
    try:
        tree = parse(text) if text else None
    except ExpressionError:  # which has been noted
        return False
    return tree is not None and any(
        isinstance(part, Call) and part.function not in FUNCTIONS for part in walk(tree)
    )
