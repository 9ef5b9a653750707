"""All topics and items that were read, and how to find one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from quiz_app.bank.model import BankFile, Question, Topic
from quiz_app.bank.wording import nearest, quoted
from quiz_app.errors import ContentError, QuizError

# So many names are read at a glance.
_FEW = 15


class Bank:
    """Topics in the order they were read, their items by id, and the faults met on the way.

    Files with the same topic key are one topic, titled as in the first of them. Of two items
    with one id the first stays; the other is a fault.
    """

    def __init__(self, files: Iterable[BankFile] = (), faults: Iterable[ContentError] = ()) -> None:
        files = tuple(files)
        self._topics: dict[str, Topic] = {}
        for file in files:
            self._topics.setdefault(file.topic.key, file.topic)
        self.items, repetitions = by_id(item for file in files for item in file.items)
        self.faults = in_order((*faults, *repetitions))
        self._by_topic: dict[str, list[Question]] = {key: [] for key in self._topics}
        for item in self.items.values():
            self._by_topic[item.topic].append(item)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics in the order they were read."""
        return tuple(self._topics.values())

    def topic(self, key: str) -> Topic:
        """One topic; raises QuizError, naming the nearest key, when there is none."""
        if key not in self._topics:
            raise _unknown("topic", key, self._topics)
        return self._topics[key]

    def in_topic(self, key: str) -> tuple[Question, ...]:
        """The items of a topic in the order they were read; raises QuizError for an unknown one."""
        return tuple(self._by_topic[self.topic(key).key])

    def named(self, names: Sequence[str]) -> tuple[Question, ...]:
        """The items of the topics named and those named by id, each once; all for no name.

        Raises QuizError for a name that is neither.
        """
        if not names:
            return tuple(self.items.values())
        found: dict[str, Question] = {}
        for name in names:
            items = (self.items[name],) if name in self.items else self.in_topic(name)
            found |= {item.id: item for item in items}
        return tuple(found.values())

    def item(self, id: str) -> Question:  # noqa: A002 - the field's own name
        """One question or card; raises QuizError, naming the nearest id, when there is none."""
        if id not in self.items:
            raise _unknown("question or card", id, self.items)
        return self.items[id]


def by_id(items: Iterable[Question]) -> tuple[dict[str, Question], tuple[ContentError, ...]]:
    """The items by id, and a fault for each whose id an earlier item has."""
    found: dict[str, Question] = {}
    repetitions: list[ContentError] = []
    for item in items:
        first = found.setdefault(item.id, item)
        if first is not item:
            place, other = item.source, first.source
            repetitions.append(
                ContentError(
                    place.path,
                    place.line,
                    place.column,
                    f"the id '{item.id}' is already that of "
                    f"{other.path}:{other.line}:{other.column}",
                    "give one of the two another id",
                )
            )
    return found, tuple(repetitions)


def in_order(faults: Iterable[ContentError]) -> tuple[ContentError, ...]:
    """Faults by path, line and column."""
    return tuple(sorted(faults, key=lambda fault: (fault.path, fault.line, fault.column)))


def _unknown(kind: str, key: str, known: Collection[str]) -> QuizError:
    near = nearest(key, known)
    if near:
        remedy = f"Did you mean '{near}'?"
    elif len(known) <= _FEW:
        remedy = f"Known: {', '.join(known)}."
    else:
        remedy = "Write it as its content file does."
    return QuizError(f"There is no {kind} {quoted(key)}.", remedy)
