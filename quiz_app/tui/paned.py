"""A page of several panes of which one is in view; on a wide screen, another beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from quiz_app.tui.page import Page
from quiz_app.tui.widgets.tabs import PaneTabs

_WIDE = "-wide"


class PanedPage(Page):
    """A page with ``PaneTabs``, whose class ``-at-NAME`` tells its styles the pane in view.

    ``PANES`` has the names to show by key, in the order in which they take turns. ``BESIDE``
    is the one that needs no turn on a wide screen; the first stands for it there.
    """

    PANES: ClassVar[Mapping[str, str]]
    BESIDE: ClassVar[str]

    def __init__(self, pane: str) -> None:
        super().__init__()
        self.pane = pane

    @property
    def wide(self) -> bool:
        """Whether there is room for two panes."""
        return self.has_class(_WIDE)

    @property
    def turns(self) -> Mapping[str, str]:
        """The panes that take turns."""
        beside = self.BESIDE if self.wide else None
        return {key: name for key, name in self.PANES.items() if key != beside}

    def on_resize(self) -> None:
        """There may be room for more names of panes, or for one beside them."""
        self.see(self.pane)

    def see(self, pane: str) -> None:
        """Bring a pane into view."""
        self.pane = pane
        for key in self.PANES:
            self.set_class(key == pane, f"-at-{key}")
        turns = self.turns
        self.query_one(PaneTabs).show(turns, pane if pane in turns else next(iter(turns)))
        self.refresh_bindings()

    def action_pane(self, step: int) -> None:
        """Go to the next pane, or to the one before, in a ring."""
        panes = list(self.turns)
        place = panes.index(self.pane) if self.pane in panes else 0
        self.see(panes[(place + step) % len(panes)])
