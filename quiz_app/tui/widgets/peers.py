"""The losses that can be drawn together, each with a sign that says whether it is."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz_app.tui.literal import Words, literal


class PeersView(Vertical):
    """A list of losses; Space or Enter adds the one pointed at to the picture, or removes it."""

    DEFAULT_CSS = "PeersView Words { height: auto; } PeersView OptionList { height: 1fr; }"

    class Toggled(Message):
        """A loss is to be added or removed."""

        def __init__(self, loss: str) -> None:
            super().__init__()
            self.loss = loss

    def __init__(self, *, id: str, ascii_only: bool) -> None:  # noqa: A002
        super().__init__(id=id)
        self._signs = ("[ ]", "[x]") if ascii_only else ("□", "■")
        self._heading = "In the picture" if ascii_only else "In the picture (↑ ↓)"

    def compose(self) -> ComposeResult:
        """A heading and the list."""
        yield Words(self._heading, classes="heading")
        yield OptionList(markup=False, compact=True)

    def fill(self, losses: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
        """List losses by name and title; those that are ``shown`` are marked."""
        self.query_one(Words).say(self._heading)
        peers = self.query_one(OptionList)
        place = peers.highlighted or 0
        peers.clear_options()
        peers.add_options(
            Option(literal(f"{self._signs[name in shown]} {title}"), id=name)
            for name, title in losses
        )
        peers.highlighted = place

    def refuse(self) -> None:
        """Say why the loss pointed at was neither added nor removed."""
        self.query_one(Words).say("From one to four at a time")

    def begin(self) -> None:
        """Take the keys."""
        self.query_one(OptionList).focus()

    def toggle(self) -> None:
        """Add or remove the loss pointed at."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _toggle(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Toggled(event.option_id))
