"""The neighbours of a loss, with both sides of each relation read at the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quiz_app.tui.context import Context
from quiz_app.tui.literal import literal
from quiz_app.tui.widgets.dials import dials

if TYPE_CHECKING:
    from quiz_app.formulas.exploration import Exploration
    from quiz_app.formulas.neighbours import Neighbour
    from quiz_app.losses import Loss

_WIDEST = 90
_NARROWEST = 20
_TIED = "\N{NO-BREAK SPACE}"


class NeighboursView(Vertical):
    """A list of losses that can be gone to: neighbours, what this one builds on, what is next."""

    DEFAULT_CSS = """
    NeighboursView Static { height: auto; }
    NeighboursView OptionList {
      height: 1fr; border: none; padding: 0; background: transparent;
      scrollbar-size-vertical: 1;
      &> .option-list--option { padding: 0; }
      &> .option-list--option-disabled { color: $primary; text-style: bold; }
    }
    """

    class Chosen(Message):
        """A loss is to be shown."""

        def __init__(self, loss: str) -> None:
            super().__init__()
            self.loss = loss

    def __init__(self, context: Context, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.context = context
        self._loss: Loss | None = None
        self._exploration: Exploration | None = None
        # The loss behind each row, where there is one.
        self._goals: list[str | None] = []

    def compose(self) -> ComposeResult:
        """The place at which the relations are read, and the list."""
        yield Static(id="place", markup=False)
        losses = OptionList(markup=False, compact=True)
        losses.can_focus = False
        yield losses

    def read(self, loss: Loss, exploration: Exploration) -> None:
        """Show the neighbours of the loss at the cursor of this exploration."""
        self._loss, self._exploration = loss, exploration
        self._draw()

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._draw()

    def move(self, steps: int) -> None:
        """Point at the next loss, or at the one before."""
        losses = self.query_one(OptionList)
        if steps > 0:
            losses.action_cursor_down()
        else:
            losses.action_cursor_up()

    def choose(self) -> None:
        """Go to the loss pointed at."""
        place = self.query_one(OptionList).highlighted
        goal = None if place is None else self._goals[place]
        if goal is not None:
            self.post_message(self.Chosen(goal))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click chooses, too."""
        event.stop()
        self.choose()

    def _draw(self) -> None:
        if self._loss is None or self._exploration is None or not self.size.width:
            return
        numbers = dials(self._exploration, self.context.glyphs)
        self.query_one("#place", Static).update(Content("  ").join(numbers))
        losses = self.query_one(OptionList)
        place, top = losses.highlighted, losses.scroll_y
        rows = list(self._rows(self._loss, self._exploration))
        self._goals = [goal for goal, _ in rows]
        losses.clear_options()
        losses.add_options(Option(row, disabled=goal is None) for goal, row in rows)
        losses.highlighted = 1 if place is None else place
        losses.scroll_to(y=top, animate=False)

    def _rows(self, loss: Loss, exploration: Exploration) -> Iterator[tuple[str | None, Content]]:
        """The rows of the list, each with the loss it leads to; headings lead to none."""
        from quiz_app.formulas.neighbours import neighbours_of, next_after
        from quiz_app.losses import get

        neighbours = neighbours_of(loss)
        related = {
            "What this loss is to others": [each for each in neighbours if not each.backwards],
            "What others are to this loss": [each for each in neighbours if each.backwards],
        }
        learned = {
            "Builds on": [get(name) for name in loss.builds_on],
            "What comes next": next_after(loss),
        }
        space = ""
        for heading, group in related.items():
            if group:
                yield None, literal(space + heading)
                space = "\n"
            for neighbour in group:
                yield neighbour.loss.name, self._neighbour(neighbour, exploration)
        for heading, others in learned.items():
            if others:
                yield None, literal(f"\n{heading}")
            for other in others:
                yield other.name, literal(other.title)

    def _neighbour(self, neighbour: Neighbour, exploration: Exploration) -> Content:
        """Title, sentence, and the formula with its numbers."""
        relation = neighbour.relation
        formula = f"{relation.formula}:  {self._reading(neighbour, exploration)}"
        lines = [*self._wrapped(relation.says), *self._wrapped(formula)]
        return Content.assemble(
            literal(neighbour.loss.title, "bold"), literal("".join(f"\n  {each}" for each in lines))
        )

    def _reading(self, neighbour: Neighbour, exploration: Exploration) -> str:
        """``0.375 = 0.375``, or where it can be read."""
        from quiz_app.maths.layout.numbers import number_text

        relation = neighbour.relation
        sides = neighbour.read(exploration.target, exploration.cursor, exploration.parameters)
        if sides is None:
            return "in numbers on its own screen"
        if isnan(sides[0]):
            return f"only where {relation.where}"
        left, right = (number_text(side, glyphs=self.context.glyphs) for side in sides)
        return f"{left}{_TIED}{relation.sign}{_TIED}{right}"

    def _wrapped(self, text: str) -> list[str]:
        return wrap(text, min(_WIDEST, max(_NARROWEST, self.size.width - 6)))
