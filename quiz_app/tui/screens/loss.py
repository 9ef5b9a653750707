"""One loss: its formulas, and its curves beside those of others, to turn and to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Footer

from quiz_app.bank.model import FormulaKind, FormulaReference
from quiz_app.errors import QuizError
from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.page import Page
from quiz_app.tui.widgets.formula import FormulaView
from quiz_app.tui.widgets.peers import PeersView
from quiz_app.tui.widgets.plot import CurvesView

if TYPE_CHECKING:
    from quiz_app.formulas.exploration import Exploration
    from quiz_app.losses import Loss

_PARTS: tuple[tuple[str, FormulaKind], ...] = (
    ("Definition", "definition"),
    ("Gradient", "gradient"),
    ("Second derivative", "hessian"),
    ("Minimiser", "minimiser"),
)

# Classes of the screen that its styles know.
_AT_CURVES = "-at-curves"
_COMPARING = "-comparing"


class LossScreen(Page):
    """A loss, derived while one watches, and explored with the arrows.

    On a wide screen formulas and curves stand side by side, else one takes turns with the
    other; ``at_curves`` begins with the curves there.
    """

    SECTION = "Loss"
    BINDINGS = bindings("Loss")
    AUTO_FOCUS = ""

    class Loaded(Message):
        """NumPy and the losses are there."""

        def __init__(self, loss: Loss, exploration: Exploration) -> None:
            super().__init__()
            self.loss = loss
            self.exploration = exploration

    class Refused(Message):
        """There is no such loss."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, loss: str, context: Context, *, at_curves: bool = False) -> None:
        super().__init__()
        self._loss = loss
        self.context = context
        self._exploration: Exploration | None = None
        self.set_class(at_curves, _AT_CURVES)

    def compose(self) -> ComposeResult:
        """Title, formulas, curves, the list of losses to compare."""
        yield Words(self._loss, id="title")
        with Horizontal(id="panes"):
            with VerticalScroll(id="page", can_focus=False):
                for heading, show in _PARTS:
                    yield Words(heading, classes="heading")
                    yield FormulaView(FormulaReference(self._loss, show), self.context)
                yield Words(id="about")
            yield PeersView(id="peers", ascii_only=self.context.ascii)
            yield CurvesView(self.context, id="curves")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Load the losses off the event loop; NumPy comes with them."""
        self._load()

    @work(thread=True, exit_on_error=False)
    def _load(self) -> None:
        from quiz_app import losses
        from quiz_app.formulas.exploration import explore

        try:
            loss = losses.get(self._loss)
            self.post_message(self.Loaded(loss, explore(loss)))
        except QuizError as error:
            self.post_message(self.Refused(str(error)))

    def on_loss_screen_refused(self, event: Refused) -> None:
        """Say why there is nothing to see."""
        self.query_one("#about", Words).say(event.why)

    def on_loss_screen_loaded(self, event: Loaded) -> None:
        """Show what the loss is called, what it takes, and its curves."""
        self._loss = event.loss.name
        self.query_one("#title", Words).say(event.loss.title)
        self.query_one("#about", Words).say(_about(event.loss))
        self._explore(event.exploration)
        self._list(event.exploration)
        self.refresh_bindings()

    def _explore(self, exploration: Exploration) -> None:
        """Go on from this state; its curves are drawn at once."""
        self._exploration = exploration
        self.query_one(CurvesView).explore(exploration)

    def _list(self, exploration: Exploration) -> None:
        """Mark which of the losses that can be compared are shown."""
        from quiz_app.formulas.company import comparable

        self.query_one(PeersView).fill(
            [(loss.name, loss.title) for loss in comparable(exploration.losses[0])],
            [loss.name for loss in exploration.losses],
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Panes take turns only where there is no room for both; a mark needs the list."""
        if action == "flip":
            return not (self.has_class("-wide") or self.has_class(_COMPARING))
        if action == "mark":
            return self.has_class(_COMPARING)
        if action in ("turn", "dial", "slope", "compare"):
            return self._exploration is not None
        return True

    def action_turn(self, steps: int) -> None:
        """Move the number in hand."""
        if self._exploration is not None:
            self.add_class(_AT_CURVES)
            self._explore(self._exploration.turned(steps))

    def action_dial(self, step: int) -> None:
        """Take another number in hand."""
        if self._exploration is not None:
            self.add_class(_AT_CURVES)
            self._explore(self._exploration.with_next_dial(step))

    def action_slope(self) -> None:
        """Draw the slopes instead of the losses, or the other way round."""
        if self._exploration is not None:
            self.add_class(_AT_CURVES)
            self._explore(self._exploration.with_other_side())

    def action_flip(self) -> None:
        """Show the curves instead of the formulas, or the other way round."""
        self.toggle_class(_AT_CURVES)

    def action_compare(self) -> None:
        """Open or close the list of losses that can be in the picture."""
        self.add_class(_AT_CURVES)
        self.toggle_class(_COMPARING)
        if self.has_class(_COMPARING):
            self.query_one(PeersView).begin()
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def action_mark(self) -> None:
        """Add or remove the loss pointed at in the list."""
        self.query_one(PeersView).toggle()

    @on(PeersView.Toggled)
    def _toggle(self, event: PeersView.Toggled) -> None:
        from quiz_app.losses import get

        assert self._exploration is not None
        changed = self._exploration.with_or_without(get(event.loss))
        if changed is self._exploration:
            self.notify("A picture has from one to four curves.", markup=False)
        self._explore(changed)
        self._list(changed)

    def action_scroll(self, direction: str) -> None:
        """Scroll the formulas or, where they are not seen, the curves."""
        if self.query_one("#page").display:
            super().action_scroll(direction)
        elif direction == "down":
            self.query_one(CurvesView).scroll_page_down(animate=False)
        else:
            self.query_one(CurvesView).scroll_page_up(animate=False)

    def action_leave(self) -> None:
        """Close the list, then the screen."""
        if self.has_class(_COMPARING):
            self.action_compare()
        else:
            super().action_leave()

    def action_derive(self) -> None:
        """Look at the derivations about this loss."""
        if self._exploration is None:
            return
        from quiz_app.tui.screens.derivations import DerivationsScreen

        self.app.push_screen(DerivationsScreen(self.context, self._loss))

    def action_next(self) -> None:
        """Go to the next loss in learning order."""
        self._go(1)

    def action_previous(self) -> None:
        """Go to the loss before."""
        self._go(-1)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _go(self, step: int) -> None:
        from quiz_app.losses import all_losses, get

        names = [loss.name for loss in all_losses()]
        place = names.index(get(self._loss).name)
        name = names[(place + step) % len(names)]
        screen = LossScreen(name, self.context, at_curves=self.has_class(_AT_CURVES))
        self.app.call_from_thread(self.app.switch_screen, screen)


def _about(loss: Loss) -> str:
    """Short forms, task, what it takes, and its parameters."""
    aliases = f"Also called {', '.join(loss.aliases)}. " if loss.aliases else ""
    parameters = " ".join(
        f"{parameter.name}: {parameter.meaning} (default {parameter.default:g})."
        for parameter in loss.parameters
    )
    return (
        f"{aliases}For {loss.task} tasks. y_true: {loss.y_true.describe()}; "
        f"y_pred: {loss.y_pred.describe()}. {parameters}"
    ).strip()
