"""One content file → what it holds, and every fault in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quiz_app.bank.bank import by_id, in_order
from quiz_app.bank.compose import compose
from quiz_app.bank.faults import Faults, TooManyFaultsError
from quiz_app.bank.fields import Fields
from quiz_app.bank.items import read_card, read_question
from quiz_app.bank.model import BankFile, Question, Topic
from quiz_app.bank.nodes import MappingNode, Node
from quiz_app.bank.reading import Reader, list_of, read_identifier, read_text
from quiz_app.bank.source import read_source
from quiz_app.errors import ContentError

_FILE_KEYS = ("topic", "title", "about", "cards", "questions")


def read_bank_file(path: Path) -> tuple[BankFile | None, tuple[ContentError, ...]]:
    """What a file holds and its faults from top to end.

    An item with a fault is left out and its neighbours stay. There is no bank file when the text
    is not YAML, the topic has a fault, or the faults reach a thousand.
    """
    # A start that finds every file in the cache never needs PyYAML.

    faults = Faults(str(path))
    try:
        text = read_source(path)
        root = compose(text, faults)
        bank_file = None if root is None else _read_file(root, faults)
    except ContentError as error:
        return None, (error,)
    except TooManyFaultsError:
        return None, faults.in_order()
    if bank_file is None:
        return None, faults.in_order()
    items, repetitions = by_id(bank_file.items)
    sound = BankFile(bank_file.topic, tuple(items.values()))
    return sound, in_order((*faults.in_order(), *repetitions))


def _read_file(root: Node, faults: Faults) -> BankFile | None:
    fields = Fields(root, faults, "a content file", _FILE_KEYS)
    before = len(faults)
    topic = Topic(
        key=fields.required("topic", read_identifier, ""),
        title=fields.required("title", read_text, ""),
        about=fields.optional("about", read_text, ""),
    )
    has_topic = isinstance(root, MappingNode) and len(faults) == before

    def item(read: Callable[[Node, str, Faults], Question | None]) -> Reader[Question | None]:
        return lambda node, faults: read(node, topic.key, faults)

    cards = fields.optional("cards", list_of(item(read_card), "cards"), ())
    questions = fields.optional("questions", list_of(item(read_question), "questions"), ())
    sound = tuple(found for found in (*cards, *questions) if found is not None)
    return BankFile(topic, sound) if has_topic else None
