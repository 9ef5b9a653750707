"""One derivation, uncovered step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer

from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.page import Page
from quiz_app.tui.wording import counted

if TYPE_CHECKING:
    from quiz_app.formulas.derivations import Derivation

_WIDEST = 78
_NARROWEST = 36


class DerivationScreen(Page):
    """Begins with the start alone; the learner thinks of each step before it is shown."""

    SECTION = "Derivation"
    BINDINGS = bindings("Derivation")

    class Loaded(Message):
        """The derivation is there."""

        def __init__(self, derivation: Derivation) -> None:
            super().__init__()
            self.derivation = derivation

    def __init__(self, key: str, context: Context) -> None:
        super().__init__()
        self._key = key
        self.context = context
        self._derivation: Derivation | None = None
        self._shown = 0
        self._hinted = False

    def compose(self) -> ComposeResult:
        """Title, steps, and what is still covered."""
        yield Words(id="title")
        with VerticalScroll(id="page", can_focus=False):
            yield Words("…", id="steps")
            yield Words(id="progress")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Load the derivation off the event loop."""
        self._load()

    @work(thread=True)
    def _load(self) -> None:
        from quiz_app.formulas.derivations import derivation

        self.post_message(self.Loaded(derivation(self._key)))

    def on_derivation_screen_loaded(self, event: Loaded) -> None:
        """Show where it starts."""
        self._derivation = event.derivation
        self.query_one("#title", Words).say(event.derivation.title)
        self._show()

    def on_resize(self) -> None:
        """Set the formulas for the new width."""
        self._show()

    def action_reveal(self) -> None:
        """Show the next step; after the last one, leave."""
        if self._derivation is None:
            return
        if self._shown == len(self._derivation.steps):
            self.go_back()
        else:
            self._go_to(self._shown + 1)

    def action_conceal(self) -> None:
        """Cover the last step again."""
        self._go_to(max(0, self._shown - 1))

    def action_hint(self) -> None:
        """Name the rule of the next step."""
        self._hinted = True
        self._show()

    def _go_to(self, step: int) -> None:
        self._shown, self._hinted = step, False
        self._show()
        self.query_one("#page", VerticalScroll).scroll_end(animate=False)

    def _show(self) -> None:
        derivation = self._derivation
        if derivation is None:
            return
        from quiz_app.formulas.derivations import draw_derivation

        width = min(_WIDEST, max(_NARROWEST, self.app.size.width - 4))
        lines = draw_derivation(derivation, self._shown, width, self.context.glyphs)
        self.query_one("#steps", Words).say("\n".join(lines))
        self.query_one("#progress", Words).say(self._progress(derivation))

    def _progress(self, derivation: Derivation) -> str:
        left = derivation.steps[self._shown :]
        if not left:
            return "This was the last step."
        hint = f"\nThe rule: {left[0].rule}." if self._hinted else ""
        return f"{counted(len(left), 'step')} to go. Think of the next one, then press Space.{hint}"
