"""The levels of the grammar that operators make, from conditionals down to powers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TypeVar

from quiz_app.maths.expression import faults, limits
from quiz_app.maths.expression.cursor import Cursor
from quiz_app.maths.expression.tokens import Token
from quiz_app.maths.expression.tree import (
    Binary,
    Compare,
    Conditional,
    Negative,
    Operator,
    Relation,
    Tree,
)

_Read = TypeVar("_Read")

_SUMS: dict[str, Operator] = {"+": "+", "-": "-"}
_PRODUCTS: dict[str, Operator] = {"*": "*", "/": "/"}
_RELATIONS: dict[str, Relation] = {
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "==": "==",
    "=": "==",
}

_CLOSING = {"(": ")", "[": "]", "|": "|", "‖": "‖"}


class OperatorReader(ABC):
    """Reads operators, lowest first; a subclass reads the operands between them.

    Every method reads from the cursor on and leaves it behind what it read.
    """

    def __init__(self, text: str) -> None:
        self.cursor = Cursor(text)
        self.brackets: list[Token] = []
        self.powers: list[tuple[Tree, int]] = []
        self._depth = 0

    @abstractmethod
    def operand(self) -> Tree:
        """A number, name, call or bracket with its indices."""

    @abstractmethod
    def is_indicator(self) -> bool:
        """Whether ``1[`` comes next."""

    @abstractmethod
    def superscript(self, token: Token) -> Tree:
        """What a run of superscripts raises to."""

    def nested(self, read: Callable[[], _Read]) -> _Read:
        """What ``read`` reads one level deeper."""
        self._depth += 1
        limits.check_nesting(self._depth, self.cursor.token.offset)
        result = read()
        self._depth -= 1
        return result

    def bracketed(self, read: Callable[[], _Read]) -> _Read:
        """What ``read`` reads between the bracket that comes next and its counterpart."""
        opening = self.cursor.advance()
        self.brackets.append(opening)
        content = self.nested(read)
        cursor = self.cursor
        if cursor.token.is_sign(",") and not opening.is_sign("["):
            raise faults.comma(cursor.previous, cursor.token, cursor.following)
        if not cursor.accept(_CLOSING[opening.text]):
            raise faults.unclosed(opening, cursor.token, cursor.before())
        self.brackets.pop()
        return content

    def conditional(self) -> Tree:
        """``a if c else b``, with more cases after ``else``."""
        value = self.comparison()
        if not self.cursor.accept("if"):
            return value
        condition = self.condition()
        if not self.cursor.accept("else"):
            raise faults.else_missing(self.cursor.token)
        return Conditional(value, condition, self.nested(self.conditional))

    def condition(self) -> Tree:
        """A comparison and nothing less."""
        begin = self.cursor.token
        condition = self.comparison()
        if not isinstance(condition, Compare):
            raise faults.condition_missing(begin)
        return condition

    def comparison(self) -> Tree:
        """A sum, or two of them related."""
        left = self.sum()
        relation = self.cursor.accept(*_RELATIONS)
        if relation is None:
            return left
        right = self.sum()
        if self.cursor.token.is_sign(*_RELATIONS):
            raise faults.comparison_chained(self.cursor.token)
        return Compare(_RELATIONS[relation.text], left, right)

    def sum(self) -> Tree:
        """Products added and subtracted, left to right."""
        left = self.product()
        while sign := self.cursor.accept(*_SUMS):
            left = Binary(_SUMS[sign.text], left, self.product())
        return left

    def product(self) -> Tree:
        """Signed powers multiplied, divided or put side by side, left to right."""
        left = self.signed()
        while True:
            if sign := self.cursor.accept(*_PRODUCTS):
                left = Binary(_PRODUCTS[sign.text], left, self.signed())
            elif self._is_factor():
                left = Binary("*", left, self.power())
            else:
                return left

    def signed(self) -> Tree:
        """A power with any signs before it; a plus says nothing."""
        if self.cursor.accept("-"):
            return Negative(self.nested(self.signed))
        if self.cursor.accept("+"):
            return self.nested(self.signed)
        return self.power()

    def power(self) -> Tree:
        """An operand, raised by superscripts first and then by ``^``, which joins to the right."""
        base = self.operand()
        while self.cursor.token.kind == "superscript":
            place = self.cursor.advance()
            base = self._raised(base, self.superscript(place), place)
        if sign := self.cursor.accept("^"):
            base = self._raised(base, self.nested(self.signed), sign)
        return base

    def _raised(self, base: Tree, exponent: Tree, place: Token) -> Tree:
        power = Binary("^", base, exponent)
        self.powers.append((power, place.offset))
        return power

    def _is_factor(self) -> bool:
        """Whether what comes next multiplies what stands before it."""
        token = self.cursor.token
        if token.is_sign("|", "‖"):
            # Inside bars the same bar ends them.
            return not (self.brackets and self.brackets[-1].text == token.text)
        if token.kind in ("number", "fraction") and not self.is_indicator():
            raise faults.number_after_term(token, self.cursor.before())
        return token.kind in ("name", "number") or token.is_sign("(", "[", "√")
