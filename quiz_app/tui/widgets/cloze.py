"""Filling the gaps of a text, each in a line of its own."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from quiz_app.bank.model import ClozeQuestion, Gap
from quiz_app.grading import Verdict
from quiz_app.grading.cloze import UNKNOWN
from quiz_app.maths.layout import Glyphs
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant


class ClozeAnswer(AnswerArea):
    """A numbered line for each gap; Enter goes to the next empty one, from the last it sends."""

    def __init__(self, variant: Variant, item: ClozeQuestion, glyphs: Glyphs) -> None:
        super().__init__(variant)
        self._gaps = item.gaps
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The lines, then what is read from a formula, or what to press."""
        for number, gap in enumerate(self._gaps, start=1):
            with Horizontal(classes="gap"):
                yield Words(str(number), classes="number")
                yield Input(
                    placeholder=_wanted(gap),
                    compact=True,
                    restrict="[^;]*",
                )
        yield Words(self._instruction(), id="echo")

    def begin(self) -> None:
        """Put the cursor into the first empty line."""
        self._next_line().focus()

    @on(Input.Changed)
    def _show_reading(self, event: Input.Changed) -> None:
        place = self._inputs().index(event.input)
        echo = self.query_one("#echo", Words)
        echo.remove_class("objection")
        if not self._gaps[place].expression or event.value.strip() == UNKNOWN:
            echo.say(self._instruction())
            return
        lines = self._reading(self._gaps[place], event.value)
        echo.say("\n".join(lines) or self._instruction())

    def _reading(self, gap: Gap, text: str) -> tuple[str, ...]:
        """How a text is read, typeset."""
        width = max(20, self.content_size.width - 1)
        # NumPy is at hand: what is right in this gap is computed with it.
        if gap.variables:
            from quiz_app.grading.expression.preview import formula_preview

            names = {*self.variant.values, *(variable.name for variable in gap.variables)}
            return formula_preview(text, names, width, self._glyphs)
        from quiz_app.grading.preview import preview

        return preview(text, width, self._glyphs)

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        event.stop()
        lines = self._inputs()
        if event.input is not lines[-1] or not lines[-1].value.strip():
            following = lines[lines.index(event.input) + 1 :]
            empty = next((line for line in following if not line.value.strip()), None)
            if empty is not None:
                empty.focus()
                return
        self.post_message(self.Answered("; ".join(line.value for line in lines)))

    def object(self, problem: str) -> None:
        """Say under the lines what could not be read, and go where something is missing."""
        echo = self.query_one("#echo", Words)
        echo.add_class("objection")
        echo.say(f"? {problem}")
        self._next_line().focus()

    def conclude(self, verdict: Verdict) -> None:
        """Leave the answers standing as they were read."""
        self.query_one("#echo", Words).display = False
        for line, read in zip(self._inputs(), verdict.read_as.split("; "), strict=True):
            line.value = read
            line.disabled = True

    def _inputs(self) -> list[Input]:
        return list(self.query(Input))

    def _next_line(self) -> Input:
        """The first line that is empty, or else the last."""
        lines = self._inputs()
        return next((line for line in lines if not line.value.strip()), lines[-1])

    def _instruction(self) -> str:
        if len(self._gaps) == 1:
            return "Type what belongs into the gap, then Enter."
        return f"Enter goes on to the next gap and sends from the last; {UNKNOWN} for one unknown."


def _wanted(gap: Gap) -> str:
    if gap.variables:
        return "a formula"
    return "a number or an expression" if gap.expression else "a word or two"
