"""Text read into a tree, every operand of it: numbers, words, calls and brackets."""

from __future__ import annotations

from collections.abc import Collection

from quiz_app.maths.expression import faults, limits
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Index,
    Indicator,
    Number,
    Tree,
    Vector,
)
from quiz_app.maths.expression.vocabulary import Vocabulary
from quiz_app.maths.expression.words import WordReader


def parse(
    text: str,
    *,
    names: Collection[str] | None = None,
    functions: Collection[str] = (),
    listed: bool = False,
) -> Tree:
    """The tree that a text says.

    ``names`` are the names that may be used; with None, which is for authors, any may, and any
    word right before a bracket is a call that the caller judges. A run of letters that is not a
    known name is read as a product of known ones. ``functions`` may be called besides the
    built-in ones, with named options too. ``listed`` reads several values without square
    brackets, too: ``1, 2`` and ``(1, 2)`` as a list, ``1, 2; 3, 4`` as the rows of a matrix.

    Raises ExpressionError, with the place, for text that cannot be read or is too large, and
    where names are given also for one that takes long to compute.
    """
    limits.check_length(text, limits.LENGTH if names is None else limits.TYPED)
    if not text.strip():
        raise faults.empty()
    return _Parser(text, Vocabulary(names, functions), listed=listed).everything()


class _Parser(WordReader):
    """Reads a whole text, within the limits."""

    def __init__(self, text: str, vocabulary: Vocabulary, *, listed: bool) -> None:
        super().__init__(text, vocabulary)
        self._terms = self._rows if listed else self.conditional
        self._is_learners = vocabulary.names is not None

    def everything(self) -> Tree:
        """The whole text as one tree within the limits."""
        tree = self._terms()
        cursor = self.cursor
        if cursor.token.is_sign(","):
            raise faults.comma(cursor.previous, cursor.token, cursor.following)
        if cursor.token.kind != "end":
            raise faults.unexpected(cursor.token, cursor.before())
        limits.check_size(tree)
        for power, offset in self.powers:
            limits.check_power(power, offset)
        if self._is_learners:
            limits.check_work(tree)
        return tree

    def operand(self) -> Tree:
        """A number, name, call or bracket with its indices and per cent sign."""
        tree = self._atom()
        while True:
            token = self.cursor.token
            after_number = self.cursor.previous and self.cursor.previous.kind == "number"
            if token.is_sign("["):
                if after_number:
                    raise faults.number_indexed(token)
                tree = Index(tree, self._listed())
            elif token.is_sign("%"):
                if not after_number:
                    raise faults.percent_misplaced(token)
                tree = self._per_cent(tree)
            else:
                return tree

    def is_indicator(self) -> bool:
        """Whether ``1[`` comes next."""
        token, following = self.cursor.token, self.cursor.following
        return token.kind == "number" and token.text == "1" and following.is_sign("[")

    def _atom(self) -> Tree:
        token = self.cursor.token
        if self.is_indicator():
            self.cursor.advance()
            return Indicator(self.bracketed(self.condition))
        if token.kind == "number":
            return Number(self.cursor.advance().text)
        if token.kind == "fraction":
            over, under = self.cursor.advance().text.split("/")
            return Binary("/", Number(over), Number(under))
        if token.kind == "name":
            return self.word()
        if token.is_sign("("):
            return self.bracketed(self._terms)
        if token.is_sign("["):
            return Vector(self._listed())
        if token.is_sign("|", "‖"):
            function = "abs" if token.text == "|" else "norm"
            return Call(function, (self.bracketed(self.conditional),))
        if token.is_sign("√"):
            root = self.cursor.advance()
            return Call("sqrt", (self.argument_without_brackets(root),))
        raise faults.term_missing(token, self.cursor.before())

    def _rows(self) -> Tree:
        """One term, several parted by commas, or rows of them parted by semicolons."""
        rows = [self._values()]
        while self.cursor.accept(";"):
            rows.append(self._values())
        columns = max(map(len, rows))
        lines = [row[0] if columns == 1 else Vector(row) for row in rows]
        return lines[0] if len(lines) == 1 else Vector(tuple(lines))

    def _listed(self) -> tuple[Tree, ...]:
        """Terms in square brackets, parted by commas."""
        return self.bracketed(self._values)

    def _values(self) -> tuple[Tree, ...]:
        values = [self._value()]
        while self.cursor.accept(","):
            values.append(self._value())
        return tuple(values)

    def _value(self) -> Tree:
        begin = self.cursor.token
        value = self.conditional()
        if isinstance(value, Compare):
            raise faults.comparison_misplaced(begin)
        return value

    def _per_cent(self, number: Tree) -> Tree:
        sign = self.cursor.advance()
        if self.cursor.token.kind in ("number", "fraction"):
            raise faults.percent_misplaced(sign)
        return Binary("/", number, Number("100"))
