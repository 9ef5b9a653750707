"""The result of a session: what was right, what was not, and which mistakes were made."""

from __future__ import annotations

from collections import Counter

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer

from quiz_app.grading.hints import counted_hints
from quiz_app.practice import Session
from quiz_app.progress import Attempt
from quiz_app.tui.commands import bindings
from quiz_app.tui.literal import Words
from quiz_app.tui.page import Page
from quiz_app.tui.widgets.verdict import SIGNS
from quiz_app.tui.wording import counted


class ResultScreen(Page):
    """What became of a session that is over."""

    SECTION = "Result"
    BINDINGS = bindings("Result")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """The score, the answers one by one, the mistakes, and what was left out."""
        attempts = self._session.attempts
        yield Words("Session finished", id="title")
        with VerticalScroll(id="page"):
            yield Words(_score(attempts), classes="heading")
            for attempt in attempts:
                yield Words(_line(attempt), classes="attempt")
                if attempt.kind == "open" and attempt.answer.strip():
                    yield Words(f"           you wrote: {attempt.answer}", classes="attempt")
            mistakes = Counter(name for attempt in attempts for name in attempt.mistakes)
            if mistakes:
                yield Words("Mistakes that were recognised", classes="heading")
                for name, times in mistakes.most_common():
                    yield Words(f"{times} × {name.replace('_', ' ')}", classes="attempt")
            for fault in self._session.left_out:
                yield Words(f"Left out: {fault}", classes="fault")
        yield Footer(show_command_palette=False)


def _score(attempts: list[Attempt]) -> str:
    if not attempts:
        return "Nothing was asked."
    right = sum(attempt.verdict == "right" for attempt in attempts)
    minutes = sum(attempt.seconds for attempt in attempts) / 60
    return (
        f"{right} of {counted(len(attempts), 'answer')} right ({right / len(attempts):.0%}), "
        f"in {max(1, round(minutes))} min"
    )


def _line(attempt: Attempt) -> str:
    words = {"right": "right", "partial": "in part", "wrong": "wrong"}
    line = f"{SIGNS[attempt.verdict]} {words[attempt.verdict]:<8} {attempt.item}"
    if not attempt.hints:
        return line
    return f"{line}, with {counted_hints(attempt.hints)}: {attempt.score:.2g}"
