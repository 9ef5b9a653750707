"""A session: one question after the other, each with its verdict."""

from __future__ import annotations

from asyncio import to_thread

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Footer

from quiz_app.errors import QuizError
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
        self.query_one("#judgement").remove_children()
        self.query_one("#answer").remove_children()
        self.query_one("#answer").mount(area)
        self.query_one("#page").scroll_home(animate=False)
        self.call_after_refresh(area.begin)
        self.refresh_bindings()

    @on(AnswerArea.Answered)
    async def _judge(self, event: AnswerArea.Answered) -> None:
        if self._judged or self._variant is None:
            return
        area = self.query_one(AnswerArea)
        try:
            verdict = self._session.answer(event.answer, event.words)
        except QuizError as error:
            self.notify(str(error), severity="error", markup=False, timeout=10)
            return
        if verdict.outcome == "invalid":
            area.object(verdict.feedback)
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
        """A hint is offered only before the verdict, the formula where there is one."""
        if action == "hint":
            return not self._judged and self._variant is not None and bool(self._variant.item.hints)
        if action == "formula":
            return self._variant is not None and self._variant.item.formula is not None
        return True

    def action_next(self) -> None:
        """Go on after a verdict; before it, back to the answer that was left with Esc."""
        if self._judged:
            self._ask_next()
        elif self._variant is not None:
            self.query_one(AnswerArea).begin()

    def action_hint(self) -> None:
        """Show one more hint below the question."""
        if self._judged:
            return
        text = self._session.hint()
        if text is None:
            self.notify("There are no more hints.", markup=False, timeout=3)
        else:
            self.query_one("#judgement").mount(Words(f"Hint: {text}", classes="hint"))

    def action_formula(self) -> None:
        """Look at the loss that the question is about."""
        from quiz_app.tui.screens.loss import LossScreen

        if self._variant is not None and self._variant.item.formula is not None:
            self.app.push_screen(LossScreen(self._variant.item.formula.loss, self.context))

    def _show_progress(self) -> None:
        attempts = self._session.attempts
        right = sum(attempt.verdict == "right" for attempt in attempts)
        place = len(attempts) + (not self._judged)
        self.query_one("#progress", Words).say(
            f"Question {place} of {self._session.total} · {right} right"
        )

    def _finish(self) -> None:
        from quiz_app.tui.screens.result import ResultScreen

        self._session.finish()
        self.app.push_screen(ResultScreen(self._session), lambda _: self.go_back())
