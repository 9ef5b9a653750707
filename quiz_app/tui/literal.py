"""The one door through which text from files and learners reaches the screen."""

from __future__ import annotations

import unicodedata

from textual.content import Content
from textual.widgets import Static


def literal(text: str, style: str = "") -> Content:
    """A text that is shown as it is: never markup, never a control sequence."""
    clean = "".join(char for char in text if char == "\n" or not _is_control(char))
    return Content.styled(clean, style) if style else Content(clean)


def _is_control(char: str) -> bool:
    # Cc are the terminal's own codes; Cf hold the marks that turn the reading direction.
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"}


class Words(Static):
    """A piece of text on a screen; whatever it is given is taken literally."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(literal(text), id=id, classes=classes, markup=False)

    def say(self, text: str) -> None:
        """Show another text."""
        self.update(literal(text))
