"""Everything that is wrong with some content, sorted by place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from quiz_app.authoring.calls import check_calls, check_formula
from quiz_app.authoring.code import check_code
from quiz_app.authoring.draws import check_draws
from quiz_app.authoring.finding import Finding
from quiz_app.authoring.formulas import check_formulas
from quiz_app.authoring.lessons import check_lessons
from quiz_app.authoring.places import Places
from quiz_app.bank.bank import Bank, in_order
from quiz_app.bank.discovery import content_files, lesson_files
from quiz_app.bank.file import read_bank_file
from quiz_app.bank.model import BankFile, Question
from quiz_app.errors import ContentError

Check: TypeAlias = Callable[[Question], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (check_calls, check_formula, check_formulas, check_draws, check_code)
"""What is asked of every item that could be read; a new check is one more entry."""


def check_paths(
    paths: Sequence[Path], checks: Sequence[Check] = CHECKS
) -> tuple[ContentError, ...]:
    """Every fault in some content files and folders, by path, line and column.

    Raises QuizError for a path that does not exist.
    """
    files: list[BankFile] = []
    faults: list[ContentError] = []
    for path in content_files(paths):
        bank_file, found = read_bank_file(path)
        faults += found
        if bank_file is not None:
            files.append(bank_file)
            faults += _findings(path, bank_file, checks)
    bank = Bank(files, faults)
    return in_order((*bank.faults, *check_lessons(lesson_files(paths), bank)))


def _findings(path: Path, bank_file: BankFile, checks: Sequence[Check]) -> Iterator[ContentError]:
    found = [
        (item.source, finding)
        for item in bank_file.items
        for check in checks
        for finding in check(item)
    ]
    if not found:
        return
    places = Places(path)
    for source, finding in found:
        place = places.of(source, finding.field, finding.offset)
        yield ContentError(source.path, place.line, place.column, finding.problem, finding.remedy)
