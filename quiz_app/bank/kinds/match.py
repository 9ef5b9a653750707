"""Reading what belongs to what."""

from __future__ import annotations

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.distinct import Distinct
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import MatchQuestion, Pair, Question
from quiz_app.bank.nodes import Node
from quiz_app.bank.reading import Reader, list_of

# Each has a letter, and a learner looks them all over for every pair.
_MOST = 12


def read_match_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """A match question."""
    read_right = Distinct("partners").reader(scope.template)
    question = MatchQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        pairs=fields.required(
            "pairs", list_of(_pair_reader(scope, read_right), "pairs", at_least=2), ()
        ),
        others=fields.optional("others", list_of(read_right, "partners"), ()),
    )
    if len(question.pairs) + len(question.others) > _MOST:
        place = fields.place_of("pairs")
        fields.faults.add(place, f"there are over {_MOST} partners", "ask for fewer")
    return question


def _pair_reader(scope: Scope, read_right: Reader[str]) -> Reader[Pair]:
    read_left = Distinct("pairs").reader(scope.template)

    def read(node: Node, faults: Faults) -> Pair:
        fields = Fields(node, faults, "a pair", ("left", "right", "because"))
        return Pair(
            left=fields.required("left", read_left, ""),
            right=fields.required("right", read_right, ""),
            because=fields.optional("because", scope.template, ""),
        )

    return read
