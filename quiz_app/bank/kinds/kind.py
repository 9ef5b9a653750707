"""What a kind of question is to the reader of files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

from quiz_app.bank.expressions import Scope
from quiz_app.bank.fields import Fields
from quiz_app.bank.model import Draw, FormulaReference, Question, Source


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
