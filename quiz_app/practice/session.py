"""One sitting: what is asked next follows from the plan and the answers so far."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

from msgspec.structs import replace

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import Question, kind
from quiz_app.errors import QuizError
from quiz_app.grading import Verdict, grade
from quiz_app.grading.stopping import Stop, never
from quiz_app.practice.agenda import Agenda
from quiz_app.progress import Attempt, Clock, History, StoredSession
from quiz_app.variants import Variant, is_shown_at_once, make_variant
from quiz_app.variants.draws import Chance
from quiz_app.variants.texts import every_text, hints

# Draws among which one is looked for that tells apart the mistakes that may have been made.
_DRAWS = 8


class Session:
    """The questions still to come in one sitting, and the answers given in it.

    What is still to come is a fold over the recorded attempts, so an interrupted session is
    taken up where it stopped. ``attempts`` are those that count: a question tried again with
    the same numbers is recorded, too, but its answer had been shown.
    """

    def __init__(self, stored: StoredSession, bank: Bank, history: History, clock: Clock) -> None:
        self.plan = stored.plan
        self._bank = bank
        self._history = history
        self._clock = clock
        self._agenda = Agenda(stored.plan.items)
        self.attempts: list[Attempt] = []
        self.left_out: list[QuizError] = []
        self._variant: Variant | None = None
        self._shown_at = clock()
        self._hints_seen: Counter[str] = Counter()
        self._missed: Variant | None = None
        self._is_mended = False
        self.is_retry = False
        for attempt in stored.attempts:
            self._move_on(attempt)

    @property
    def total(self) -> int:
        """How many answers there will be if all that is left is answered right."""
        return len(self.attempts) + sum(item in self._bank.items for item in self._agenda)

    @property
    def is_next_at_hand(self) -> bool:
        """Whether ``next`` returns without computing anything."""
        first = self._agenda.first
        if self._variant is not None or first is None:
            return True
        item = self._bank.items.get(first)
        return item is not None and is_shown_at_once(item)

    def next(self) -> Variant | None:
        """The question to show now, or None at the end; the same until it is answered.

        A question that cannot be drawn is left out and its fault kept in ``left_out``.
        """
        while self._variant is None and (key := self._agenda.first) is not None:
            try:
                self._show(self._drawn(key))
            except QuizError as error:
                self._agenda.leave_out(key)
                self.left_out.append(QuizError(f"{key}: {error.problem}", error.remedy))
        return self._variant

    def comes_back(self, key: str) -> bool:
        """Whether a question that was answered will be asked again in this sitting."""
        return key in self._agenda

    @property
    def hints_seen(self) -> tuple[str, ...]:
        """The hints to the current question that were given so far."""
        variant = self._asked()
        seen = self._hints_seen[variant.item.id]
        return hints(variant)[:seen] if seen else ()

    def hint(self) -> str | None:
        """One more hint to the current question, or None when there are no more."""
        variant = self._asked()
        given, seen = hints(variant), self._hints_seen[variant.item.id]
        if seen >= len(given):
            return None
        self._hints_seen[variant.item.id] += 1
        return given[seen]

    def judge(self, answer: str, stopped: Stop = never) -> Verdict:
        """Judge an answer to the current question without recording it, on any thread.

        Raises Stopped when ``stopped`` says that nobody waits for the verdict any longer.
        """
        return grade(self._asked(), answer, stopped)

    def answer(
        self, answer: str, words: str | None = None, judged: Verdict | None = None
    ) -> Verdict:
        """Judge an answer to the current question, unless it was, and record it, in this order.

        ``words`` is what the learner wrote where ``answer`` is only their own grade. When this
        returns, the attempt is durable; an invalid answer is not one and costs nothing.
        """
        variant = self._asked()
        judged = judged or self.judge(answer)
        outcome = judged.outcome
        if outcome == "invalid":
            return judged
        verdict = self._in_this_sitting(variant, judged)
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
            verdict=outcome,
            score=verdict.score,
            mistakes=tuple(mistake.name for mistake in verdict.mistakes),
            hints=self._hints_seen[variant.item.id],
            # A clock that was set back must not make an answer impossible to record.
            seconds=max(0.0, (now - self._shown_at).total_seconds()),
            retry=self.is_retry,
        )
        if not self.attempts:
            # A session that was only looked at is none that was left, and takes no one's place.
            self._history.start_session(self.plan)
        self._history.record(attempt)
        self._is_mended = outcome == "right"
        self._missed = variant if self.is_retry or not self._is_mended else None
        self._move_on(attempt)
        return verdict

    @property
    def can_skip(self) -> bool:
        """Whether there is another question to ask before the current one."""
        variant = self._variant
        return variant is not None and (
            self.is_retry or any(key != variant.item.id for key in self._agenda)
        )

    def skip(self) -> None:
        """Ask the current question after all the others; the hints that were seen stay seen."""
        if not self.is_retry:
            self._agenda.skip(self._asked().item.id)
        self._variant = self._missed = None
        self.is_retry = False

    @property
    def can_retry(self) -> bool:
        """Whether the question just missed can be tried again with the same numbers."""
        if self._missed is None or self._is_mended:
            return False
        from quiz_app.practice.again import can_be_retried

        return can_be_retried(self._missed.item)

    def retry(self) -> None:
        """Ask the question just missed again; the answer was shown, so nothing is counted."""
        if self.can_retry and self._missed is not None:
            self._show(self._missed)
            self.is_retry = True

    @property
    def can_renew(self) -> bool:
        """Whether the question just missed can be asked at once with other numbers."""
        if self._missed is None:
            return False
        from quiz_app.practice.again import asks_anew

        return asks_anew(self._missed.item)

    def renew(self) -> None:
        """Ask the question just missed with other numbers, now instead of later.

        Raises QuizError when they cannot be drawn.
        """
        if self.can_renew and self._missed is not None:
            self._show(self._drawn(self._missed.item.id))

    def finish(self) -> None:
        """Close the session, so that it is not offered again."""
        self._history.finish_session(self.plan.id)

    def _asked(self) -> Variant:
        variant = self.next()
        if variant is None:
            raise QuizError("The session is over.", "Start another one.")
        return variant

    def _show(self, variant: Variant) -> None:
        self._variant = variant
        self.is_retry = False
        self._shown_at = self._clock()

    def _drawn(self, key: str) -> Variant:
        item = self._bank.item(key)
        variant = self._telling_variant(item)
        if not is_shown_at_once(item):
            # What cannot be computed must be found before it is asked, not after.
            every_text(variant)
        return variant

    def _telling_variant(self, item: Question) -> Variant:
        """The variant that is due; if mistakes are suspected, one that tells them apart."""
        suspects = self._agenda.suspects(item.id)
        if len(suspects) < 2:
            return make_variant(item, self._seed(item.id))
        from quiz_app.practice.narrowing import most_telling

        return most_telling(item, suspects, (self._seed(item.id, n) for n in range(_DRAWS)))

    def _in_this_sitting(self, variant: Variant, verdict: Verdict) -> Verdict:
        """The verdict in the light of the earlier answers and of the hints."""
        from quiz_app.grading.hints import after_hints
        from quiz_app.practice.narrowing import narrowed

        if self.is_retry:
            told = "You had seen the answer, so this is not counted."
            return replace(verdict, feedback=f"{verdict.feedback} {told}")
        key = variant.item.id
        verdict = narrowed(variant, verdict, self._agenda.suspects(key))
        return after_hints(verdict, self._hints_seen[key])

    def _move_on(self, attempt: Attempt) -> None:
        self._variant = None
        self.is_retry = False
        del self._hints_seen[attempt.item]
        if not attempt.retry:
            self.attempts.append(attempt)
            self._agenda.take(attempt)

    def _seed(self, key: str, draw: int = 0) -> int:
        """Fresh numbers for each sitting and each return, yet the same after an interruption."""
        again = f"\n{draw}" if draw else ""
        text = f"{self.plan.seed}\n{key}\n{self._agenda.tries(key)}{again}"
        return Chance(text).below(1_000_000)
