"""One loss: its formula, what follows from it, and its curve."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer

from quiz_app.bank.model import FormulaKind, FormulaReference
from quiz_app.errors import QuizError
from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.page import Page
from quiz_app.tui.widgets.formula import FormulaView
from quiz_app.tui.widgets.plot import PlotView

_PARTS: tuple[tuple[str, FormulaKind], ...] = (
    ("Definition", "definition"),
    ("Gradient", "gradient"),
    ("Second derivative", "hessian"),
    ("Minimiser", "minimiser"),
)


class LossScreen(Page):
    """A loss, derived while one watches."""

    SECTION = "Loss"
    BINDINGS = bindings("Loss")

    class Described(Message):
        """The loss is loaded."""

        def __init__(self, title: str, about: str) -> None:
            super().__init__()
            self.title = title
            self.about = about

    def __init__(self, loss: str, context: Context) -> None:
        super().__init__()
        self._loss = loss
        self.context = context

    def compose(self) -> ComposeResult:
        """Title, formulas, plot."""
        yield Words(self._loss, id="title")
        with VerticalScroll(id="page"):
            yield Words(id="about")
            for heading, show in _PARTS:
                yield Words(heading, classes="heading")
                yield FormulaView(FormulaReference(self._loss, show), self.context)
            yield Words("Curve", classes="heading")
            yield PlotView(self._loss, self.context)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Load the loss off the event loop."""
        self._describe()

    @work(thread=True, exit_on_error=False)
    def _describe(self) -> None:
        from quiz_app import losses

        try:
            loss = losses.get(self._loss)
        except QuizError as error:
            self.post_message(self.Described(self._loss, str(error)))
            return
        aliases = f"Also called {', '.join(loss.aliases)}. " if loss.aliases else ""
        parameters = " ".join(
            f"{parameter.name}: {parameter.meaning} (default {parameter.default:g})."
            for parameter in loss.parameters
        )
        about = (
            f"{aliases}For {loss.task} tasks. y_true: {loss.y_true.describe()}; "
            f"y_pred: {loss.y_pred.describe()}. {parameters}"
        )
        self.post_message(self.Described(loss.title, about.strip()))

    def on_loss_screen_described(self, event: Described) -> None:
        """Show what the loss is called and what it takes."""
        self.query_one("#title", Words).say(event.title)
        self.query_one("#about", Words).say(event.about)

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
        self.app.call_from_thread(self.app.switch_screen, LossScreen(name, self.context))
