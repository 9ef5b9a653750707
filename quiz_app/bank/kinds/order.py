"""Reading steps that are to be put in order."""

from __future__ import annotations

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.distinct import Distinct
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import OrderQuestion, Question, Step
from quiz_app.bank.nodes import MappingNode, Node
from quiz_app.bank.reading import list_of, read_identifier
from quiz_app.bank.wording import nearest, quoted

# More cannot be looked over at once.
_MOST = 12


def read_order_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """An order question."""
    question = OrderQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        steps=fields.required("steps", list_of(_Steps(scope).read, "steps", at_least=2), ()),
    )
    place = fields.place_of("steps")
    if len(question.steps) > _MOST:
        fields.faults.add(place, f"there are over {_MOST} steps", "join some of them")
    elif len(question.steps) > 1 and not any(step.after for step in question.steps):
        fields.faults.add(
            place, "any order of these steps is right", "say with 'after' what a step needs"
        )
    return question


class _Steps:
    """The steps one by one, as an author writes them: in one of the right orders.

    A plain text needs the step above it; one with ``after`` needs those above that it names.
    So no step can need itself by a detour, and the order of the file is right.
    """

    def __init__(self, scope: Scope) -> None:
        self._read_text = Distinct("steps").reader(scope.template)
        self._names: dict[str, int] = {}
        self._count = 0

    def read(self, node: Node, faults: Faults) -> Step:
        """The next step."""
        place, self._count = self._count, self._count + 1
        above = (place - 1,) if place else ()
        if not isinstance(node, MappingNode):
            return Step(self._read_text(node, faults), above)
        fields = Fields(node, faults, "a step", ("text", "name", "after"))
        step = Step(
            fields.required("text", self._read_text, ""),
            fields.optional("after", list_of(self._read_need, "names of steps", at_least=0), above),
        )
        name = fields.optional("name", read_identifier, "")
        if name in self._names:
            problem = f"two steps are named {quoted(name)}"
            faults.add(fields.place_of("name"), problem, "rename one of them")
        if name:
            self._names[name] = place
        return step

    def _read_need(self, node: Node, faults: Faults) -> int:
        name = read_identifier(node, faults)
        if name and name not in self._names:
            near = nearest(name, self._names)
            faults.add(
                node.place,
                f"no step above is named {quoted(name)}",
                f"did you mean '{near}'"
                if near
                else "write the steps in a right order, each below those it needs",
            )
        return self._names.get(name, 0)
