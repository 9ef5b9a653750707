"""Home: what there is, what was done, and where to go on."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import Card, Question, Topic
from quiz_app.errors import QuizError
from quiz_app.practice import Session, start_session, unfinished_session
from quiz_app.progress import Score
from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words, literal
from quiz_app.tui.page import Page
from quiz_app.tui.wording import counted, score_line, shortened

_EVERYTHING = "everything"


class HomeScreen(Page):
    """The topics with their counts, the score, and the session that was left."""

    SECTION = "Home"
    BINDINGS = bindings("Home")
    AUTO_FOCUS = "#topics"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def compose(self) -> ComposeResult:
        """Title, score, topics, and what was left out."""
        yield Words("quiz-app · loss and cost functions", id="title")
        with VerticalScroll(id="page", can_focus=False):
            yield Words(id="score")
            yield Words(id="unfinished")
            yield Words(id="columns", classes="heading")
            yield OptionList(id="topics", markup=False, compact=True)
            yield Words(id="left-out")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill in what the bank holds; the numbers follow in ``on_screen_resume``."""
        self.query_one("#left-out", Words).say(_left_out(self.context.bank))

    def on_screen_resume(self) -> None:
        """Count again whenever the screen comes to the front."""
        bank, history = self.context.bank, self.context.history
        self.query_one("#score", Words).say(score_line(history.score()))
        session = unfinished_session(bank, history, self.context.clock)
        unfinished = self.query_one("#unfinished", Words)
        unfinished.display = session is not None
        if session is not None:
            titles = ", ".join(bank.topic(key).title for key in session.plan.topics[:3])
            unfinished.say(
                f"Press r to continue: {titles}"
                f"{' …' if len(session.plan.topics) > 3 else ''}"
                f" ({len(session.attempts)} of {session.total} answered)"
            )
        self._fill_topics()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Make the columns fit the width."""
        self._fill_topics()

    def _fill_topics(self) -> None:
        bank, history = self.context.bank, self.context.history
        scores, seen = history.scores_by_topic(), history.answered_items_by_topic()
        topics = self.query_one("#topics", OptionList)
        highlighted = topics.highlighted or 0
        narrow = self.app.size.width < 60
        self.query_one("#columns", Words).say(_columns(narrow))
        topics.clear_options()
        everything = Topic(_EVERYTHING, "Everything")
        rows: list[tuple[Topic, tuple[Question, ...], Score | None, int]]
        rows = [(everything, tuple(bank.items.values()), history.score(), sum(seen.values()))]
        rows += [
            (topic, bank.in_topic(topic.key), scores.get(topic.key), seen.get(topic.key, 0))
            for topic in bank.topics
        ]
        topics.add_options(
            Option(literal(_row(topic.title, items, score, answered, narrow)), id=topic.key)
            for topic, items, score, answered in rows
        )
        topics.highlighted = min(highlighted, len(rows) - 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Continue is offered while there is something to continue."""
        if action == "resume":
            return bool(self.query("#unfinished")) and self.query_one("#unfinished").display
        return True

    @on(OptionList.OptionSelected, "#topics")
    def action_practise(self) -> None:
        """Start the topic under the cursor."""
        self._start(cards_only=False)

    def action_cards(self) -> None:
        """Go through the cards of the topic under the cursor."""
        self._start(cards_only=True)

    def action_resume(self) -> None:
        """Take up the session that was left."""
        context = self.context
        session = unfinished_session(context.bank, context.history, context.clock)
        if session is not None:
            self._play(session)

    def action_lesson(self) -> None:
        """Read the lesson of the topic under the cursor."""
        from quiz_app.tui.screens.lesson import LessonScreen

        key = self._chosen
        if key is None:
            self.notify("Choose one topic; each has a lesson of its own.", markup=False)
        else:
            self.app.push_screen(LessonScreen(key, self.context))

    def action_losses(self) -> None:
        """Look at the losses."""
        from quiz_app.tui.screens.losses import LossesScreen

        self.app.push_screen(LossesScreen(self.context))

    def action_derivations(self) -> None:
        """Work through derivations."""
        from quiz_app.tui.screens.derivations import DerivationsScreen

        self.app.push_screen(DerivationsScreen(self.context))

    def action_statistics(self) -> None:
        """Look at the score and the commonest mistakes."""
        from quiz_app.tui.screens.statistics import StatisticsScreen

        self.app.push_screen(StatisticsScreen(self.context))

    def action_mistakes(self) -> None:
        """Practise one's own mistakes."""
        from quiz_app.tui.screens.statistics import practise_mistakes

        self.run_worker(practise_mistakes(self, self.context), exclusive=True)

    @property
    def _chosen(self) -> str | None:
        """The topic under the cursor; None for everything."""
        row = self.query_one("#topics", OptionList).highlighted_option
        return None if row is None or row.id == _EVERYTHING else row.id

    def _start(self, *, cards_only: bool) -> None:
        key = self._chosen
        context = self.context
        try:
            session = start_session(
                context.bank,
                context.history,
                context.clock,
                context.chance,
                () if key is None else (key,),
                cards_only=cards_only,
            )
        except QuizError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self._play(session)

    def _play(self, session: Session) -> None:
        from quiz_app.tui.screens.session import SessionScreen

        self.app.push_screen(SessionScreen(session, self.context))


def _columns(narrow: bool) -> str:
    if narrow:
        return f"{'Topic':<18}{'done':>9}{'right':>7}"
    return f"{'Topic':<28}{'cards':>7}{'questions':>11}{'done':>9}{'right':>8}"


def _row(
    title: str, items: Sequence[Question], score: Score | None, answered: int, narrow: bool
) -> str:
    cards = sum(isinstance(item, Card) for item in items)
    share = "–" if score is None or score.share is None else f"{score.share:.0%}"
    done = f"{answered}/{len(items)}"
    if narrow:
        return f"{shortened(title, 17):<18}{done:>9}{share:>7}"
    name = shortened(title, 27)
    return f"{name:<28}{cards:>7}{len(items) - cards:>11}{done:>9}{share:>8}"


def _left_out(bank: Bank) -> str:
    if not bank.faults:
        return ""
    first = "\n".join(f"  {fault}" for fault in bank.faults[:3])
    return (
        f"{counted(len(bank.faults), 'fault')} in the content; what they touch is left out. "
        f"'quiz-app check' lists them all.\n{first}"
    )
