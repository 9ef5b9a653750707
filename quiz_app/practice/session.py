"""One sitting: what is asked next follows from the plan and the answers so far."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import kind
from quiz_app.errors import QuizError
from quiz_app.grading import Verdict, grade
from quiz_app.progress import Attempt, Clock, History, StoredSession
from quiz_app.variants import Variant, is_shown_at_once, make_variant
from quiz_app.variants.draws import Chance
from quiz_app.variants.texts import every_text, hints

# A missed question returns after so many others, with other numbers …
_RETURNS_AFTER = 3

# … but not for ever: what was missed so often in one sitting is left for another day.
_MOST_TRIES = 3


class Session:
    """The questions still to come in one sitting, and the answers given in it.

    What is still to come is a fold over the recorded attempts, so an interrupted session is
    taken up where it stopped.
    """

    def __init__(self, stored: StoredSession, bank: Bank, history: History, clock: Clock) -> None:
        self.plan = stored.plan
        self._bank = bank
        self._history = history
        self._clock = clock
        self._waiting = list(stored.plan.items)
        self._tries: Counter[str] = Counter()
        self.attempts: list[Attempt] = []
        self.left_out: list[QuizError] = []
        self._variant: Variant | None = None
        self._shown_at = clock()
        self._hints_seen = 0
        for attempt in stored.attempts:
            self._move_on(attempt)

    @property
    def total(self) -> int:
        """How many answers there will be if all that is left is answered right."""
        return len(self.attempts) + sum(item in self._bank.items for item in self._waiting)

    @property
    def is_next_at_hand(self) -> bool:
        """Whether ``next`` returns without computing anything."""
        if self._variant is not None or not self._waiting:
            return True
        item = self._bank.items.get(self._waiting[0])
        return item is not None and is_shown_at_once(item)

    def next(self) -> Variant | None:
        """The question to show now, or None at the end; the same until it is answered.

        A question that cannot be drawn is left out and its fault kept in ``left_out``.
        """
        while self._variant is None and self._waiting:
            try:
                self._variant = self._drawn(self._waiting[0])
            except QuizError as error:
                left_out = self._waiting.pop(0)
                self.left_out.append(QuizError(f"{left_out}: {error.problem}", error.remedy))
            self._shown_at = self._clock()
            self._hints_seen = 0
        return self._variant

    def comes_back(self, key: str) -> bool:
        """Whether a question that was answered will be asked again in this sitting."""
        return key in self._waiting

    def hint(self) -> str | None:
        """One more hint to the current question, or None when there are no more."""
        variant = self._asked()
        given = hints(variant)
        if self._hints_seen >= len(given):
            return None
        self._hints_seen += 1
        return given[self._hints_seen - 1]

    def answer(self, answer: str, words: str | None = None) -> Verdict:
        """Judge an answer to the current question and record it, in this order.

        ``words`` is what the learner wrote where ``answer`` is only their own grade. When this
        returns, the attempt is durable; an invalid answer is not one and costs nothing.
        """
        variant = self._asked()
        verdict = grade(variant, answer)
        if verdict.outcome == "invalid":
            return verdict
        now = self._clock()
        attempt = Attempt(
            id=uuid4().hex,
            session=self.plan.id,
            item=variant.item.id,
            topic=variant.item.topic,
            kind=kind(variant.item),
            seed=variant.seed,
            answered_at=now,
            answer=answer if words is None else words,
            verdict=verdict.outcome,
            score=verdict.score,
            mistakes=tuple(mistake.name for mistake in verdict.mistakes),
            hints=self._hints_seen,
            # A clock that was set back must not make an answer impossible to record.
            seconds=max(0.0, (now - self._shown_at).total_seconds()),
        )
        if not self.attempts:
            # A session that was only looked at is none that was left, and takes no one's place.
            self._history.start_session(self.plan)
        self._history.record(attempt)
        self._move_on(attempt)
        return verdict

    def finish(self) -> None:
        """Close the session, so that it is not offered again."""
        self._history.finish_session(self.plan.id)

    def _asked(self) -> Variant:
        variant = self.next()
        if variant is None:
            raise QuizError("The session is over.", "Start another one.")
        return variant

    def _drawn(self, key: str) -> Variant:
        item = self._bank.item(key)
        variant = make_variant(item, self._seed(key))
        if not is_shown_at_once(item):
            # What cannot be computed must be found before it is asked, not after.
            every_text(variant)
        return variant

    def _move_on(self, attempt: Attempt) -> None:
        self.attempts.append(attempt)
        self._variant = None
        if attempt.item not in self._waiting:
            return
        # What stood before the question that was answered had been left out.
        del self._waiting[: self._waiting.index(attempt.item) + 1]
        self._tries[attempt.item] += 1
        if attempt.verdict == "wrong" and self._tries[attempt.item] < _MOST_TRIES:
            self._waiting.insert(_RETURNS_AFTER, attempt.item)

    def _seed(self, key: str) -> int:
        """Fresh numbers for each sitting and each return, yet the same after an interruption."""
        return Chance(f"{self.plan.seed}\n{key}\n{self._tries[key]}").below(1_000_000)
