"""A place in the tokens of a text, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from quiz_app.maths.expression.tokens import Token, tokens

_SHOWN = 12


class Cursor:
    """Walks over the tokens of a text from left to right.

    Raises ExpressionError when the text holds a character that is not read.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = list(tokens(text))
        self._position = 0

    @property
    def token(self) -> Token:
        """The next token; at the end of the text it stays the end token."""
        return self._tokens[self._position]

    @property
    def following(self) -> Token:
        """The token after the next one."""
        return self._tokens[min(self._position + 1, len(self._tokens) - 1)]

    @property
    def previous(self) -> Token | None:
        """The token passed last."""
        return self._tokens[self._position - 1] if self._position else None

    @property
    def touches(self) -> bool:
        """Whether no space stands between the previous token and the next."""
        return self.previous is not None and self.previous.end == self.token.offset

    def advance(self) -> Token:
        """Pass the next token and return it."""
        token = self.token
        self._position += token.kind != "end"
        return token

    def accept(self, *signs: str) -> Token | None:
        """Pass the next token if it is one of the signs."""
        return self.advance() if self.token.is_sign(*signs) else None

    def split(self, parts: Sequence[str]) -> None:
        """Put names side by side in place of the next token, which is their run of letters."""
        run = self.token
        pieces: list[Token] = []
        begin = run.offset
        for part in parts:
            # Subscript signs make the text shorter than its spelling; nobody is told the place.
            end = min(begin + len(part), run.end)
            pieces.append(Token("name", part, begin, end))
            begin = end
        self._tokens[self._position : self._position + 1] = pieces

    def before(self) -> str:
        """The last few characters before the next token, to show where something is."""
        passed = self.text[: self.token.offset].rstrip()
        return passed if len(passed) <= _SHOWN else "…" + passed[-_SHOWN:].lstrip()

    def bound_name(self) -> str | None:
        """The index of a sum when its bracket comes next: k in ``(body, k, K)``."""
        return self._bound_names.get(self.token.offset)

    @cached_property
    def _bound_names(self) -> dict[int, str]:
        """The name between the two commas of a bracket, by the place where it opens.

        All are found in one pass, so that deep nesting takes no longer than any other text.
        """
        names: dict[int, str] = {}
        opened: list[_Bracket] = []
        for position, token in enumerate(self._tokens):
            if token.is_sign("(", "["):
                opened.append(_Bracket(token.offset))
            elif opened and token.is_sign(","):
                opened[-1].commas.append(position)
            elif opened and (token.is_sign(")", "]") or token.kind == "end"):
                closed = opened if token.kind == "end" else [opened.pop()]
                for bracket in closed:
                    if index := self._between(bracket.commas):
                        names[bracket.offset] = index
        return names

    def _between(self, commas: Sequence[int]) -> str | None:
        if len(commas) != 2 or commas[1] - commas[0] != 2:
            return None
        index = self._tokens[commas[0] + 1]
        return index.text if index.kind == "name" else None


class _Bracket(Struct):
    """An open bracket and the commas in it, which count tokens."""

    offset: int
    commas: list[int] = []
