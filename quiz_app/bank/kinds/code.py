"""Reading questions that are answered with a function."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from quiz_app.bank.expressions import Scope, clauses
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import CodeQuestion, LossOption, Question
from quiz_app.bank.nodes import MappingNode, Node
from quiz_app.bank.reading import one_of, read_boolean, read_text, shown
from quiz_app.bank.signature import parse_signature
from quiz_app.bank.wording import quoted
from quiz_app.errors import QuizError

_Computed: TypeAlias = Literal["cost", "per_sample", "gradient"]

_COMPUTED: tuple[_Computed, ...] = ("cost", "per_sample", "gradient")
_read_computed = one_of(_COMPUTED, "something that a loss computes")

_OPTION = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]{1,2})?|true|false|mean|sum")


def read_code_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """A code question."""
    return CodeQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        function=fields.required("function", _read_function, ""),
        against=fields.required("against", read_text, ""),
        computes=fields.optional("computes", _read_computed, "cost"),
        options=fields.optional("options", _read_options, ()),
        start=fields.optional("start", read_text, ""),
        vectorised=fields.optional("vectorised", read_boolean, True),
    )


def _read_function(node: Node, faults: Faults) -> str:
    text = read_text(node, faults)
    if text:
        try:
            parse_signature(text)
        except QuizError as error:
            faults.add(node.place, *clauses(error))
    return text


def _read_options(node: Node, faults: Faults) -> tuple[LossOption, ...]:
    if not isinstance(node, MappingNode):
        faults.add(
            node.place,
            f"options of the loss are expected here, not {shown(node)}",
            "write {delta: 2}, say",
        )
        return ()
    return tuple(LossOption(key.text, _read_value(value, faults)) for key, value in node.entries)


def _read_value(node: Node, faults: Faults) -> str:
    text = read_text(node, faults)
    if text and not _OPTION.fullmatch(text):
        faults.add(
            node.place, f"{quoted(text)} is no value of an option", "give a number, true or false"
        )
    return text
