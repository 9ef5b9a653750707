"""Texts with ``{expressions}`` in braces, taken apart."""

from __future__ import annotations

import re

from msgspec import Struct

from quiz_app.errors import QuizError

GAP = re.compile(r"_{3,}")
"""A gap in a text, to be filled by the learner: ``___``."""

_PARTS = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+")
_DIGITS = re.compile(r"(?P<expression>[^:]*):\s*(?P<digits>[1-9]|1[0-5])\s*")


class Placeholder(Struct, frozen=True):
    """An expression to be computed, with the significant digits asked for.

    ``offset`` is the position of the expression's first character in the text.
    """

    expression: str
    digits: int | None
    offset: int


class TemplateError(QuizError):
    """Braces that do not fit; ``offset`` is the position in the text."""

    def __init__(self, problem: str, remedy: str, offset: int) -> None:
        super().__init__(problem, remedy)
        self.offset = offset

    def __reduce__(self) -> tuple[type[TemplateError], tuple[str, str, int]]:
        return (type(self), (self.problem, self.remedy, self.offset))


def parse_template(text: str) -> tuple[str | Placeholder, ...]:
    """The text's literal stretches and its placeholders, in order.

    ``{expr}`` is a placeholder, ``{expr:3}`` one of three significant digits; ``{{`` and ``}}``
    write braces. Raises TemplateError for a brace without its partner, nothing between braces,
    or a number of digits that is not 1 to 15.
    """
    parts: list[str | Placeholder] = []
    for match in _PARTS.finditer(text):
        piece, offset = match[0], match.start()
        if piece in ("{", "}"):
            raise TemplateError(
                f"The brace '{piece}' has no partner.",
                f"Close or remove it, or write '{piece * 2}' for a brace as such.",
                offset,
            )
        if piece.startswith("{") and piece != "{{":
            parts.append(_placeholder(piece[1:-1], offset + 1))
            continue
        literal = piece[0] if piece in ("{{", "}}") else piece
        if parts and isinstance(parts[-1], str):
            parts[-1] += literal
        else:
            parts.append(literal)
    return tuple(parts)


def _placeholder(inside: str, offset: int) -> Placeholder:
    digits: int | None = None
    expression = inside
    if ":" in inside:
        match = _DIGITS.fullmatch(inside)
        if match is None:
            raise TemplateError(
                "After the colon stands no number of significant digits.",
                "Write 1 to 15, such as {x:3}.",
                offset + inside.index(":") + 1,
            )
        expression, digits = match["expression"], int(match["digits"])
    if not expression.strip():
        raise TemplateError(
            "Nothing stands between the braces.",
            "Write an expression, or '{{' and '}}' for braces as such.",
            offset - 1,
        )
    indent = len(expression) - len(expression.lstrip())
    return Placeholder(expression.strip(), digits, offset + indent)
