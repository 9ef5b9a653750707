"""Calls: arguments and named options in brackets, and whether a function takes them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from quiz_app.maths.expression import faults
from quiz_app.maths.expression.errors import ExpressionError
from quiz_app.maths.expression.operators import OperatorReader
from quiz_app.maths.expression.tokens import Token
from quiz_app.maths.expression.tree import Call, Name, Tree
from quiz_app.maths.expression.vocabulary import CONSTANTS, FUNCTIONS, takes


class _Arguments(Struct):
    """What stands in the brackets of a call while it is read."""

    values: list[Tree] = []
    options: dict[str, Tree] = {}
    first_option: Token | None = None
    decimal_comma: ExpressionError | None = None


class CallReader(OperatorReader):
    """Reads what stands in the brackets of a call; ``bound`` are the indices of open sums."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.bound: list[str] = []

    def call(self, function: str, word: Token) -> Tree:
        """The function that was written as ``word``, with its bracket, which comes next."""
        index = self.cursor.bound_name() if function == "sum" else None
        self.bound += [index] if index else []
        given = self.bracketed(self._arguments)
        if index:
            self.bound.pop()
        if function in FUNCTIONS:
            _check(function, given, word)
        return self.applied(function, given.values, word, given.options)

    def applied(
        self,
        function: str,
        arguments: Sequence[Tree],
        word: Token,
        options: dict[str, Tree] | None = None,
    ) -> Tree:
        """The call, remembered for the check of its size if it is a power of e."""
        call = Call(function, tuple(arguments), tuple((options or {}).items()))
        if function in ("exp", "cosh", "sinh"):
            self.powers.append((call, word.offset))
        return call

    def _arguments(self) -> _Arguments:
        given = _Arguments()
        while not self.cursor.token.is_sign(")"):
            if self.cursor.token.kind == "name" and self.cursor.following.is_sign("="):
                self._read_option(given)
            elif given.options:
                raise faults.option_first(self.cursor.token)
            else:
                given.values.append(self.conditional())
            previous, comma = self.cursor.previous, self.cursor.accept(",")
            if comma is None:
                break
            if previous and faults.is_decimal_comma(previous, comma, self.cursor.token):
                given.decimal_comma = faults.comma(previous, comma, self.cursor.token)
            if self.cursor.token.is_sign(")"):
                raise faults.term_missing(self.cursor.token, self.cursor.before())
        return given

    def _read_option(self, given: _Arguments) -> None:
        option = self.cursor.advance()
        if option.text in given.options:
            raise faults.option_twice(option)
        given.first_option = given.first_option or option
        self.cursor.advance()
        given.options[option.text] = self._option_value()

    def _option_value(self) -> Tree:
        """A term, or the bare name of a function as a choice, as in ``reduction=sum``."""
        is_bare = self.cursor.following.is_sign(",", ")")
        if is_bare and self.cursor.token.text in FUNCTIONS:
            return Name(self.cursor.advance().text)
        return self.conditional()


def _check(function: str, given: _Arguments, word: Token) -> None:
    """Raise ExpressionError unless the built-in function takes what it is given."""
    if given.first_option is not None:
        raise faults.option_refused(function, given.first_option)
    count = len(given.values)
    if not takes(function, count):
        raise given.decimal_comma or faults.argument_count(function, count, word.offset)
    if function == "sum" and count == 3:
        index = given.values[1]
        if not isinstance(index, Name) or index.name in CONSTANTS:
            raise faults.sum_index(word.offset)
