"""What is still to come in one sitting, as it follows from the plan and the answers so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from quiz_app.progress import Attempt

# A missed question returns after so many others, with other numbers …
_RETURNS_AFTER = 3

# … but not for ever: what was missed so often in one sitting is left for another day.
_MOST_TRIES = 3


class Agenda:
    """The questions still to come: a fold over the attempts that count.

    What was skipped or left out since the last answer is passed over. An answer then moves what
    stood before its question to the end, so that the fold needs to know of no skipping.
    """

    def __init__(self, items: Iterable[str]) -> None:
        self._waiting = list(items)
        self._skipped: set[str] = set()
        self._left_out: set[str] = set()
        self._tries: Counter[str] = Counter()
        self._suspects: dict[str, frozenset[str]] = {}
        self._last = ""

    def __iter__(self) -> Iterator[str]:
        """The questions still to come, those left out not among them."""
        return (key for key in self._waiting if key not in self._left_out)

    def __contains__(self, key: str) -> bool:
        return key in self._waiting and key not in self._left_out

    @property
    def first(self) -> str | None:
        """The question to ask next; one that was skipped only when no other is left."""
        able = list(self)
        return next((key for key in able if key not in self._skipped), able[0] if able else None)

    def tries(self, key: str) -> int:
        """How often a question was answered."""
        return self._tries[key]

    def suspects(self, key: str) -> frozenset[str]:
        """The mistakes that the wrong answers to a question have in common; none at first."""
        return self._suspects.get(key, frozenset())

    def skip(self, key: str) -> None:
        """Ask a question after all the others."""
        self._skipped.add(key)
        if self._skipped.issuperset(self):
            self._skipped = {key}

    def leave_out(self, key: str) -> None:
        """Ask a question no more in this sitting."""
        self._left_out.add(key)

    def take(self, attempt: Attempt) -> None:
        """Move on by one answer."""
        item, repeated = attempt.item, attempt.item == self._last
        self._last = item
        self._tries[item] += 1
        if attempt.mistakes:
            self._suspects[item] = frozenset(attempt.mistakes)
        if item in self._waiting:
            place = self._waiting.index(item)
            # A question that was asked again at once took nobody's turn.
            passed = [] if repeated else self._waiting[:place]
            self._waiting = self._waiting[len(passed) : place] + self._waiting[place + 1 :] + passed
        self._skipped.clear()
        if attempt.verdict == "wrong" and self._tries[item] < _MOST_TRIES:
            self._waiting.insert(_RETURNS_AFTER, item)
