"""The verdict: in words and a sign, with the explanation and the formula."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from quiz_app.grading import Verdict
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.formula import FormulaView
from quiz_app.variants import Variant
from quiz_app.variants.texts import explanation

SIGNS = {"right": "✓", "partial": "◐", "wrong": "✗"}


class VerdictView(Vertical):
    """What is to be said of an answer."""

    def __init__(
        self, variant: Variant, verdict: Verdict, context: Context, *, comes_back: bool
    ) -> None:
        super().__init__(classes=verdict.outcome)
        self._variant = variant
        self._verdict = verdict
        self.context = context
        self._comes_back = comes_back

    def compose(self) -> ComposeResult:
        """The verdict, the explanation with the drawn numbers, the formula."""
        yield Words(f"{SIGNS[self._verdict.outcome]} {self._verdict.feedback}", classes="verdict")
        if worked := explanation(self._variant):
            yield Words(worked, classes="explanation")
        if reference := self._variant.item.formula:
            yield FormulaView(reference, self.context)
        if self._comes_back:
            yield Words("It will be asked again before the end.", classes="explanation")
