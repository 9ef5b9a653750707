from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import TypeAlias

import pytest

from quiz_app.bank.file import read_bank_file
from quiz_app.bank.model import Question
from quiz_app.errors import ContentError

Write: TypeAlias = Callable[[str, str], Path]
ReadItem: TypeAlias = Callable[[str], Question]
FaultsOf: TypeAlias = Callable[[str], list[ContentError]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of the content folder, its text dedented."""

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def read_item(write: Write) -> ReadItem:
    """Reads one question, given by its lines."""

    def read(lines: str) -> Question:
        bank_file, faults = read_bank_file(write("one.yaml", _file(lines)))
        assert faults == ()
        assert bank_file is not None
        [item] = bank_file.items
        return item

    return read


@pytest.fixture
def faults_of(write: Write) -> FaultsOf:
    """The faults of one question, given by its lines; the first is line 4."""

    def read(lines: str) -> list[ContentError]:
        bank_file, faults = read_bank_file(write("one.yaml", _file(lines)))
        assert bank_file is not None
        assert bool(faults) == (bank_file.items == ())
        return list(faults)

    return read


def _file(lines: str) -> str:
    first, *others = dedent(lines).strip("\n").split("\n")
    item = "\n".join([f"  - {first}", *(f"    {line}" for line in others)])
    return f"topic: t\ntitle: T\nquestions:\n{item}\n"
