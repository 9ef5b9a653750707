"""The lesson of a topic, with its formulas and plots alive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Footer

from quiz_app.errors import QuizError
from quiz_app.practice import start_session
from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.page import Page

if TYPE_CHECKING:
    from quiz_app.lessons import Lesson
    from quiz_app.lessons.model import TextBlock


class LessonScreen(Page):
    """A page to read, from section to section."""

    SECTION = "Lesson"
    BINDINGS = bindings("Lesson")
    AUTO_FOCUS = "#page"

    class Loaded(Message):
        """The lesson is read, or there is none, and why."""

        def __init__(self, outcome: Lesson | QuizError) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self, topic: str, context: Context) -> None:
        super().__init__()
        self._topic = topic
        self.context = context

    def compose(self) -> ComposeResult:
        """A title and the page, filled when the lesson is read."""
        yield Words(self.context.bank.topic(self._topic).title, id="title")
        with VerticalScroll(id="page"):
            yield Vertical(Words("…"), id="blocks")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the lesson off the event loop; the mathematics comes with it."""
        self._load()

    @work(thread=True)
    def _load(self) -> None:
        from quiz_app.lessons import lesson_of

        try:
            outcome: Lesson | QuizError = lesson_of(self._topic, self.context.bank)
        except QuizError as error:
            outcome = error
        self.post_message(self.Loaded(outcome))

    async def on_lesson_screen_loaded(self, event: Loaded) -> None:
        """Fill the page."""
        blocks = self.query_one("#blocks", Vertical)
        await blocks.remove_children()
        if isinstance(event.outcome, QuizError):
            await blocks.mount(Words(str(event.outcome)))
            return
        self.query_one("#title", Words).say(event.outcome.title)
        await blocks.mount_all(self._parts(event.outcome))

    def action_section(self, step: int) -> None:
        """Put the next section at the top of the page, or the one before."""
        page = self.query_one("#page", VerticalScroll)
        top = round(page.scroll_target_y)
        places = [
            heading.virtual_region_with_margin.y + self.query_one("#blocks").virtual_region.y
            for heading in self.query(".section")
        ]
        ahead = [y for y in places if y > top] if step > 0 else [y for y in places if y < top]
        if ahead:
            page.scroll_to(y=ahead[0] if step > 0 else ahead[-1], animate=False)
        elif step < 0:
            page.scroll_home(animate=False)

    def action_practise(self) -> None:
        """Answer questions about the topic."""
        from quiz_app.tui.screens.session import SessionScreen

        context = self.context
        try:
            session = start_session(
                context.bank, context.history, context.clock, context.chance, (self._topic,)
            )
        except QuizError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.app.push_screen(SessionScreen(session, context))

    def action_losses(self) -> None:
        """Look at the losses."""
        from quiz_app.tui.screens.losses import LossesScreen

        self.app.push_screen(LossesScreen(self.context))

    def _parts(self, lesson: Lesson) -> Iterator[Widget]:
        """A widget for each heading and live block, one for all text between two of them."""
        from quiz_app.lessons.model import DerivationBlock, FormulaBlock, Heading, PlotBlock
        from quiz_app.tui.widgets.formula import FormulaView
        from quiz_app.tui.widgets.lesson import Passage, PlotView, StepsView

        passage: list[TextBlock] = []
        for block in lesson.blocks:
            match block:
                case Heading(level, text):
                    part: Widget = Words(text, classes="section" if level == 2 else "part")
                case FormulaBlock(reference):
                    part = FormulaView(reference, self.context)
                case PlotBlock():
                    part = PlotView(block, self.context)
                case DerivationBlock():
                    part = StepsView(block, self.context)
                case _:
                    passage.append(block)
                    continue
            if passage:
                yield Passage(passage)
                passage = []
            yield part
        if passage:
            yield Passage(passage)
