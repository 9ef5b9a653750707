"""The list of derivations."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words, literal
from quiz_app.tui.page import Page


class DerivationsScreen(Page):
    """Every derivation, or those that explain one ``loss``; Enter opens one."""

    SECTION = "Derivations"
    BINDINGS = bindings("Derivations")
    AUTO_FOCUS = "#derivations"

    class Listed(Message):
        """The derivations are loaded: a key and a title for each."""

        def __init__(self, rows: tuple[tuple[str, str], ...]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, context: Context, loss: str | None = None) -> None:
        super().__init__()
        self.context = context
        self._loss = loss

    def compose(self) -> ComposeResult:
        """A title and the list, filled when the derivations are loaded."""
        yield Words("Derivations", id="title")
        with VerticalScroll(id="page", can_focus=False):
            yield Words(id="none")
            yield OptionList(id="derivations", markup=False, compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Load them off the event loop; the mathematics comes with them."""
        self.query_one("#none").display = False
        self._list()

    @work(thread=True)
    def _list(self) -> None:
        from quiz_app.formulas.derivations import all_derivations, derivations_of

        found = all_derivations() if self._loss is None else derivations_of(self._loss)
        self.post_message(self.Listed(tuple((each.key, each.title) for each in found)))

    def on_derivations_screen_listed(self, event: Listed) -> None:
        """Fill the list, or say that it is empty."""
        derivations = self.query_one("#derivations", OptionList)
        derivations.add_options(Option(literal(title), id=key) for key, title in event.rows)
        if event.rows:
            derivations.highlighted = 0
            return
        nothing = self.query_one("#none", Words)
        nothing.say("There is no derivation for this loss. The list behind d at home has all.")
        nothing.display = True

    @on(OptionList.OptionSelected, "#derivations")
    def _open(self, event: OptionList.OptionSelected) -> None:
        from quiz_app.tui.screens.derivation import DerivationScreen

        if event.option_id is not None:
            self.app.push_screen(DerivationScreen(event.option_id, self.context))
