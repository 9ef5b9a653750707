"""How exact an answer must be, as an author writes it."""

from __future__ import annotations

from dataclasses import replace

from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.model import Tolerance
from quiz_app.bank.nodes import MappingNode, Node, TextNode
from quiz_app.bank.reading import integer, is_number, read_number, shown

_KINDS = ("relative", "absolute", "digits")


def read_tolerance(node: Node, faults: Faults) -> Tolerance:
    """``1%``, ``{relative: 1%}``, ``{absolute: 0.01}`` or ``{digits: 3}``."""
    if not isinstance(node, MappingNode):
        return Tolerance("relative", _read_percentage(node, faults))
    before = len(faults)
    fields = Fields(node, faults, "a tolerance", _KINDS)
    kinds = [kind for kind in _KINDS if node.get(kind) is not None]
    if len(kinds) != 1 and len(faults) == before:
        faults.add(
            node.place,
            f"a tolerance is one of relative, absolute and digits, not {len(kinds)} of them",
            "write 1%, {absolute: 0.01} or {digits: 3}",
        )
    if "absolute" in kinds:
        return Tolerance("absolute", fields.required("absolute", _read_distance, 0.0))
    if "digits" in kinds:
        return Tolerance("digits", fields.required("digits", integer(1, 10), 1))
    return Tolerance("relative", fields.optional("relative", _read_percentage, 0.0))


def _read_percentage(node: Node, faults: Faults) -> float:
    """A percentage as a share of one."""
    if isinstance(node, TextNode) and node.text.endswith("%"):
        number = replace(node, text=node.text[:-1].rstrip())
        if is_number(number) and 0 < float(number.text) <= 50:
            return float(number.text) / 100
    faults.add(
        node.place,
        f"a percentage above 0% and up to 50% is expected here, not {shown(node)}",
        "write 1%, or {absolute: 0.01}",
    )
    return 0.0


def _read_distance(node: Node, faults: Faults) -> float:
    before = len(faults)
    distance = float(read_number(node, faults))
    if distance <= 0 and len(faults) == before:
        faults.add(node.place, f"the distance {shown(node)} is not positive", "raise it")
    return distance
