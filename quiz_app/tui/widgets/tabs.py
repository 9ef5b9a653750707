"""The names of the panes of a screen that take turns."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import Static

from quiz_app.tui.literal import literal
from quiz_app.tui.widgets.dials import marked


class PaneTabs(Static):
    """``‹Formulas›  Curves   Properties``; short of room, the one in view and its place."""

    DEFAULT_CSS = "PaneTabs { height: 1; padding: 0 1; color: $text-muted; }"

    def __init__(self, *, id: str, ascii_only: bool) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._ascii_only = ascii_only

    def show(self, names: Mapping[str, str], here: str) -> None:
        """Mark the pane in view among these, which are names by key."""
        in_view = literal(marked(names[here], ascii_only=self._ascii_only), "bold $foreground")
        tabs = Content("  ").join(
            in_view if pane == here else literal(f" {name} ") for pane, name in names.items()
        )
        if tabs.cell_length + 2 > self.app.size.width:
            place = f"  {list(names).index(here) + 1} of {len(names)}"
            tabs = Content.assemble(in_view, literal(place))
        self.update(tabs)
