"""Typing an answer on one line, with what was read shown back, typeset, at every key."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from quiz_app.grading import Verdict
from quiz_app.maths.layout import Glyphs
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant

_NARROWEST = 20


class TypedAnswer(AnswerArea):
    """An input line and below it the reading, or what keeps it from being read."""

    def __init__(self, variant: Variant, glyphs: Glyphs, placeholder: str) -> None:
        super().__init__(variant)
        self._glyphs = glyphs
        self._placeholder = placeholder

    def reading(self, text: str, width: int) -> Sequence[str]:
        """The lines that show how a text is read."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The line to type in, and its echo."""
        yield Input(placeholder=self._placeholder, compact=True)
        yield Words(id="echo")

    def begin(self) -> None:
        """Put the cursor into the line."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _show_reading(self, event: Input.Changed) -> None:
        echo = self.query_one("#echo", Words)
        echo.remove_class("objection")
        width = max(_NARROWEST, self.content_size.width - 1)
        echo.say("\n".join(self.reading(event.value, width)))

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(event.value))

    def object(self, problem: str) -> None:
        """Say under the line what could not be read."""
        echo = self.query_one("#echo", Words)
        echo.add_class("objection")
        echo.say(f"? {problem}")

    def conclude(self, verdict: Verdict) -> None:
        """Leave the answer standing as it was read."""
        self.query_one(Input).disabled = True
        self.query_one("#echo", Words).display = False
        self.query_one(Input).value = verdict.read_as
