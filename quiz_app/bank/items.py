"""Questions and cards, read from their mappings."""

from __future__ import annotations

from typing import get_args

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.given import read_given
from quiz_app.bank.kinds import KINDS, Common, Kind
from quiz_app.bank.model import Card, FormulaKind, FormulaReference, Question, Source
from quiz_app.bank.nodes import MappingNode, Node
from quiz_app.bank.reading import integer, list_of, one_of, read_identifier, read_text, shown
from quiz_app.bank.wording import listed

_QUESTION_KEYS = ("id", "ask", "prompt", "difficulty", "given", "hints", "explain", "formula")
_CARD_KEYS = ("id", "front", "back", "formula", "note", "difficulty", "given", "hints")

_read_ask = one_of(tuple(KINDS), "a kind of question")
_read_show = one_of(get_args(FormulaKind), "a formula of a loss")


def read_question(node: Node, topic: str, faults: Faults) -> Question | None:
    """A question of the kind its ``ask`` names, or None after any fault in it."""
    before = len(faults)
    kind = _read_kind(node, faults)
    if kind is None:
        return None
    fields = Fields(node, faults, kind.what, (*_QUESTION_KEYS, *kind.keys))
    given = fields.optional("given", read_given, ())
    scope = Scope(tuple(name for name, _ in given))
    afterwards = scope.afterwards if kind.computes_answer else scope
    common: Common = {
        "id": fields.required("id", read_identifier, ""),
        "topic": topic,
        "source": _source(node, faults),
        "difficulty": fields.optional("difficulty", integer(1, 5), 2),
        "given": given,
        "hints": fields.optional("hints", list_of(afterwards.template, "hints"), ()),
        "explain": fields.optional("explain", afterwards.template, ""),
        "formula": fields.optional("formula", _read_formula, None),
    }
    question = kind.read(fields, scope, common)
    return question if len(faults) == before else None


def read_card(node: Node, topic: str, faults: Faults) -> Card | None:
    """A flashcard, or None after any fault in it."""
    before = len(faults)
    fields = Fields(node, faults, "a card", _CARD_KEYS)
    given = fields.optional("given", read_given, ())
    scope = Scope(tuple(name for name, _ in given))
    card = Card(
        id=fields.required("id", read_identifier, ""),
        topic=topic,
        source=_source(node, faults),
        difficulty=fields.optional("difficulty", integer(1, 5), 2),
        given=given,
        hints=fields.optional("hints", list_of(scope.template, "hints"), ()),
        explain=fields.optional("note", scope.template, ""),
        formula=fields.optional("formula", _read_formula, None),
        front=fields.required("front", scope.template, ""),
        back=fields.optional("back", scope.template, ""),
    )
    if len(faults) > before:
        return None
    if not card.back and card.formula is None:
        faults.add(fields.place, "a card needs 'back' or 'formula'", "add one of them")
        return None
    return card


def _read_kind(node: Node, faults: Faults) -> Kind | None:
    ask = node.get("ask") if isinstance(node, MappingNode) else None
    if ask is None:
        problem = (
            "a question needs 'ask'"
            if isinstance(node, MappingNode)
            else f"a question is expected here, not {shown(node)}"
        )
        faults.add(node.place, problem, f"say what to ask for: {listed(KINDS)}")
        return None
    before = len(faults)
    kind = KINDS[_read_ask(ask, faults)]
    return kind if len(faults) == before else None


def _read_formula(node: Node, faults: Faults) -> FormulaReference | None:
    fields = Fields(node, faults, "a formula", ("loss", "show"))
    return FormulaReference(
        loss=fields.required("loss", read_text, ""),
        show=fields.optional("show", _read_show, "definition"),
    )


def _source(node: Node, faults: Faults) -> Source:
    return Source(faults.path, node.place.line, node.place.column)
