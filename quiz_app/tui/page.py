"""What every screen shares: its commands, a way out, and scrolling by key."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import VerticalScroll
from textual.screen import Screen


class Page(Screen[None]):
    """A screen with a part called ``#page`` that scrolls; ``SECTION`` names its commands."""

    SECTION: ClassVar[str] = "Everywhere"

    def action_leave(self) -> None:
        """Leave the text field, so that letters are commands again; else the screen."""
        if self.focused is not None and self.focused.check_consume_key("a", "a"):
            self.set_focus(None)
        else:
            self.go_back()

    def go_back(self) -> None:
        """Close this screen; the application ends with its first one."""
        if len(self.app.screen_stack) == 1:
            self.app.exit()
        else:
            self.dismiss()

    def action_scroll(self, direction: str) -> None:
        """Scroll the page by most of its height."""
        page = self.query_one("#page", VerticalScroll)
        step = max(1, page.size.height - 2)
        page.scroll_relative(y=step if direction == "down" else -step, animate=False)
