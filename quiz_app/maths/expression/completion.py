"""A half-typed expression made whole, for showing it while it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from quiz_app.maths.expression import limits
from quiz_app.maths.expression.errors import ExpressionError
from quiz_app.maths.expression.tokens import Token, tokens
from quiz_app.maths.expression.vocabulary import FUNCTIONS, SYNONYMS

_CLOSING = {"(": ")", "[": "]", "|": "|", "‖": "‖", "": ""}


class _Bracket(Struct):
    """An open bracket, or the whole text with the empty sign; positions count tokens."""

    sign: str
    begin: int
    is_indicator: bool = False
    compares: bool = False
    condition: int | None = None

    @property
    def unfinished(self) -> int | None:
        """Where a part begins that makes no sense before more is typed."""
        if self.condition is not None:
            return self.condition
        return self.begin if self.is_indicator and not self.compares else None


def complete(text: str) -> str:
    """What a half-typed text would be without its dangling end and with its brackets closed.

    Text that cannot be read for another reason comes back as it is.
    """
    try:
        limits.check_length(text, limits.TYPED)
        typed = [token for token in tokens(text.rstrip(" _.")) if token.kind != "end"]
    except ExpressionError:
        return text
    while True:
        scan = _Scan(typed)
        if scan.is_hopeless:
            return text
        if scan.kept == len(typed):
            break
        typed = typed[: scan.kept]
    closing = "".join(_CLOSING[bracket.sign] for bracket in reversed(scan.open))
    return text[: typed[-1].end] + closing if typed else ""


class _Scan:
    """What is open at the end of some tokens, and how many of them can be kept."""

    def __init__(self, typed: Sequence[Token]) -> None:
        self.open = [_Bracket("", 0)]
        self.is_hopeless = False
        self._expects_term = True
        complete_up_to = 0
        for position, token in enumerate(typed):
            self._pass(token, position, typed[position - 1] if position else None)
            if not self._expects_term:
                complete_up_to = position + 1
        unfinished = [bracket.unfinished for bracket in self.open]
        self.kept = min([complete_up_to, *(begin for begin in unfinished if begin is not None)])

    def _pass(self, token: Token, position: int, previous: Token | None) -> None:
        innermost = self.open[-1]
        if token.is_sign("(", "[") or self._opens_bar(token):
            counts = token.is_sign("[") and previous is not None and previous.text == "1"
            self.open.append(_Bracket(token.text, position - counts, is_indicator=counts))
            self.is_hopeless |= len(self.open) > limits.DEPTH
            self._expects_term = True
        elif token.is_sign(")", "]", "|", "‖"):
            self.is_hopeless |= _CLOSING[innermost.sign] != token.text
            self.open = self.open[:-1] or [innermost]
            self._expects_term = False
        else:
            self._pass_inside(token, position, innermost)

    def _pass_inside(self, token: Token, position: int, innermost: _Bracket) -> None:
        if token.is_sign("if"):
            innermost.condition = position
        elif token.is_sign("else"):
            innermost.condition = None
        elif token.is_sign("<", "<=", ">", ">=", "==", "="):
            innermost.compares = True
        is_function = token.kind == "name" and SYNONYMS.get(token.text, token.text) in FUNCTIONS
        self._expects_term = is_function or (token.kind == "sign" and not token.is_sign("%"))

    def _opens_bar(self, token: Token) -> bool:
        if not token.is_sign("|", "‖"):
            return False
        return self._expects_term or self.open[-1].sign != token.text
