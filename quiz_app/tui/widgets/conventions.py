"""Which conventions a loss follows, and what libraries do instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget

from quiz_app.tui.literal import Words

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.losses.conventions import Convention


class ConventionsView(VerticalScroll, can_focus=False):
    """The sentence on conventions, then a table for each question on which libraries differ."""

    DEFAULT_CSS = """
    ConventionsView Words { max-width: 90; margin-bottom: 1; }
    ConventionsView .heading, ConventionsView .given { margin-bottom: 0; }
    ConventionsView .practice { height: auto; }
    ConventionsView .practice Words { width: auto; margin: 0; }
    ConventionsView .practice .says { width: 1fr; }
    ConventionsView .call { padding-left: 2; color: $text-muted; margin-bottom: 0; }
    ConventionsView .last { margin-bottom: 1; }
    """

    def tell(self, loss: Loss) -> None:
        """Show the conventions about this loss."""
        from quiz_app.losses.conventions import conventions_of

        found = conventions_of(loss.name)
        sentence = loss.convention or "Nothing is known on which libraries differ here."
        self.mount(Words(sentence))
        for convention in found:
            self.mount_all(list(_table(convention)))


def _table(convention: Convention) -> Iterator[Widget]:
    """The question, the example, and for each library its answer and the call that gives it."""
    practices = (convention.ours, *convention.practices)
    answers = [convention.answer(practice) for practice in practices]
    libraries = max(len(practice.library) for practice in practices)
    width = max(map(len, answers))
    yield Words(convention.question, classes="heading")
    yield Words(f"For {convention.given}:", classes="given")
    for practice, answer in zip(practices, answers, strict=True):
        yield Horizontal(
            Words(f"{practice.library:<{libraries}}  {answer:<{width}}  "),
            Words(practice.says, classes="says"),
            classes="practice",
        )
        yield Words(practice.call, classes="call last" if practice is practices[-1] else "call")
