"""A formula of a loss: drawn at once if it is at hand, else when it is derived."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import HorizontalScroll
from textual.message import Message
from textual.worker import Worker, WorkerState

from quiz_app import paths
from quiz_app.bank.model import FormulaReference
from quiz_app.errors import QuizError
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words

_WIDEST = 78
_NARROWEST = 36


class FormulaView(HorizontalScroll, can_focus=False):
    """The lines of a formula; wider than the screen, it scrolls instead of wrapping.

    The ``steps`` that lead to it follow if they are wanted.
    """

    DEFAULT_CSS = """
    FormulaView { height: auto; overflow-y: hidden; scrollbar-size-horizontal: 1; }
    FormulaView Words { width: auto; }
    """

    class Drawn(Message):
        """The formula is ready."""

        def __init__(self, lines: tuple[str, ...]) -> None:
            super().__init__()
            self.lines = lines

    def __init__(
        self,
        reference: FormulaReference,
        context: Context,
        *,
        steps: bool = False,
        classes: str = "",
    ) -> None:
        super().__init__(classes=classes)
        self._reference = reference
        self._steps = steps
        self._drawn_for = 0
        self.context = context

    def compose(self) -> ComposeResult:
        """The place of the formula."""
        yield Words("…")

    def on_resize(self) -> None:
        """Derive for the room there is, as soon as there is some."""
        if self.size.width not in (0, self._drawn_for):
            self._drawn_for = self.size.width
            self._derive(min(_WIDEST, max(_NARROWEST, self._drawn_for)))

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _derive(self, width: int) -> None:
        from quiz_app import losses
        from quiz_app.formulas import FormulaCache, draw

        try:
            loss = losses.get(self._reference.loss)
            formulas = FormulaCache(paths.formula_dir(), self.context.algebra)
            formula = formulas.formula(loss, self._reference.show)
            lines = draw(formula, width, self.context.glyphs, steps=self._steps)
        except QuizError as error:
            lines = (str(error),)
        self.post_message(self.Drawn(lines))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so when the derivation failed in a way that nobody foresaw."""
        if event.state is WorkerState.ERROR:
            self.query_one(Words).say(f"This formula cannot be derived: {event.worker.error}")

    def on_formula_view_drawn(self, event: Drawn) -> None:
        """Show the lines."""
        event.stop()
        self.query_one(Words).say("\n".join(event.lines))
