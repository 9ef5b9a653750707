"""Where lessons are: beside the questions of their topic."""

from __future__ import annotations

from pathlib import Path

from quiz_app.bank.bank import Bank
from quiz_app.bank.discovery import LESSON
from quiz_app.bank.model import Topic
from quiz_app.errors import QuizError
from quiz_app.lessons.file import read_lesson, topic_of
from quiz_app.lessons.model import Lesson


def lesson_of(topic: str, bank: Bank) -> Lesson:
    """The lesson of a topic. Raises QuizError for an unknown topic and one without a lesson."""
    path = _path(bank.topic(topic), bank)
    if path is None:
        taught = ", ".join(each.key for each in taught_topics(bank))
        raise QuizError(
            f"There is no lesson about {bank.topic(topic).title} yet.",
            f"There is one about: {taught}." if taught else "Practise it, questions explain, too.",
        )
    lesson, faults = read_lesson(path)
    if lesson is None:
        raise faults[0]
    return lesson


def taught_topics(bank: Bank) -> tuple[Topic, ...]:
    """The topics that have a lesson, in the order of the bank."""
    return tuple(topic for topic in bank.topics if _path(topic, bank) is not None)


def _path(topic: Topic, bank: Bank) -> Path | None:
    folders = dict.fromkeys(Path(item.source.path).parent for item in bank.in_topic(topic.key))
    paths = (folder / LESSON for folder in folders)
    return next((path for path in paths if topic_of(path) == topic.key), None)
