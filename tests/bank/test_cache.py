from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz_app.bank import cache as cache_module
from quiz_app.bank.cache import Cache, Contents
from quiz_app.bank.file import read_bank_file
from quiz_app.bank.loader import load_banks
from quiz_app.bank.model import Fixed

Write = Callable[[str, str], Path]

TEXT = """
topic: t
title: T
cards:
  - {id: good, front: a, back: '{y}', given: {y: [[1, 2], [3, 4]], z: 1, w: [1, 2]}}
  - {id: bad, front: a}
"""


EVERY_KIND = """
topic: t
title: T
about: All of it.
questions:
  - id: number
    ask: number
    prompt: What?
    given:
      a: {uniform: [0, 1], size: 3}
      b: {choice: [0, 1]}
      c: {probabilities: 3, rows: 2}
      d: {one_hot: 3}
      f: {labels: 3, size: [2, 2]}
      g: [[1, 2], [3, 4]]
      h: a + 1
    answer: mean(a)
    tolerance: {digits: 3}
    mistakes: [{name: sum, answer: sum(a), say: It is a mean.}]
    formula: {loss: mse, show: hessian}
  - {id: choice, ask: choice, prompt: a, options: [{text: a, right: true}, {text: b}]}
  - {id: choices, ask: choices, prompt: a, options: [{text: a, right: true}, {text: b}]}
  - {id: true_false, ask: true_false, prompt: a, answer: true}
  - {id: open, ask: open, prompt: a, answer: b, points: [c]}
"""


class Readings:
    """Reads bank files and remembers which."""

    def __init__(self) -> None:
        self.paths: list[Path] = []

    def __call__(self, path: Path) -> Contents:
        self.paths.append(path)
        return read_bank_file(path)


def described(contents: Contents) -> tuple[object, list[str]]:
    bank_file, faults = contents
    return bank_file, [str(fault) for fault in faults]


def test_what_is_kept_is_what_was_read(write: Write, tmp_path: Path) -> None:
    path = write("file.yaml", TEXT)
    readings = Readings()
    first = Cache(tmp_path / "cache").get(path, readings)
    again = Cache(tmp_path / "cache").get(path, readings)
    assert len(readings.paths) == 1
    assert described(again) == described(first)
    bank_file, faults = again
    assert bank_file is not None
    assert dict(bank_file.items[0].given)["y"] == Fixed((("1", "2"), ("3", "4")))
    assert [fault.line for fault in faults] == [5]


def test_every_kind_of_question_is_kept_whole(write: Write, tmp_path: Path) -> None:
    path = write("file.yaml", EVERY_KIND)
    readings = Readings()
    first, again = (Cache(tmp_path / "cache").get(path, readings) for _ in range(2))
    assert len(readings.paths) == 1
    assert first[1] == ()
    assert again == first


def test_a_changed_file_is_read_again(write: Write, tmp_path: Path) -> None:
    cache, readings = Cache(tmp_path / "cache"), Readings()
    path = write("file.yaml", TEXT)
    cache.get(path, readings)
    write("file.yaml", TEXT + "  - {id: more, front: a, back: b}\n")
    bank_file, _ = cache.get(path, readings)
    assert len(readings.paths) == 2
    assert bank_file is not None
    assert [item.id for item in bank_file.items] == ["good", "more"]


def test_a_file_of_the_same_size_and_another_time_is_read_again(
    write: Write, tmp_path: Path
) -> None:
    cache, readings = Cache(tmp_path / "cache"), Readings()
    path = write("file.yaml", TEXT)
    cache.get(path, readings)
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    cache.get(path, readings)
    assert len(readings.paths) == 2


def test_another_version_of_the_program_reads_again(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = Readings()
    path = write("file.yaml", TEXT)
    Cache(tmp_path / "cache").get(path, readings)
    monkeypatch.setattr(cache_module, "__version__", "another")
    Cache(tmp_path / "cache").get(path, readings)
    assert len(readings.paths) == 2


@pytest.mark.parametrize("damage", [b"", b"\x93", b"not a cache", b"\x83\xa3key\xc0"])
def test_a_damaged_entry_is_read_again_and_mended(
    write: Write, tmp_path: Path, damage: bytes
) -> None:
    cache, readings = Cache(tmp_path / "cache"), Readings()
    path = write("file.yaml", TEXT)
    first = cache.get(path, readings)
    [entry] = (tmp_path / "cache").iterdir()
    entry.write_bytes(damage)
    assert described(cache.get(path, readings)) == described(first)
    cache.get(path, readings)
    assert len(readings.paths) == 2


def test_a_cache_that_cannot_be_written_is_no_error(write: Write, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    bank_file, _ = Cache(blocked / "cache").get(write("file.yaml", TEXT), read_bank_file)
    assert bank_file is not None


def test_a_path_that_is_not_unicode_is_read_every_time(write: Write, tmp_path: Path) -> None:
    path = write("caf\udce9.yaml", TEXT)
    bank_file, _ = Cache(tmp_path / "cache").get(path, read_bank_file)
    assert bank_file is not None


def test_writing_leaves_only_the_entries_behind(write: Write, tmp_path: Path) -> None:
    folder = write("1.yaml", TEXT).parent
    write("2.yaml", TEXT)
    load_banks([folder], tmp_path / "cache")
    assert sorted(path.suffix for path in (tmp_path / "cache").iterdir()) == [".bank", ".bank"]


def test_a_start_with_a_full_cache_does_not_import_yaml(write: Write, tmp_path: Path) -> None:
    folder = write("file.yaml", TEXT).parent
    program = (
        "import sys; from pathlib import Path; from quiz_app.bank.loader import load_banks;"
        "bank = load_banks([Path(sys.argv[1])], Path(sys.argv[2]));"
        "heavy = ('yaml', 'numpy', 'sympy', 'textual');"
        "print(*bank.items, *(module for module in heavy if module in sys.modules))"
    )
    command = [sys.executable, "-c", program, str(folder), str(tmp_path / "cache")]
    outputs = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    ]
    assert outputs == [["good", "yaml"], ["good"]]
