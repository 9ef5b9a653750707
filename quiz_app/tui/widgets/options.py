"""Choosing among options with their numbers, or with the arrows."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click

from quiz_app.bank.model import ChoicesQuestion
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.rows import RowsAnswer
from quiz_app.variants import Variant
from quiz_app.variants.texts import options

_MOST = 9


class OptionRow(Words):
    """One option: its number, a sign for its state, its text."""


class OptionsAnswer(RowsAnswer):
    """A list of options: one is chosen at once, several are ticked and sent with Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"choose({number})", "Choose", show=False)
            for number in range(1, _MOST + 1)
        ),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("enter", "send", "Choose", show=False),
        Binding("space", "mark", "Mark", show=False),
    ]

    def __init__(self, variant: Variant) -> None:
        super().__init__(variant)
        self._options = options(variant)
        self._several = isinstance(variant.item, ChoicesQuestion)
        self._chosen: set[int] = set()

    def compose(self) -> ComposeResult:
        """A row for each option, and what to press."""
        for _ in self._options:
            yield OptionRow(classes="option")
        yield Words(self._instruction(), id="echo")

    def _instruction(self) -> str:
        last = len(self._options)
        if self._several:
            return f"Several may be right: tick them with 1–{last}, then press Enter."
        return f"Choose with 1–{last}, or with ↑ ↓ and Enter."

    def action_move(self, step: int) -> None:
        """Point at another option."""
        self._pointed = (self._pointed + step) % len(self._options)
        self.draw()

    def action_choose(self, number: int) -> None:
        """Choose an option by its number."""
        if number > len(self._options):
            return
        self._pointed = number - 1
        self.action_mark()

    def action_mark(self) -> None:
        """Choose the option pointed at; where several may be right, tick or untick it."""
        if self._concluded:
            return
        if self._several:
            self._chosen ^= {self._pointed}
            self.draw()
        else:
            self._chosen = {self._pointed}
            self.action_send()

    def action_send(self) -> None:
        """Send what is chosen."""
        if self._concluded:
            return
        if not self._several:
            self._chosen = {self._pointed}
        self.post_message(self.Answered(", ".join(str(place + 1) for place in self._sorted())))

    def _sorted(self) -> list[int]:
        return sorted(self._chosen)

    def on_click(self, event: Click) -> None:
        """A click on a row chooses it."""
        rows = list(self.query(OptionRow))
        if event.widget in rows:
            self.action_choose(rows.index(event.widget) + 1)

    def draw(self) -> None:
        """Draw every row, and what to press."""
        for place, (row, option) in enumerate(
            zip(self.query(OptionRow), self._options, strict=True)
        ):
            row.say(f"{self._sign(place)} {place + 1}  {option.text}")
            row.set_class(not self._concluded and place == self._pointed, "pointed")
            row.set_class(self._concluded and option.right, "right")
            row.set_class(self._concluded and not option.right and place in self._chosen, "wrong")

    def _sign(self, place: int) -> str:
        if self._concluded:
            if self._options[place].right:
                return "✓"
            return "✗" if place in self._chosen else " "
        if self._several:
            return "■" if place in self._chosen else "□"
        return "›" if place == self._pointed else " "
