"""One loss: formulas, curves to turn and to read, properties, neighbours and conventions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Footer

from quiz_app.errors import QuizError
from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.paned import PanedPage
from quiz_app.tui.widgets.conventions import ConventionsView
from quiz_app.tui.widgets.formulas import FormulasView
from quiz_app.tui.widgets.neighbours import NeighboursView
from quiz_app.tui.widgets.peers import PeersView
from quiz_app.tui.widgets.plot import CurvesView
from quiz_app.tui.widgets.properties import PropertiesView
from quiz_app.tui.widgets.tabs import PaneTabs

if TYPE_CHECKING:
    from quiz_app.formulas.exploration import Exploration
    from quiz_app.losses import Loss

# Classes of the screen that its styles know.
_COMPARING = "-comparing"
_SHORT = "-short"


class LossScreen(PanedPage):
    """A loss, derived while one watches, and explored with the arrows.

    On a wide screen the curves stand beside every other pane, else one pane takes turns with
    the next; ``pane`` is the first to be seen.
    """

    SECTION = "Loss"
    BINDINGS = bindings("Loss")
    AUTO_FOCUS = ""
    PANES: ClassVar[Mapping[str, str]] = {
        "formulas": "Formulas",
        "curves": "Curves",
        "properties": "Properties",
        "neighbours": "Neighbours",
        "conventions": "Conventions",
    }
    BESIDE = "curves"

    class Loaded(Message):
        """NumPy and the losses are there."""

        def __init__(self, loss: Loss, exploration: Exploration, *, derivable: bool) -> None:
            super().__init__()
            self.loss = loss
            self.exploration = exploration
            self.derivable = derivable

    class Refused(Message):
        """There is no such loss."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, loss: str, context: Context, *, pane: str = "formulas") -> None:
        super().__init__(pane)
        self._loss = loss
        self.context = context
        self._subject: Loss | None = None
        self._exploration: Exploration | None = None
        # Whether there is a derivation about the loss.
        self._derivable = False

    def compose(self) -> ComposeResult:
        """Title, the names of the panes, the panes, the list of losses to compare."""
        yield Words("…", id="title")
        yield PaneTabs(id="tabs", ascii_only=self.context.ascii)
        with Horizontal(id="panes"):
            yield FormulasView(self._loss, self.context, id="page")
            yield PropertiesView(self.context, id="properties")
            yield NeighboursView(self.context, id="neighbours")
            yield ConventionsView(id="conventions")
            yield PeersView(id="peers", ascii_only=self.context.ascii)
            yield CurvesView(self.context, id="curves")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Load the losses off the event loop; NumPy comes with them."""
        self.see(self.pane)
        self._load()

    @work(thread=True, exit_on_error=False)
    def _load(self) -> None:
        from quiz_app import losses
        from quiz_app.formulas import neighbours  # noqa: F401 - loaded here, needed to draw them
        from quiz_app.formulas.derivations import derivations_of
        from quiz_app.formulas.exploration import explore

        try:
            loss = losses.get(self._loss)
            derivable = bool(derivations_of(loss.name))
            self.post_message(self.Loaded(loss, explore(loss), derivable=derivable))
        except QuizError as error:
            self.post_message(self.Refused(str(error)))

    def on_loss_screen_refused(self, event: Refused) -> None:
        """Say why there is nothing to see."""
        self.query_one("#title", Words).say(self._loss)
        self.query_one(FormulasView).say(event.why)

    def on_loss_screen_loaded(self, event: Loaded) -> None:
        """Show what the loss is called, what it takes, and its curves."""
        self._subject = event.loss
        self._loss = event.loss.name
        self._derivable = event.derivable
        self.query_one(FormulasView).tell(event.loss)
        self.query_one(ConventionsView).tell(event.loss)
        self._explore(event.exploration)
        self._list(event.exploration)
        self.see(self.pane)

    def see(self, pane: str) -> None:
        """Bring a pane into view; properties are examined from the first time they are."""
        super().see(pane)
        self._entitle()
        if pane == "properties" and self._subject is not None:
            self.query_one(PropertiesView).begin(self._subject)

    def _entitle(self) -> None:
        """Name the loss; while losses are compared, all of them; without tabs, the pane, too."""
        if self._subject is None or self._exploration is None:
            return
        title = self._subject.title
        if self.has_class(_COMPARING):
            from quiz_app.formulas.curves import curve_names

            title = ", ".join(curve_names(self._exploration.losses))
        elif self.has_class(_SHORT):
            title = f"{self.PANES[self.pane]}: {title}"
        self.query_one("#title", Words).say(title)

    def _explore(self, exploration: Exploration) -> None:
        """Go on from this state; its curves are drawn at once."""
        assert self._subject is not None
        self._exploration = exploration
        self._entitle()
        self.query_one(CurvesView).explore(exploration)
        self.query_one(NeighboursView).read(self._subject, exploration)

    def _list(self, exploration: Exploration) -> None:
        """Mark which of the losses that can be compared are shown."""
        from quiz_app.formulas.company import comparable

        self.query_one(PeersView).fill(
            [(loss.name, loss.title) for loss in comparable(exploration.losses[0])],
            [loss.name for loss in exploration.losses],
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Every command where it does something."""
        if action in ("pane", "open"):
            here = action == "pane" or self.pane == "neighbours"
            return here and not self.has_class(_COMPARING)
        if action == "mark":
            return self.has_class(_COMPARING)
        if action == "derive":
            return self._derivable
        if action == "compare":
            return self._exploration is not None
        if action in ("turn", "dial", "slope"):
            return self._exploration is not None and self._seen(action)
        return True

    def _seen(self, action: str) -> bool:
        """Whether what the action changes is in view; among neighbours, arrows read and point."""
        here = ("curves",) if action == "slope" else ("curves", "neighbours")
        return self.wide or self.pane in here

    def action_turn(self, steps: int) -> None:
        """Move the number in hand."""
        if self._exploration is not None:
            self._explore(self._exploration.turned(steps))

    def action_dial(self, step: int) -> None:
        """Take another number in hand or, among the neighbours, point at another of them."""
        if self.pane == "neighbours":
            self.query_one(NeighboursView).move(step)
        elif self._exploration is not None:
            self._explore(self._exploration.with_next_dial(step))

    def action_slope(self) -> None:
        """Draw the slopes instead of the losses, or the other way round."""
        if self._exploration is not None:
            self._explore(self._exploration.with_other_side())

    def action_open(self) -> None:
        """Go to the neighbour pointed at."""
        self.query_one(NeighboursView).choose()

    @on(NeighboursView.Chosen)
    def _open(self, event: NeighboursView.Chosen) -> None:
        self.app.push_screen(LossScreen(event.loss, self.context, pane=self.pane))

    def action_compare(self) -> None:
        """Open or close the list of losses that can be in the picture."""
        self.toggle_class(_COMPARING)
        self.see("curves")
        if self.has_class(_COMPARING):
            self.query_one(PeersView).begin()
        else:
            self.set_focus(None)

    def action_mark(self) -> None:
        """Add or remove the loss pointed at in the list."""
        self.query_one(PeersView).toggle()

    @on(PeersView.Toggled)
    def _toggle(self, event: PeersView.Toggled) -> None:
        from quiz_app.losses import get

        assert self._exploration is not None
        changed = self._exploration.with_or_without(get(event.loss))
        refused = changed is self._exploration
        self._explore(changed)
        self._list(changed)
        if refused:
            self.query_one(PeersView).refuse()

    def action_scroll(self, direction: str) -> None:
        """Scroll the pane in view; the curves only where nothing is beside them."""
        panes = ("#page", "#properties", "#neighbours OptionList", "#conventions", "#curves")
        view = next(view for view in map(self.query_one, panes) if view.is_on_screen)
        if direction == "down":
            view.scroll_page_down(animate=False)
        else:
            view.scroll_page_up(animate=False)

    def action_leave(self) -> None:
        """Close the list, then the screen."""
        if self.has_class(_COMPARING):
            self.action_compare()
        else:
            super().action_leave()

    def action_derive(self) -> None:
        """Look at the derivations about this loss."""
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
        screen = LossScreen(name, self.context, pane=self.pane)
        self.app.call_from_thread(self.app.switch_screen, screen)
