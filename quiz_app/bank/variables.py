"""The variables of a formula and where they live."""

from __future__ import annotations

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.given import read_name
from quiz_app.bank.model import Variable
from quiz_app.bank.nodes import MappingNode, Node, TextNode
from quiz_app.bank.reading import list_of, read_boolean, shown
from quiz_app.bank.wording import quoted

_MOST = 8

_read_number = Scope(()).expression
_read_numbers = list_of(_read_number, "numbers")


def read_variables(node: Node, faults: Faults) -> tuple[Variable, ...]:
    """Variables by name: ``{uniform: [0, 1], open: true}``, ``{choice: [0, 1]}``, or computed.

    A computed one may use those above it; the first is not computed.
    """
    if not isinstance(node, MappingNode):
        faults.add(
            node.place,
            f"names with where they live are expected here, not {shown(node)}",
            "write 'p: {uniform: [0, 1], open: true}' or 'y: {choice: [0, 1]}'",
        )
        return ()
    if not 1 <= len(node.entries) <= _MOST:
        faults.add(
            node.place,
            f"a formula has 1 to {_MOST} variables, not {len(node.entries)}",
            "name them",
        )
    variables: dict[str, Variable] = {}
    for key, value in node.entries[:_MOST]:
        name = read_name(key, faults)
        if name in variables:
            faults.add(key.place, f"{quoted(name)} is a variable twice", "keep one of the two")
        variables[name] = _read_variable(name, value, Scope(tuple(variables)), faults)
    return tuple(variables.values())


def _read_variable(name: str, node: Node, above: Scope, faults: Faults) -> Variable:
    if isinstance(node, TextNode) and above.names:
        return Variable(name, expression=above.expression(node, faults))
    fields = Fields(node, faults, "a variable", ("uniform", "choice", "open"))
    values = fields.optional("choice", _read_numbers, ())
    if values:
        return Variable(name, values=values)
    low, high = fields.required("uniform", _read_ends, ("0", "1"))
    return Variable(name, low, high, open=fields.optional("open", read_boolean, False))


def _read_ends(node: Node, faults: Faults) -> tuple[str, str]:
    ends = _read_numbers(node, faults)
    if len(ends) == 2:
        return ends[0], ends[1]
    if ends:
        faults.add(node.place, f"two ends are expected here, not {len(ends)}", "write [low, high]")
    return "0", "1"
