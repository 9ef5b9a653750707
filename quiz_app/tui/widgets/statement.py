"""Saying whether a statement holds, then why."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click

from quiz_app.bank.model import Option
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.rows import RowsAnswer
from quiz_app.variants import Variant
from quiz_app.variants.listing import letter
from quiz_app.variants.texts import options, reasons

# The letters before f, which says false; the numbers go further.
_LETTERS = "abcde"
_MOST = 9


class StatementAnswer(RowsAnswer):
    """True and false to choose from; once that is done, the reasons."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "hold(0)", "True", show=False),
        Binding("f", "hold(1)", "False", show=False),
        *(
            Binding(str(number), f"choose({number - 1})", "Choose", show=False)
            for number in range(1, _MOST + 1)
        ),
        *(
            Binding(name, f"reason({place})", "Reason", show=False)
            for place, name in enumerate(_LETTERS)
        ),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("enter,space", "take", "Choose", show=False),
        Binding("backspace", "take_back", "Back", show=False),
    ]

    def __init__(self, variant: Variant) -> None:
        super().__init__(variant)
        self._answers = options(variant)
        self._reasons = reasons(variant)
        self._held: int | None = None
        self._reason: int | None = None

    def compose(self) -> ComposeResult:
        """A row for each answer, the reasons, and what to press."""
        for _ in self._answers:
            yield Words(classes="option answer")
        yield Words("Because …", classes="heading why")
        for _ in self._reasons:
            yield Words(classes="option reason why")
        yield Words(id="echo")

    def action_hold(self, place: int) -> None:
        """Say that the statement holds (0) or does not (1), and go on to the reasons."""
        if not self._concluded:
            self._held, self._pointed = place, 0
            self.draw()
            self.call_after_refresh(self.query_one("#echo").scroll_visible, animate=False)

    def action_reason(self, place: int) -> None:
        """Choose a reason, which sends the answer."""
        if self._concluded or self._held is None or place >= len(self._reasons):
            return
        self._reason = self._pointed = place
        self.draw()
        self.post_message(self.Answered(f"{'tf'[self._held]} {letter(place)}"))

    def action_choose(self, place: int) -> None:
        """Choose by number: first the answer, then the reason."""
        if self._held is not None:
            self.action_reason(place)
        elif place < len(self._answers):
            self.action_hold(place)

    def action_move(self, way: int) -> None:
        """Point at another row of those that are to be chosen from."""
        self._pointed = (self._pointed + way) % len(self._choices())
        self.draw()

    def action_take(self) -> None:
        """Choose what is pointed at."""
        self.action_choose(self._pointed)

    def action_take_back(self) -> None:
        """Go back from the reasons to the answer."""
        if not self._concluded:
            self._held, self._pointed = None, 0
            self.draw()

    def on_click(self, event: Click) -> None:
        """A click on a row chooses it."""
        answers, why = (list(self.query(kind).results(Words)) for kind in (".answer", ".reason"))
        if event.widget in answers:
            self.action_hold(answers.index(event.widget))
        elif event.widget in why:
            self.action_reason(why.index(event.widget))

    def _choices(self) -> tuple[Option, ...]:
        return self._answers if self._held is None else self._reasons

    def draw(self) -> None:
        """Draw every row, and what to press."""
        self.query(".why").set(display=self._held is not None)
        self._draw_rows(".answer", self._answers, self._held, self._held is None)
        self._draw_rows(".reason", self._reasons, self._reason, self._held is not None)
        self.query_one("#echo", Words).say(
            "Press t for true, f for false."
            if self._held is None
            else f"Why? Choose a to {letter(len(self._reasons) - 1)}, or with ↑ ↓ and Enter."
        )

    def _draw_rows(
        self, kind: str, shown: tuple[Option, ...], chosen: int | None, is_current: bool
    ) -> None:
        for place, (row, option) in enumerate(
            zip(self.query(kind).results(Words), shown, strict=True)
        ):
            pointed = is_current and not self._concluded and place == self._pointed
            wrong = self._concluded and place == chosen and not option.right
            right = self._concluded and option.right
            sign = "✓" if right else "✗" if wrong else "›" if pointed else " "
            if not self._concluded and place == chosen:
                sign = "■"
            name = letter(place) if kind == ".reason" else option.text[0].lower()
            row.say(f"{sign} {name}  {option.text}")
            row.set_class(pointed, "pointed")
            row.set_class(right, "right")
            row.set_class(wrong, "wrong")
