"""The parts of a lesson that are drawn for the width they have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from quiz_app.errors import QuizError
from quiz_app.tui.context import Context
from quiz_app.tui.literal import literal
from quiz_app.tui.widgets.plot import coloured, colours_on

if TYPE_CHECKING:
    from quiz_app.lessons.model import DerivationBlock, PlotBlock, Style, Text, TextBlock
    from quiz_app.maths.plot import GlyphSet

_WIDEST = 78
_NARROWEST = 36
# Rows a plot has for each column, and at least.
_STEEPNESS = 0.25
_LOWEST = 8

_STYLES: dict[Style, str] = {
    "plain": "",
    "strong": "bold",
    "emphasis": "italic",
    "code": "$text-accent",
}


class Fitted(Static):
    """Something that is drawn anew whenever its width changes."""

    def __init__(self) -> None:
        super().__init__("…", markup=False)

    def on_resize(self) -> None:
        """Draw for the room there is."""
        if self.size.width:
            self.update(self.fitted(min(_WIDEST, max(_NARROWEST, self.size.width))))

    def fitted(self, width: int) -> Content:
        """What is shown on ``width`` cells."""
        raise NotImplementedError


class Passage(Fitted):
    """Paragraphs, lists, tables and code that follow each other."""

    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        super().__init__()
        self._blocks = blocks

    def fitted(self, width: int) -> Content:
        """The blocks with a blank line between any two."""
        from quiz_app.lessons import drawn

        parts = (map(_content, drawn(block, width)) for block in self._blocks)
        return Content("\n\n").join(Content("\n").join(lines) for lines in parts)


class PlotView(Fitted):
    """Curves, computed when they are drawn."""

    def __init__(self, block: PlotBlock, context: Context) -> None:
        super().__init__()
        self.context = context
        self._block = block

    def on_mount(self) -> None:
        """Take other colours with another theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.on_resize())

    def fitted(self, width: int) -> Content:
        """The plot, or why there is none."""
        from quiz_app.lessons.live import figure

        height = max(_LOWEST, round(width * _STEEPNESS))
        signs: GlyphSet = "ascii" if self.context.ascii else "unicode"
        try:
            plot = figure(self._block).draw(width=width, height=height, glyphs=signs)
        except QuizError as error:
            return literal(str(error))
        return coloured(plot, colours_on(self.app))


class StepsView(Fitted):
    """A derivation, all of its steps."""

    def __init__(self, block: DerivationBlock, context: Context) -> None:
        super().__init__()
        self.context = context
        self._block = block

    def fitted(self, width: int) -> Content:
        """The steps, one below the other."""
        from quiz_app.formulas.derivations import derivation, draw_derivation

        found = derivation(self._block.key)
        return literal("\n".join(draw_derivation(found, None, width, self.context.glyphs)))


def _content(line: Text) -> Content:
    return Content.assemble(*(literal(span.text, _STYLES[span.style]) for span in line))
