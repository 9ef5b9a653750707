"""Small readers that take data out of nodes and note faults instead of stopping."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from quiz_app.bank.faults import Faults
from quiz_app.bank.nodes import ListNode, Node, TextNode
from quiz_app.bank.wording import listed, nearest, quoted

_T = TypeVar("_T")
_Word = TypeVar("_Word", bound=str)

Reader: TypeAlias = Callable[[Node, Faults], _T]

_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?")
_LONGEST_NUMBER = 25
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")


def shown(node: Node) -> str:
    """What stands at a node, for a message."""
    if not isinstance(node, TextNode):
        return "a list" if isinstance(node, ListNode) else "a mapping"
    return quoted(node.text) if node.text else "nothing"


def read_text(node: Node, faults: Faults) -> str:
    """A text that is not blank, without white space at its end."""
    if not isinstance(node, TextNode):
        faults.add(
            node.place,
            f"a text is expected here, not {shown(node)}",
            "put a text that begins with a bracket or a brace in quotes",
        )
        return ""
    if not node.text.strip():
        faults.add(node.place, "the text is missing", "write one here")
    return node.text.rstrip()


def read_identifier(node: Node, faults: Faults) -> str:
    """A key such as ``mse.by-hand``."""
    if isinstance(node, TextNode) and _IDENTIFIER.fullmatch(node.text):
        return node.text
    faults.add(
        node.place,
        f"{shown(node)} cannot be an identifier",
        "use up to 100 lower-case letters, digits, dots, hyphens and underscores",
    )
    return ""


def is_number(node: Node) -> bool:
    """Whether a node is a decimal number without quotes."""
    return (
        isinstance(node, TextNode)
        and node.style == "plain"
        and len(node.text) <= _LONGEST_NUMBER
        and _NUMBER.fullmatch(node.text) is not None
    )


def read_number(node: Node, faults: Faults) -> str:
    """A decimal number, its digits exactly as written (a leading plus left out)."""
    if isinstance(node, TextNode) and is_number(node):
        return node.text.removeprefix("+")
    faults.add(
        node.place,
        f"a number is expected here, not {shown(node)}",
        "write one such as 0.5, without quotes",
    )
    return "0"


def integer(low: int, high: int) -> Reader[int]:
    """A reader of whole numbers from ``low`` to ``high``."""

    def read(node: Node, faults: Faults) -> int:
        if isinstance(node, TextNode) and is_number(node):
            digits = node.text
            if digits.isdecimal() and low <= int(digits) <= high:
                return int(digits)
        faults.add(
            node.place,
            f"a whole number from {low} to {high} is expected here, not {shown(node)}",
            "write one of these, without quotes",
        )
        return low

    return read


def read_boolean(node: Node, faults: Faults) -> bool:
    """``true`` or ``false`` and nothing else that YAML takes for them."""
    if isinstance(node, TextNode) and node.style == "plain" and node.text in ("true", "false"):
        return node.text == "true"
    faults.add(
        node.place,
        f"true or false is expected here, not {shown(node)}",
        "write one of these, in lower case and without quotes",
    )
    return False


def one_of(words: Sequence[_Word], kind: str) -> Reader[_Word]:
    """A reader of one of the words; ``kind`` says with its article what they are."""

    def read(node: Node, faults: Faults) -> _Word:
        text = node.text if isinstance(node, TextNode) else ""
        if text in words:
            return words[words.index(text)]
        near = nearest(text, words)
        faults.add(
            node.place,
            f"{shown(node)} is not {kind}",
            f"did you mean '{near}' (known are {listed(words)})"
            if near
            else f"known are {listed(words)}",
        )
        return words[0]

    return read


def list_of(read_one: Reader[_T], things: str, at_least: int = 1) -> Reader[tuple[_T, ...]]:
    """A reader of lists; ``things`` names the entries in the plural."""

    def read(node: Node, faults: Faults) -> tuple[_T, ...]:
        if not isinstance(node, ListNode):
            faults.add(
                node.place,
                f"a list of {things} is expected here, not {shown(node)}",
                "begin each entry with '- ', or write [one, two]",
            )
            return ()
        if len(node.items) < at_least:
            faults.add(
                node.place,
                f"this list of {things} is too short",
                f"give at least {at_least}",
            )
        return tuple(read_one(item, faults) for item in node.items)

    return read
