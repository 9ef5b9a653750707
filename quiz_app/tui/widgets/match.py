"""Giving each part the letter of its partner."""

from __future__ import annotations

from string import ascii_lowercase
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click

from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.rows import RowsAnswer
from quiz_app.variants import Variant
from quiz_app.variants.listing import letter
from quiz_app.variants.texts import lefts, partners

# As many as a question may have; a key beyond the last partner keeps what else it does.
_LETTERS = ascii_lowercase[:12]


class MatchAnswer(RowsAnswer):
    """The parts with the letters given to them, and below them the partners."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        *(
            Binding(name, f"give({place})", "Give", show=False)
            for place, name in enumerate(_LETTERS)
        ),
        Binding("backspace,delete", "take_back", "Take back", show=False),
        Binding("enter,space", "send", "Send", show=False),
    ]

    def __init__(self, variant: Variant) -> None:
        super().__init__(variant)
        self._lefts = lefts(variant)
        self._partners = partners(variant)
        self._given: dict[int, int] = {}

    def compose(self) -> ComposeResult:
        """A row for each part, then each partner, and what to press."""
        for _ in self._lefts:
            yield Words(classes="option left")
        yield Words("What goes with them", classes="heading")
        for place, partner in enumerate(self._partners):
            yield Words(f"  {letter(place)}  {partner}", classes="option partner")
        yield Words("Type the letter that goes with the marked row, then Enter.", id="echo")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter that no partner has keeps its meaning on the screen."""
        if action == "give":
            (place,) = parameters
            return isinstance(place, int) and place < len(self._partners) and not self._concluded
        return True

    def action_move(self, way: int) -> None:
        """Point at another part."""
        self._pointed = (self._pointed + way) % len(self._lefts)
        self.draw()
        self._look(".left")

    def action_give(self, place: int) -> None:
        """Give the part pointed at a letter, and go on to the next that has none."""
        self._given[self._pointed] = place
        rest = [*range(self._pointed, len(self._lefts)), *range(self._pointed)]
        self._pointed = next((n for n in rest if n not in self._given), self._pointed)
        self.draw()
        self._look(".left")

    def action_take_back(self) -> None:
        """Take the letter back from the part pointed at."""
        if not self._concluded:
            self._given.pop(self._pointed, None)
            self.draw()

    def action_send(self) -> None:
        """Send the letters."""
        if not self._concluded:
            pairs = (f"{n + 1}{letter(place)}" for n, place in sorted(self._given.items()))
            self.post_message(self.Answered(" ".join(pairs)))

    def on_click(self, event: Click) -> None:
        """A click on a part points at it, one on a partner gives its letter."""
        if self._concluded:
            return
        parts, others = (list(self.query(kind).results(Words)) for kind in (".left", ".partner"))
        if event.widget in parts:
            self._pointed = parts.index(event.widget)
            self.draw()
        elif event.widget in others:
            self.action_give(others.index(event.widget))

    def draw(self) -> None:
        """Draw every row, and what to press."""
        for n, row in enumerate(self.query(".left").results(Words)):
            given = self._given.get(n)
            right = self.variant.order.index(n)
            told = "·" if given is None else letter(given)
            if self._concluded and given != right:
                told = f"{told} (right: {letter(right)})"
            row.say(f"{self._sign(n)} {n + 1}  {self._lefts[n]} → {told}")
            row.set_class(not self._concluded and n == self._pointed, "pointed")
            row.set_class(self._concluded and given == right, "right")
            row.set_class(self._concluded and given != right, "wrong")

    def _sign(self, row: int) -> str:
        if self._concluded:
            return "✓" if self._given.get(row) == self.variant.order.index(row) else "✗"
        return "›" if row == self._pointed else " "
