"""Statistics: the score, and the mistakes that were made most often."""

from __future__ import annotations

from asyncio import to_thread

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer

from quiz_app.errors import QuizError
from quiz_app.practice import start_on_mistakes
from quiz_app.progress import MistakeTally
from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.page import Page
from quiz_app.tui.wording import counted, score_line

# As many as a learner works on at a time.
_MISTAKES = 10


class StatisticsScreen(Page):
    """What was answered so far, and the sentence that mends each of the commonest mistakes."""

    SECTION = "Statistics"
    BINDINGS = bindings("Statistics")
    AUTO_FOCUS = ""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def compose(self) -> ComposeResult:
        """The score at once; the mistakes when their sentences are found."""
        yield Words("Statistics", id="title")
        with VerticalScroll(id="page"):
            yield Words(id="score")
            yield Words("Your commonest mistakes", classes="heading")
            yield Vertical(id="mistakes")
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        """Count again whenever the screen comes to the front."""
        self.query_one("#score", Words).say(score_line(self.context.history.score()))
        self._fill_mistakes()

    @work(exclusive=True)
    async def _fill_mistakes(self) -> None:
        # The sentences belong to the losses, and NumPy comes with these: not on the event loop.
        lines = await to_thread(_mistakes, self.context)
        mistakes = self.query_one("#mistakes")
        await mistakes.remove_children()
        await mistakes.mount(*(Words(line, classes="mistake") for line in lines))

    def action_mistakes(self) -> None:
        """Practise these mistakes."""
        self.run_worker(practise_mistakes(self, self.context), exclusive=True)


async def practise_mistakes(page: Screen[None], context: Context) -> None:
    """Start a session on the learner's own mistakes, or say that none is known."""
    from quiz_app.tui.screens.session import SessionScreen

    try:
        session = await to_thread(
            start_on_mistakes, context.bank, context.history, context.clock, context.chance
        )
    except QuizError as error:
        page.notify(str(error), severity="warning", markup=False)
        return
    page.app.push_screen(SessionScreen(session, context))


def _mistakes(context: Context) -> list[str]:
    from quiz_app.practice.slips import in_words

    tallies = context.history.commonest_mistakes(_MISTAKES)
    if not tallies:
        return ["None was recognised yet. What goes wrong will be remembered here."]
    return [f"{_how_often(tally, context)}: {in_words(tally, context.bank)}" for tally in tallies]


def _how_often(tally: MistakeTally, context: Context) -> str:
    """``3 times, last 2 days ago``."""
    days = (context.clock() - tally.last_at).days
    when = "today" if days < 1 else f"{counted(days, 'day')} ago"
    return f"{counted(tally.times, 'time')}, last {when}"
