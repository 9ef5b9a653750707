"""Content files and folders → what they hold, and every fault in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from quiz_app.bank.bank import Bank, by_id, in_order
from quiz_app.bank.cache import Cache
from quiz_app.bank.discovery import content_files
from quiz_app.bank.faults import Faults, TooManyFaultsError
from quiz_app.bank.fields import Fields
from quiz_app.bank.items import read_card, read_question
from quiz_app.bank.model import BankFile, Question, Topic
from quiz_app.bank.nodes import MappingNode, Node
from quiz_app.bank.reading import Reader, list_of, read_identifier, read_text
from quiz_app.bank.source import read_source
from quiz_app.errors import ContentError

_FILE_KEYS = ("topic", "title", "about", "cards", "questions")


def load_banks(folders: Sequence[Path], cache_dir: Path | None) -> Bank:
    """Everything in some folders, read again only where a file has changed since the last time.

    Without a cache folder every file is read. Raises QuizError when a folder is missing; faults
    in files are collected in the bank.
    """
    cache = Cache(cache_dir)
    files: list[BankFile] = []
    faults: list[ContentError] = []
    for path in content_files(folders):
        bank_file, found = cache.get(path, read_bank_file)
        faults += found
        if bank_file is not None:
            files.append(bank_file)
    return Bank(files, faults)


def read_bank_file(path: Path) -> tuple[BankFile | None, tuple[ContentError, ...]]:
    """What a file holds and its faults from top to end.

    An item with a fault is left out and its neighbours stay. There is no bank file when the text
    is not YAML, the topic has a fault, or the faults reach a thousand.
    """
    # A start that finds every file in the cache never needs PyYAML.
    from quiz_app.bank.compose import compose

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
