"""Answering in words, then ticking the points that were made."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant
from quiz_app.variants.texts import explanation, model_answer, points


class _Writing(TextArea):
    """A few lines of text; Enter is done, Ctrl+J a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "Done", priority=True, show=False),
        Binding("ctrl+j", "new_line", "New line", show=False),
    ]

    class Done(Message):
        """The learner has written what they have to say."""

    def action_done(self) -> None:
        self.post_message(self.Done())

    def action_new_line(self) -> None:
        self.insert("\n")


class OpenAnswer(AnswerArea, can_focus=True):
    """A text to write (or to think), the model answer beside it, and points to tick."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"tick({number})", "Tick", show=False) for number in range(1, 10)),
        Binding("enter,space", "done", "Done", show=False),
    ]

    def __init__(self, variant: Variant) -> None:
        super().__init__(variant)
        self._points = points(variant)
        self._ticked: set[int] = set()
        self._revealed = False

    def compose(self) -> ComposeResult:
        """The place to write; the rest is hidden until Enter."""
        yield _Writing(placeholder="Type your answer, or think it.", show_line_numbers=False)
        yield Words("A model answer", classes="heading later", id="model")
        yield Words(model_answer(self.variant), classes="later")
        yield Words(explanation(self.variant), classes="later", id="more")
        yield Words("Which of these points did you make?", classes="heading later")
        yield Words(classes="later", id="points")
        yield Words("Enter shows the model answer.", id="echo")

    def on_mount(self) -> None:
        """Hide what comes later."""
        self.query(".later").set(display=False)

    def begin(self) -> None:
        """Put the cursor into the text."""
        self.query_one(_Writing).focus()

    @on(_Writing.Done)
    def _reveal(self) -> None:
        writing = self.query_one(_Writing)
        self._revealed = True
        writing.read_only = True
        writing.can_focus = False
        writing.display = bool(writing.text.strip())
        self.query(".later").set(display=True)
        self.query_one("#more", Words).display = bool(self.variant.item.explain)
        last = len(self._points)
        self.query_one("#echo", Words).say(
            f"Tick what you said with {'1' if last == 1 else f'1–{last}'}, then press Enter."
        )
        self._draw_points()
        self.focus(scroll_visible=False)
        self.call_after_refresh(self.query_one("#model").scroll_visible, top=True, animate=False)

    def action_tick(self, number: int) -> None:
        """Tick a point, or take the tick back."""
        if self._revealed and number <= len(self._points):
            self._ticked ^= {number}
            self._draw_points()
            self.query_one("#points").scroll_visible(animate=False)

    def action_done(self) -> None:
        """Send the ticks as the grade, the text as the words."""
        if not self._revealed:
            self._reveal()
            return
        ticks = ", ".join(str(number) for number in sorted(self._ticked))
        self.post_message(self.Answered(ticks, self.query_one(_Writing).text))

    @property
    def goes_on_at_once(self) -> bool:
        """The model answer was read before it was graded."""
        return True

    def _draw_points(self) -> None:
        self.query_one("#points", Words).say(
            "\n".join(
                f"{'✓' if number in self._ticked else '·'} {number}  {point}"
                for number, point in enumerate(self._points, start=1)
            )
        )
