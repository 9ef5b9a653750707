"""What all ways of answering have in common."""

from __future__ import annotations

from textual.containers import Vertical
from textual.message import Message

from quiz_app.grading import Verdict
from quiz_app.variants import Variant


class AnswerArea(Vertical):
    """Where a question is answered; it says so with ``Answered`` and never judges."""

    class Answered(Message):
        """An answer to be judged; ``words`` is what was written where the answer is a grade."""

        def __init__(self, answer: str, words: str | None = None) -> None:
            super().__init__()
            self.answer = answer
            self.words = words

    def __init__(self, variant: Variant) -> None:
        super().__init__()
        self.variant = variant

    def begin(self) -> None:
        """Take the focus, if there is something to type."""

    def take_up(self, answer: str) -> None:
        """Begin with an earlier answer, where it is worth mending."""

    def wait(self, reason: str) -> None:
        """Say that the answer is being judged, where that takes a while."""

    def object(self, problem: str) -> None:
        """Say why an answer could not be read."""

    def conclude(self, verdict: Verdict) -> None:
        """Take no more answers; show how this one stands to the right one."""

    @property
    def goes_on_at_once(self) -> bool:
        """Whether the learner has seen all there is to see once the answer is given."""
        return False
