"""Whether lessons can be read, are complete, and name topics and questions that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from quiz_app import paths
from quiz_app.bank.bank import Bank
from quiz_app.bank.loader import load_banks
from quiz_app.bank.wording import nearest, quoted
from quiz_app.errors import ContentError
from quiz_app.lessons import Lesson, read_lesson

SECTIONS = (
    "Intuition",
    "Key points",
    "When to use",
    "Formulas",
    "Pitfalls",
    "Interview questions",
    "Code",
)
"""The sections of every lesson, in their order."""

_TOPIC_LINE = 2


def check_lessons(files: Iterable[Path], bank: Bank) -> Iterator[ContentError]:
    """Every fault in some lessons.

    They may name what is in ``bank`` or comes with the program.
    """
    known = _Known(bank)
    for path in files:
        lesson, faults = read_lesson(path)
        yield from faults
        if lesson is not None:
            yield from _wrong_sections(path, lesson)
            yield from _unknown(path, lesson, known)


class _Known:
    """What lessons may name; what comes with the program is read when it is asked for."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    def has_topic(self, key: str) -> bool:
        return key in self.topics or key in _topics(self._own)

    def has_item(self, name: str) -> bool:
        return name in self.items or name in self._own.items

    @property
    def topics(self) -> tuple[str, ...]:
        return _topics(self._bank)

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(self._bank.items)

    @cached_property
    def _own(self) -> Bank:
        return load_banks((paths.content_dir(),), paths.cache_dir())


def _wrong_sections(path: Path, lesson: Lesson) -> Iterator[ContentError]:
    if lesson.sections == SECTIONS:
        return
    missing = next((section for section in SECTIONS if section not in lesson.sections), None)
    yield ContentError(
        str(path),
        1,
        1,
        "the sections are not those of a lesson"
        if missing is None
        else f"the section {quoted(missing)} is missing",
        f"write, in this order: {', '.join(SECTIONS)}",
    )


def _unknown(path: Path, lesson: Lesson, known: _Known) -> Iterator[ContentError]:
    """A topic and questions that do not exist."""
    if not known.has_topic(lesson.topic):
        yield ContentError(
            str(path),
            _TOPIC_LINE,
            1,
            f"there is no topic {quoted(lesson.topic)}",
            _advice(lesson.topic, known.topics, "write it as the files of its questions do"),
        )
    for link in lesson.questions:
        if not known.has_item(link.id):
            yield ContentError(
                str(path),
                link.line,
                link.column,
                f"there is no question or card {quoted(link.id)}",
                _advice(link.id, known.items, "write the id as its content file does"),
            )


def _advice(name: str, known: Iterable[str], otherwise: str) -> str:
    near = nearest(name, known)
    return f"did you mean '{near}'" if near else otherwise


def _topics(bank: Bank) -> tuple[str, ...]:
    return tuple(topic.key for topic in bank.topics)
