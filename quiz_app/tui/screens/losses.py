"""The list of losses."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from quiz_app import paths
from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words, literal
from quiz_app.tui.page import Page

# Seconds over the list after which the formulas of all losses are derived in the background.
_BROWSING = 2.0


class LossesScreen(Page):
    """Every loss with its short form, in groups by task; Enter opens one."""

    SECTION = "Losses"
    BINDINGS = bindings("Losses")
    AUTO_FOCUS = "#losses"

    class Listed(Message):
        """The losses are loaded: a name and a row for each; a heading has no name."""

        def __init__(self, rows: tuple[tuple[str | None, str], ...]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def compose(self) -> ComposeResult:
        """A title and the list, filled when the losses are loaded."""
        yield Words("Losses", id="title")
        with VerticalScroll(id="page", can_focus=False):
            yield OptionList(id="losses", markup=False, compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Load the losses off the event loop; NumPy comes with them."""
        self._list()
        self.set_timer(_BROWSING, self._derive_ahead)

    @work(thread=True)
    def _list(self) -> None:
        from quiz_app.losses import all_losses
        from quiz_app.losses.tasks import by_task

        width = max(len(loss.title) for loss in all_losses())
        rows: list[tuple[str | None, str]] = []
        for heading, group in by_task(all_losses()).items():
            rows.append((None, f"\n{heading}" if rows else heading))
            rows += [(loss.name, f"{loss.title:<{width}}  {loss.short}") for loss in group]
        self.post_message(self.Listed(tuple(rows)))

    @work(thread=True, exit_on_error=False)
    def _derive_ahead(self) -> None:
        """Have the formulas at hand before a loss is opened, until the list is left."""
        from quiz_app.formulas import FormulaCache
        from quiz_app.formulas.ahead import derive_ahead

        worker = get_current_worker()
        formulas = FormulaCache(paths.formula_dir(), self.context.algebra)
        derive_ahead(formulas, lambda: worker.is_cancelled)

    def on_losses_screen_listed(self, event: Listed) -> None:
        """Fill the list."""
        losses = self.query_one("#losses", OptionList)
        losses.add_options(
            Option(literal(row), id=name, disabled=name is None) for name, row in event.rows
        )
        losses.highlighted = 1

    @on(OptionList.OptionSelected, "#losses")
    def _open(self, event: OptionList.OptionSelected) -> None:
        from quiz_app.tui.screens.loss import LossScreen

        if event.option_id is not None:
            self.app.push_screen(LossScreen(event.option_id, self.context))
