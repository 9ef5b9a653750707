"""The formulas of a loss, one below the other, and what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from quiz_app.bank.model import FormulaKind, FormulaReference
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.formula import FormulaView

if TYPE_CHECKING:
    from quiz_app.losses import Loss

_PARTS: tuple[tuple[str, FormulaKind], ...] = (
    ("Definition", "definition"),
    ("Gradient", "gradient"),
    ("Second derivative", "hessian"),
    ("Minimiser", "minimiser"),
)


class FormulasView(VerticalScroll, can_focus=False):
    """Definition, gradient, second derivative and minimiser, derived while one watches."""

    DEFAULT_CSS = """
    FormulasView { scrollbar-gutter: stable; }
    FormulasView FormulaView { margin-bottom: 1; }
    FormulasView #about { max-width: 90; }
    """

    def __init__(self, loss: str, context: Context, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._loss = loss
        self.context = context

    def compose(self) -> ComposeResult:
        """The formulas, and the place of what else is to be said."""
        for heading, show in _PARTS:
            yield Words(heading, classes="heading")
            yield FormulaView(FormulaReference(self._loss, show), self.context, steps=True)
        yield Words(id="about")

    def tell(self, loss: Loss) -> None:
        """Add what the loss takes."""
        self.say(_about(loss))

    def say(self, text: str) -> None:
        """Say something below the formulas."""
        self.query_one("#about", Words).say(text)


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
