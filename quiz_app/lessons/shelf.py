"""Where lessons are: beside the questions of their topic."""

from __future__ import annotations

from pathlib import Path

from quiz_app.bank.bank import Bank
from quiz_app.bank.discovery import LESSON
from quiz_app.bank.model import Topic
from quiz_app.bank.wording import quoted
from quiz_app.errors import QuizError
from quiz_app.lessons.file import read_lesson, topic_of
from quiz_app.lessons.model import Lesson
from quiz_app.losses import get, is_loss


def lesson_of(topic: str, bank: Bank) -> Lesson:
    """The lesson of a topic, which is named by its key or its title.

    Raises QuizError for an unknown topic and one without a lesson.
    """
    found = _topic(topic, bank)
    path = _path(found, bank)
    if path is None:
        taught = ", ".join(each.key for each in taught_topics(bank))
        raise QuizError(
            f"There is no lesson about {found.title} yet.",
            f"There is one about: {taught}." if taught else "Practise it, questions explain, too.",
        )
    lesson, faults = read_lesson(path)
    if lesson is None:
        raise faults[0]
    return lesson


def taught_topics(bank: Bank) -> tuple[Topic, ...]:
    """The topics that have a lesson, in the order of the bank."""
    return tuple(topic for topic in bank.topics if _path(topic, bank) is not None)


def _topic(name: str, bank: Bank) -> Topic:
    """The topic of that key or title; for the name of a loss, a refusal that names its topic."""
    titled = [each for each in bank.topics if each.title.casefold() == name.casefold()]
    if titled:
        return titled[0]
    names = {name, *_names_of_loss(name)}
    about = [item.topic for item in bank.items.values() if item.id.partition(".")[0] in names]
    if about and name not in {each.key for each in bank.topics}:
        raise QuizError(f"There is no topic {quoted(name)}.", f"Did you mean '{about[0]}'?")
    return bank.topic(name)


def _names_of_loss(name: str) -> tuple[str, ...]:
    if not is_loss(name):
        return ()
    loss = get(name)
    return (loss.name, *loss.aliases)


def _path(topic: Topic, bank: Bank) -> Path | None:
    folders = dict.fromkeys(Path(item.source.path).parent for item in bank.in_topic(topic.key))
    paths = (folder / LESSON for folder in folders)
    return next((path for path in paths if topic_of(path) == topic.key), None)
