"""Running text of a lesson: its styles, and its live numbers computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from quiz_app.bank.expressions import clauses
from quiz_app.bank.faults import Faults, Place
from quiz_app.bank.template import Placeholder, TemplateError, parse_template
from quiz_app.errors import QuizError
from quiz_app.lessons.markdown import BRACES, OFFSET
from quiz_app.lessons.model import Span, Style, Text
from quiz_app.maths.expression import ExpressionError
from quiz_app.variants.filling import computed_text

_STYLES: dict[str, Style] = {"strong_open": "strong", "em_open": "emphasis"}
_ENDS = ("strong_close", "em_close")
_BREAKS = {"softbreak": " ", "hardbreak": " "}


class Writing:
    """The lines of a file, from which texts are taken and faults in them placed."""

    def __init__(self, lines: Sequence[str], faults: Faults) -> None:
        self._lines = lines
        self._faults = faults

    def text(self, node: SyntaxTreeNode) -> Text:
        """What a paragraph, a heading, an item or a cell says."""
        if not node.children:
            return ()
        (inline,) = node.children
        assert inline.token is not None
        return tuple(self._spans(inline.token))

    def place(self, node: SyntaxTreeNode, offset: int = 0) -> Place:
        """Where a character of the text of such a block stands in the file."""
        (inline,) = node.children
        assert inline.token is not None
        return self._place(inline.token, offset)

    def fault(self, place: Place, error: QuizError) -> None:
        """Note what is wrong at a place."""
        self._faults.add(place, *clauses(error))

    def _spans(self, inline: Token) -> Iterator[Span]:
        styles: list[Style] = ["plain"]
        for token in inline.children or ():
            if token.type in _STYLES:
                styles.append(_STYLES[token.type])
            elif token.type in _ENDS:
                styles.pop()
            elif token.type == "code_inline":
                yield Span(token.content, "code")
            elif token.type == BRACES:
                yield Span(self._filled(token, inline), styles[-1])
            else:
                yield Span(_BREAKS.get(token.type, token.content), styles[-1])

    def _filled(self, token: Token, inline: Token) -> str:
        """The value of the expression in braces; the braces themselves where it has none."""
        start = int(token.meta[OFFSET])
        try:
            (part,) = parse_template(token.content)
        except TemplateError as error:
            self.fault(self._place(inline, start + error.offset), error)
            return token.content
        if not isinstance(part, Placeholder):
            return part
        try:
            return computed_text(part, {})
        except ExpressionError as error:
            self.fault(self._place(inline, start + part.offset + error.offset), error)
        except QuizError as error:
            self.fault(self._place(inline, start + part.offset), error)
        return token.content

    def _place(self, inline: Token, offset: int) -> Place:
        assert inline.map is not None
        before = inline.content[:offset]
        line = inline.map[0] + before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        written = inline.content.split("\n")[before.count("\n")]
        return Place(line + 1, max(0, self._lines[line].find(written)) + column + 1)
