"""What a loss is like, each answer shown as soon as it is proven, checked or disproved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from quiz_app import paths
from quiz_app.errors import QuizError
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words

if TYPE_CHECKING:
    from quiz_app.formulas.properties import Property
    from quiz_app.losses import Loss


class PropertiesView(VerticalScroll, can_focus=False):
    """A list of properties; they are found from when ``begin`` is called to when it is left."""

    DEFAULT_CSS = """
    PropertiesView .answer { text-style: bold; }
    PropertiesView .because { padding-left: 2; max-width: 90; }
    PropertiesView .evidence {
      padding-left: 2; margin-bottom: 1; max-width: 90; color: $text-muted;
    }
    """

    class Answered(Message):
        """One more property is known."""

        def __init__(self, answer: Property) -> None:
            super().__init__()
            self.answer = answer

    class Ended(Message):
        """Nothing more is to be expected, perhaps because of an error."""

        def __init__(self, why: str = "") -> None:
            super().__init__()
            self.why = why

    def __init__(self, context: Context, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.context = context
        self._begun = False
        no, yes = ("-", "+") if context.ascii else ("✗", "✓")
        self._signs = {False: no, True: yes, None: "?"}

    def compose(self) -> ComposeResult:
        """The line that says that more is coming; answers are put before it."""
        yield Words("Examining …", id="examining")

    def begin(self, loss: Loss) -> None:
        """Examine the loss, once."""
        if not self._begun:
            self._begun = True
            self._examine(loss)

    @work(thread=True, exit_on_error=False)
    def _examine(self, loss: Loss) -> None:
        from quiz_app.formulas.properties import PropertyCache

        worker = get_current_worker()
        why = ""
        try:
            cache = PropertyCache(paths.formula_dir(), self.context.algebra)
            for answer in cache.one_by_one(loss):
                if worker.is_cancelled:
                    return
                self.post_message(self.Answered(answer))
        except QuizError as error:
            why = str(error)
        self.post_message(self.Ended(why))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so when the examination failed in a way that nobody foresaw."""
        if event.state is WorkerState.ERROR:
            self._say(f"The examination has failed: {event.worker.error}")

    def on_properties_view_answered(self, event: Answered) -> None:
        """Add the answer."""
        event.stop()
        answer = event.answer
        verdict = f"{answer.verdict.lower()} ({answer.how})"
        self.mount_all(
            (
                Words(f"{self._signs[answer.holds]} {answer.name}: {verdict}", classes="answer"),
                Words(answer.says, classes="because"),
                Words(answer.evidence, classes="evidence"),
            ),
            before="#examining",
        )

    def on_properties_view_ended(self, event: Ended) -> None:
        """Leave the line to what went wrong, if anything did."""
        event.stop()
        self._say(event.why)

    def _say(self, text: str) -> None:
        line = self.query_one("#examining", Words)
        line.say(text)
        line.display = bool(text)
