"""A session: one question after the other, each with its verdict."""

from __future__ import annotations

from asyncio import to_thread
from threading import Event

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Footer

from quiz_app.bank.model import CodeQuestion
from quiz_app.errors import QuizError
from quiz_app.grading import Verdict
from quiz_app.grading.stopping import Stopped
from quiz_app.practice import Session
from quiz_app.tui.commands import bindings
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.page import Page
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.tui.widgets.areas import answer_area
from quiz_app.variants import Variant
from quiz_app.variants.texts import prompt


class SessionScreen(Page):
    """Shows what the session asks, hands over the answer, and draws the verdict."""

    SECTION = "Session"
    BINDINGS = bindings("Session")
    AUTO_FOCUS = ""

    def __init__(self, session: Session, context: Context) -> None:
        super().__init__()
        self._session = session
        self.context = context
        self._variant: Variant | None = None
        self._judged = False
        self._answer = ""
        self._stop: Event | None = None

    def compose(self) -> ComposeResult:
        """A line of progress, the page, the keys."""
        yield Words(id="progress")
        with VerticalScroll(id="page", can_focus=False):
            yield Words(id="prompt")
            yield Vertical(id="answer")
            yield Vertical(id="judgement")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Ask the first question, in the first frame if nothing is to be computed for it."""
        if self._session.is_next_at_hand:
            self._show(self._session.next())
        else:
            self._ask_next()

    @work(exclusive=True)
    async def _ask_next(self) -> None:
        # Drawing numbers may need a moment, and the first time NumPy: not on the event loop.
        self._show(await to_thread(self._session.next))

    def _show(self, variant: Variant | None) -> None:
        if variant is None:
            self._finish()
            return
        self._variant = variant
        self._judged = False
        self._show_progress()
        self.query_one("#prompt", Words).say(prompt(variant))
        area = answer_area(variant, self.context)
        if self._session.is_retry:
            area.take_up(self._answer)
        self.query_one("#judgement").remove_children()
        for text in self._session.hints_seen:
            self._show_hint(text)
        self.query_one("#answer").remove_children()
        self.query_one("#answer").mount(area)
        self.query_one("#page").scroll_home(animate=False)
        self.call_after_refresh(area.begin)
        self.refresh_bindings()

    @on(AnswerArea.Answered)
    async def _judge(self, event: AnswerArea.Answered) -> None:
        if self._judged or self._variant is None or self._stop is not None:
            return
        if isinstance(self._variant.item, CodeQuestion):
            self._stop = Event()
            self._judge_aside(event, self._stop)
        else:
            await self._record(event)

    @work(exclusive=True, group="judging")
    async def _judge_aside(self, event: AnswerArea.Answered, stop: Event) -> None:
        # To run code may take seconds, in which Esc stops it: not on the event loop.
        area = self.query_one(AnswerArea)
        area.wait("Running your code … Esc stops it.")
        self.set_focus(None)
        try:
            judged = await to_thread(self._session.judge, event.answer, stop.is_set)
        except (Stopped, QuizError) as reason:
            area.object(str(reason))
            area.begin()
            return
        finally:
            stop.set()
            self._stop = None
        await self._record(event, judged)

    async def _record(self, event: AnswerArea.Answered, judged: Verdict | None = None) -> None:
        if self._variant is None:
            return
        self._answer = event.answer
        area = self.query_one(AnswerArea)
        try:
            verdict = self._session.answer(event.answer, event.words, judged)
        except QuizError as error:
            self.notify(str(error), severity="error", markup=False, timeout=10)
            return
        if verdict.outcome == "invalid":
            area.object(verdict.feedback)
            if judged is not None:
                area.begin()
            return
        self._judged = True
        if area.goes_on_at_once:
            self._ask_next()
            return
        area.conclude(verdict)
        self._show_progress()
        from quiz_app.tui.widgets.verdict import VerdictView

        view = VerdictView(
            self._variant,
            verdict,
            self.context,
            comes_back=self._session.comes_back(self._variant.item.id),
        )
        await self.query_one("#judgement").mount(view)
        self.set_focus(None)
        self.refresh_bindings()
        self.call_after_refresh(view.scroll_visible, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done before the verdict, what after it, and where there is a formula."""
        if action == "hint":
            return not self._judged and self._variant is not None and bool(self._variant.item.hints)
        if action == "skip":
            return not self._judged and self._stop is None and self._session.can_skip
        if action == "retry":
            return self._judged and self._session.can_retry
        if action == "renew":
            return self._judged and self._session.can_renew
        if action == "formula":
            return self._variant is not None and self._variant.item.formula is not None
        return True

    def action_next(self) -> None:
        """Go on after a verdict; before it, back to the answer that was left with Esc."""
        if self._judged:
            self._ask_next()
        elif self._variant is not None and self._stop is None:
            self.query_one(AnswerArea).begin()

    def action_leave(self) -> None:
        """Stop what is running; else leave the text field, then the screen."""
        if self._stop is not None:
            self._stop.set()
        else:
            super().action_leave()

    def on_unmount(self) -> None:
        """Let nothing run for a screen that is gone."""
        if self._stop is not None:
            self._stop.set()

    def action_hint(self) -> None:
        """Show one more hint below the question."""
        if self._judged:
            return
        text = self._session.hint()
        if text is None:
            self.notify("There are no more hints.", markup=False, timeout=3)
        else:
            self._show_hint(text)

    def _show_hint(self, text: str) -> None:
        self.query_one("#judgement").mount(Words(f"Hint: {text}", classes="hint"))

    def action_skip(self) -> None:
        """Put the question off to the end."""
        self._session.skip()
        self._ask_next()

    def action_retry(self) -> None:
        """Ask the same again, with the same numbers."""
        self._session.retry()
        self._show(self._session.next())

    @work(exclusive=True)
    async def action_renew(self) -> None:
        """Ask the same with other numbers."""
        try:
            await to_thread(self._session.renew)
        except QuizError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self._show(self._session.next())

    def action_formula(self) -> None:
        """Look at the loss that the question is about."""
        from quiz_app.tui.screens.loss import LossScreen

        if self._variant is not None and self._variant.item.formula is not None:
            self.app.push_screen(LossScreen(self._variant.item.formula.loss, self.context))

    def _show_progress(self) -> None:
        attempts = self._session.attempts
        right = sum(attempt.verdict == "right" for attempt in attempts)
        again = self._session.is_retry
        place = len(attempts) + (not self._judged and not again)
        self.query_one("#progress", Words).say(
            f"Question {place} of {self._session.total} · {right} right"
            f"{' · tried again, not counted' if again else ''}"
        )

    def _finish(self) -> None:
        from quiz_app.tui.screens.result import ResultScreen

        self._session.finish()
        self.app.push_screen(ResultScreen(self._session), lambda _: self.go_back())
