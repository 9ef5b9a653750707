"""Words in mathematics: names, functions without brackets, and names run together."""

from __future__ import annotations

import re

from quiz_app.maths.expression import faults
from quiz_app.maths.expression.calls import CallReader
from quiz_app.maths.expression.errors import ExpressionError
from quiz_app.maths.expression.letters import DIGITS
from quiz_app.maths.expression.tokens import Token
from quiz_app.maths.expression.tree import Binary, Name, Negative, Number, Tree
from quiz_app.maths.expression.vocabulary import FUNCTIONS, ONE_ARGUMENT, Vocabulary

_RAISED = re.compile(r"(?P<sign>[+-]?)(?P<term>[0-9]+|[A-Za-z]+)")


class WordReader(CallReader):
    """Reads words by what the vocabulary knows."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        super().__init__(text)
        self._vocabulary = vocabulary

    def word(self) -> Tree:
        """A name, or a function with what it is applied to."""
        word = self._known_word()
        opens = self.cursor.token.is_sign("(")
        function = self._vocabulary.function(word.text)
        if opens and self._is_sigmoid(word):
            function = "sigmoid"
        if opens and function is not None:
            return self.call(function, word)
        if function in ONE_ARGUMENT:
            return self.applied(function, [self.argument_without_brackets(word)], word)
        if function in FUNCTIONS or (function and self._vocabulary.names is not None):
            raise faults.argument_missing(word)
        if opens and self.cursor.touches and self._may_be_called(word.text):
            return self.call(word.text, word)
        return Name(word.text)

    def superscript(self, token: Token) -> Tree:
        """What a run of superscripts says: a number or one name, perhaps negative."""
        match = _RAISED.fullmatch(token.text)
        if match is None:
            raise faults.superscript_unclear(token)
        term = match["term"]
        is_number = term[0] in DIGITS
        if not is_number and not self._is_known(term):
            raise self._unknown(term, token)
        raised: Tree = Number(term) if is_number else Name(term)
        return Negative(raised) if match["sign"] == "-" else raised

    def argument_without_brackets(self, function: Token) -> Tree:
        """The next factor: a power, and names joined to it without a space.

        ``ln 2x`` is log(2x) and ``ln x y`` is log(x)*y.
        """
        cursor = self.cursor
        if cursor.token.kind == "superscript" or cursor.token.is_sign("^"):
            raise faults.power_of_function(function, cursor.token)
        is_bracketed = cursor.token.is_sign("(", "[", "|", "‖")
        is_term = cursor.token.kind in ("number", "fraction", "name") or cursor.token.is_sign("√")
        if not is_bracketed and not is_term:
            raise faults.argument_missing(function)
        argument = self.nested(self.power)
        while cursor.touches and not is_bracketed:
            if cursor.token.is_sign("("):
                raise faults.argument_unclear(function, cursor.token)
            if cursor.token.kind != "name" or self._vocabulary.function(cursor.token.text):
                break
            argument = Binary("*", argument, self.power())
        return argument

    def _known_word(self) -> Token:
        """The word that comes next, after a run of letters is taken apart."""
        token = self.cursor.token
        opens = self.cursor.following.is_sign("(")
        if not self._is_known(token.text) and not (opens and self._is_sigmoid(token)):
            parts = self._vocabulary.split(token.text, self.bound)
            if parts is None:
                raise self._unknown(token.text, token)
            self.cursor.split(parts)
        return self.cursor.advance()

    def _is_known(self, word: str) -> bool:
        return word in self.bound or self._vocabulary.knows(word)

    def _is_sigmoid(self, word: Token) -> bool:
        """Whether a σ before a bracket is the function and not a variable."""
        is_variable = word.text in (self._vocabulary.names or ()) or word.text in self.bound
        return word.text == "sigma" and not is_variable

    def _may_be_called(self, word: str) -> bool:
        return self._vocabulary.is_open(word) and word not in self.bound

    def _unknown(self, word: str, place: Token) -> ExpressionError:
        return faults.unknown_name(word, place.offset, self._vocabulary, self.bound)
