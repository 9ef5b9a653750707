"""Reading questions that are answered in words."""

from __future__ import annotations

from quiz_app.bank.expressions import Scope
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import OpenQuestion, Question
from quiz_app.bank.reading import list_of


def read_open_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """An open question."""
    return OpenQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        answer=fields.required("answer", scope.template, ""),
        points=fields.required("points", list_of(scope.template, "points"), ()),
    )
