"""Putting steps in order by moving them up and down."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click

from quiz_app.bank.model import OrderQuestion
from quiz_app.grading.order import out_of_place
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.rows import RowsAnswer
from quiz_app.variants import Variant
from quiz_app.variants.texts import steps


class OrderAnswer(RowsAnswer):
    """The steps, each with the number it was first shown with; one of them may be grabbed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("shift+up,K", "carry(-1)", "Carry up", show=False),
        Binding("shift+down,J", "carry(1)", "Carry down", show=False),
        Binding("space", "grab", "Grab", show=False),
        Binding("enter", "send", "Send", show=False),
    ]

    def __init__(self, variant: Variant, item: OrderQuestion) -> None:
        super().__init__(variant)
        self._question = item
        self._steps = steps(variant)
        self._order = list(range(len(self._steps)))
        self._grabbed = False

    def compose(self) -> ComposeResult:
        """A row for each step, and what to press."""
        for _ in self._steps:
            yield Words(classes="option")
        yield Words(id="echo")

    def action_move(self, way: int) -> None:
        """Point at another step, or carry the one that is grabbed along."""
        if self._grabbed:
            self.action_carry(way)
        else:
            self._pointed = (self._pointed + way) % len(self._order)
            self.draw()
            self._look(".option")

    def action_carry(self, way: int) -> None:
        """Exchange the step pointed at with its neighbour."""
        other = self._pointed + way
        if self._concluded or not 0 <= other < len(self._order):
            return
        order = self._order
        order[self._pointed], order[other] = order[other], order[self._pointed]
        self._pointed = other
        self.draw()
        self._look(".option")

    def action_grab(self) -> None:
        """Take hold of the step pointed at, or let it go."""
        self._grabbed = not self._grabbed
        self.draw()

    def action_send(self) -> None:
        """Send the order as it stands."""
        if not self._concluded:
            self.post_message(self.Answered(", ".join(str(place + 1) for place in self._order)))

    def on_click(self, event: Click) -> None:
        """A click on a step grabs it; the next lets it go where it is clicked."""
        rows = list(self.query(".option").results(Words))
        if self._concluded or event.widget not in rows:
            return
        target = rows.index(event.widget)
        if self._grabbed:
            self._order.insert(target, self._order.pop(self._pointed))
        self._pointed = target
        self.action_grab()

    def draw(self) -> None:
        """Draw every row, and what to press."""
        places = [self.variant.order[place] for place in self._order]
        early = out_of_place(self._question, places) if self._concluded else frozenset()
        rows = self.query(".option").results(Words)
        for n, (row, place) in enumerate(zip(rows, self._order, strict=True)):
            wrong = places[n] in early
            row.say(f"{self._sign(n, wrong)} {place + 1}  {self._steps[place]}")
            row.set_class(not self._concluded and n == self._pointed, "pointed")
            row.set_class(self._concluded and not wrong, "right")
            row.set_class(wrong, "wrong")
        self.query_one("#echo", Words).say(self._instruction())

    def _sign(self, row: int, wrong: bool) -> str:
        if self._concluded:
            return "✗" if wrong else "✓"
        if row != self._pointed:
            return " "
        return "↕" if self._grabbed else "›"

    def _instruction(self) -> str:
        if self._grabbed:
            return "Carry it with ↑ ↓, let it go with Space. Enter sends the order."
        return "Point with ↑ ↓, grab a step with Space (or Shift+↑ ↓). Enter sends the order."
