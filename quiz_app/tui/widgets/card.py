"""A flashcard: turned with Space, graded with 1 to 4."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz_app.grading.selfgraded import CARD_GRADES
from quiz_app.tui.context import Context
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant
from quiz_app.variants.texts import explanation, model_answer

_GOOD = 3


class CardAnswer(AnswerArea, can_focus=True):
    """The back of a card, hidden until it is turned."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"rate({number})", name.capitalize(), show=False)
            for number, name in enumerate(CARD_GRADES, start=1)
        ),
        Binding("space,enter", "turn", "Turn", key_display="Space"),
    ]

    def __init__(self, variant: Variant, context: Context) -> None:
        super().__init__(variant)
        self.context = context
        self._turned = False

    def compose(self) -> ComposeResult:
        """The back, without its formula; then what to press."""
        yield Words(model_answer(self.variant), classes="back prose")
        yield Words(explanation(self.variant), classes="back prose")
        yield Words("Say it to yourself, then turn the card with Space.", id="echo")

    def on_mount(self) -> None:
        """Hide the back."""
        self.query(".back").set(display=False)

    def begin(self) -> None:
        """Take the keys."""
        self.focus(scroll_visible=False)

    def action_turn(self) -> None:
        """Turn the card; once it is turned, grade it as known."""
        if self._turned:
            self.action_rate(_GOOD)
            return
        self._turned = True
        if self.variant.item.formula is not None:
            # Not before: a formula needs NumPy, which the first question must not wait for.
            from quiz_app.tui.widgets.formula import FormulaView

            self.mount(FormulaView(self.variant.item.formula, self.context), before=0)
        self.query(".back").set(display=True)
        for words in self.query(".prose").results(Words):
            words.display = bool(str(words.content))
        self.query_one("#echo", Words).say("1 again   2 hard   3 good (Space)   4 easy")

    def action_rate(self, grade: int) -> None:
        """Grade the card; only once it was seen."""
        if self._turned:
            self.post_message(self.Answered(str(grade)))

    @property
    def goes_on_at_once(self) -> bool:
        """A card is over when it is graded."""
        return True
