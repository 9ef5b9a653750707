"""The curves of a loss, drawn as large as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quiz_app.errors import QuizError
from quiz_app.tui.context import Context
from quiz_app.tui.literal import literal

if TYPE_CHECKING:
    from quiz_app.maths.plot import GlyphSet, Plot

_WIDEST = 78
_HIGHEST = 18
_LOWEST = 9

# Told apart by people with any kind of colour blindness; the dash patterns do it without colour.
_DARK = ("#56B4E9", "#E69F00", "#009E73", "#CC79A7")
_LIGHT = ("#005F99", "#A84300", "#00664E", "#8A3A6B")


class PlotView(Vertical):
    """The picture of one loss, drawn again when the room for it changes."""

    DEFAULT_CSS = "PlotView { height: auto; } PlotView Static { width: auto; }"

    class Drawn(Message):
        """The picture is ready."""

        def __init__(self, picture: Content) -> None:
            super().__init__()
            self.picture = picture

    def __init__(self, loss: str, context: Context) -> None:
        super().__init__()
        self._loss = loss
        self.context = context

    def compose(self) -> ComposeResult:
        """The place of the picture."""
        yield Static(markup=False)

    def on_resize(self) -> None:
        """Draw for the new room."""
        height = max(_LOWEST, min(_HIGHEST, self.app.size.height - 4))
        colours = _DARK if self.app.current_theme.dark else _LIGHT
        self._draw(min(_WIDEST, self.size.width), height, colours)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _draw(self, width: int, height: int, colours: tuple[str, ...]) -> None:
        from quiz_app import losses
        from quiz_app.formulas.portraits import portrait

        signs: GlyphSet = "ascii" if self.context.ascii else "unicode"
        try:
            figure = portrait(losses.get(self._loss))
            picture = _coloured(figure.draw(width=width, height=height, glyphs=signs), colours)
        except QuizError as error:
            picture = literal(str(error))
        self.post_message(self.Drawn(picture))

    def on_plot_view_drawn(self, event: Drawn) -> None:
        """Show the picture."""
        event.stop()
        self.query_one(Static).update(event.picture)


def _coloured(plot: Plot, colours: tuple[str, ...]) -> Content:
    rows = (
        Content.assemble(
            *(
                literal(run.text, "" if run.curve is None else colours[run.curve % len(colours)])
                for run in row
            )
        )
        for row in plot.rows
    )
    return Content("\n").join(rows)
