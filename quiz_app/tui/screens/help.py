"""Help: what the keys do here, and how answers are written."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer

from quiz_app.tui.commands import bindings, keys_of
from quiz_app.tui.literal import Words
from quiz_app.tui.page import Page

_ANSWERS = """\
A number may be written as it comes: 0.2875, 23/80, -ln(0.7), 1/4*(0.25 + 0.25), sqrt(2), 2e-3. \
While you type, the line below shows how it is read.

What cannot be read is not counted: you are told where it stops making sense.

Options are chosen with their numbers. Cards turn with Space and are graded from 1 (again) to \
4 (easy). Open questions are typed or thought; then you tick the points you made.

Inside a text field letters are text: F1, F2 and F3 work there. Esc leaves the field, so that \
letters are commands; Enter goes back to it.

Ctrl+P opens the list of all commands, Ctrl+Q ends the program. Every answer is kept at once.\
"""


class HelpScreen(Page):
    """A page about the keys of the screen it was called from."""

    BINDINGS = bindings("Everywhere")

    def __init__(self, section: str) -> None:
        super().__init__()
        self._section = section

    def compose(self) -> ComposeResult:
        """The keys as a table, then how answers are written."""
        with VerticalScroll(id="page"):
            yield Words("Keys on this screen", classes="heading")
            for command, keys in keys_of(self._section):
                yield Words(f"{_named(keys):<14}{command.about}", classes="key")
            yield Words("Answers", classes="heading")
            yield Words(_ANSWERS)
        yield Footer(show_command_palette=False)


def _named(keys: list[str]) -> str:
    names = {"question_mark": "?", "pagedown": "PgDn", "pageup": "PgUp", "right": "→", "left": "←"}
    return " ".join(names.get(key, key.capitalize() if len(key) > 1 else key) for key in keys)
