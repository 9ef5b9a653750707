"""Commands that hand out and take over: export, import."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quiz_app.bank.model import Question
from quiz_app.cli import places
from quiz_app.cli.misuse import MisuseError, named_on_the_command_line
from quiz_app.export.draft import new_file
from quiz_app.export.tables import Row, write_csv, write_json

if TYPE_CHECKING:
    from quiz_app.formulas import FormulaCache

_WRITERS = {"csv": write_csv, "json": write_json}


def export(options: Namespace) -> int:
    """Write a file in the form that was asked for, and say what is in it."""
    if options.attempts and options.form not in _WRITERS:
        raise MisuseError("Attempts are exported as csv or json.", "Name one of these.")
    match options.form:
        case "anki":
            content = _to_anki(options)
        case "notebook":
            content = _to_notebook(options)
        case _ if options.attempts:
            content = _attempts_to_table(options)
        case _:
            content = _questions_to_table(options)
    print(f"{options.file}: {content}.")
    return 0


def import_cards(options: Namespace) -> int:
    """Write the cards of a file of Anki into a content file."""
    from quiz_app.imports.anki import read_anki
    from quiz_app.imports.card_file import card_file

    found = read_anki(options.file)
    key = _topic_key(options.file.stem)
    text = card_file(key, options.file.stem, found.cards)
    target: Path = options.to / f"{key}.yaml"
    with new_file(target, force=options.force) as draft:
        draft.write_text(text, encoding="utf-8")
    print(f"{target}: {_counted(len(found.cards), 'card')}.")
    if found.left_out:
        print(f"Notes without a second side, or there twice, were left out: {found.left_out}.")
    print(f"Go through them with: quiz-app review {key} --content {options.to}")
    return 0


def _to_anki(options: Namespace) -> str:
    from quiz_app.export.anki import anki_library, anki_package
    from quiz_app.export.flashcards import flashcard

    # What is missing is said before minutes of work, not after.
    anki_library()
    bank, items = places.bank(options), _items(options)
    with new_file(options.file, force=options.force) as draft, _formulas() as formulas:
        cards = (flashcard(item, formulas) for item in items)
        draft.write_bytes(anki_package(bank.topics, cards, places.now()))
    return _counted(len(items), "note")


def _to_notebook(options: Namespace) -> str:
    from quiz_app.export.notebook import notebook, notebook_library
    from quiz_app.lessons import lesson_of

    if len(options.topics) != 1:
        raise MisuseError("A notebook is about one topic.", "Name one, such as regression.")
    notebook_library()
    bank = places.bank(options)
    with named_on_the_command_line():
        lesson = lesson_of(options.topics[0], bank)
    with new_file(options.file, force=options.force) as draft, _formulas() as formulas:
        draft.write_text(notebook(lesson, bank, formulas), encoding="utf-8")
    return f"the lesson {lesson.title}"


def _questions_to_table(options: Namespace) -> str:
    from quiz_app.export.questions import COLUMNS, question_rows

    items = _items(options)
    with _formulas() as formulas:
        count = _write_table(options, COLUMNS, question_rows(items, formulas))
    return _counted(count, "row")


def _attempts_to_table(options: Namespace) -> str:
    from quiz_app.export.attempts import COLUMNS, attempt_rows

    with places.history(options) as history:
        attempts = (
            attempt
            for attempt in history.each_attempt()
            if not options.topics or attempt.topic in options.topics
        )
        count = _write_table(options, COLUMNS, attempt_rows(attempts))
    return _counted(count, "attempt")


def _write_table(options: Namespace, columns: tuple[str, ...], rows: Iterable[Row]) -> int:
    with (
        new_file(options.file, force=options.force) as draft,
        draft.open("w", encoding="utf-8", newline="") as stream,
    ):
        return _WRITERS[options.form](columns, rows, stream)


def _items(options: Namespace) -> tuple[Question, ...]:
    """The items of the topics named, or all."""
    bank = places.bank(options)
    with named_on_the_command_line():
        return bank.named(options.topics)


@contextmanager
def _formulas() -> Iterator[FormulaCache]:
    """What formulas are taken from; attempts and imports do without."""
    from quiz_app import paths
    from quiz_app.formulas import FormulaCache
    from quiz_app.maths.algebra import Algebra

    with Algebra() as algebra:
        yield FormulaCache(paths.formula_dir(), algebra)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _topic_key(name: str) -> str:
    """A name of a file as the key of a topic."""
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "anki"
