from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase
from typing import TypeAlias

import pytest

Run: TypeAlias = Callable[..., tuple[int, str, str]]

_HEAD = "topic: t\ntitle: T\n"
_NUMBER = _HEAD + "questions:\n  - id: ID\n    ask: number\n    prompt: What?\n"

# A text, and where its one fault stands.
_BROKEN: dict[str, tuple[str, str]] = {
    "empty": ("", "1:1"),
    "no-topic": ("title: T", "1:1"),
    "tab": (_HEAD + "cards:\n\t- a", "4:1"),
    "quote": (_HEAD + "about: 'one\n", "3:8"),
    "colon": (_HEAD + "about: one: two", "3:11"),
    "alias": (_HEAD + "cards: *x", "3:8"),
    "tag": (_HEAD + "about: !!python/name:os.system x", "3:8"),
    "twice": (_HEAD + "topic: u", "3:1"),
    "documents": (_HEAD + "---\ntopic: u", "3:1"),
    "control": (_HEAD + "about: \x07", "3:8"),
    "nesting": (_HEAD + "about: " + "[" * 30, "3:28"),
    "card-key": (_HEAD + "cards:\n  - {id: ID, front: a, bakc: b}", "4:24"),
    "kind": (_HEAD + "questions: [{id: ID, ask: essay, prompt: a}]", "3:27"),
    "expression": (_NUMBER + "    answer: 1 +", "7:16"),
    "name": (_NUMBER + "    answer: y2", "7:13"),
    "function": (_NUMBER + "    answer: 2 + sqroot(2)", "7:17"),
    "arguments": (_NUMBER + "    answer: mse([1, 2])", "7:13"),
    "placeholder": (_NUMBER + "    answer: 1\n    explain: See {y.", "8:18"),
    "word": (_NUMBER + "    answer: mse([1, 2], [2, 3], reduction=d)", "7:43"),
    "formula": (_HEAD + "cards:\n  - {id: ID, front: a, formula: {loss: hubber}}", "4:40"),
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of files with a fault each."""
    for letter, (name, (text, _)) in zip(ascii_lowercase, _BROKEN.items(), strict=False):
        # Ids that repeat would be faults of their own.
        text = text.replace("ID", f"q{letter}")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_content_that_comes_with_the_program_is_right(run: Run) -> None:
    assert run("check") == (0, "No faults.\n", "")


def test_every_broken_file_is_named_with_line_and_column(run: Run, broken: Path) -> None:
    status, out, err = run("check", str(broken))
    assert (status, err) == (1, "")
    assert [line.split(": ", 1)[0] for line in out.splitlines()] == [
        f"{broken}/{name}.yaml:{place}"
        for name, (_, place) in sorted(_BROKEN.items(), key=lambda entry: f"{entry[0]}.yaml")
    ]


def test_one_file_can_be_checked_alone(run: Run, broken: Path) -> None:
    status, out, _ = run("check", str(broken / "name.yaml"))
    assert status == 1
    assert out.startswith(f"{broken}/name.yaml:7:13: 'y2' is not a given name")
    assert out.count("\n") == 1


@pytest.mark.usefixtures("only_small_bank")
def test_content_named_with_an_option_is_checked_with_the_rest(run: Run, tmp_path: Path) -> None:
    folders = tmp_path / "a", tmp_path / "b"
    for folder in folders:
        folder.mkdir()
        (folder / "colon.yaml").write_text(_BROKEN["colon"][0], encoding="utf-8")
    assert run("check") == (0, "No faults.\n", "")
    status, out, _ = run("--content", str(folders[0]), "check", "--content", str(folders[1]))
    assert status == 1
    assert [line.split(": ", 1)[0] for line in out.splitlines()] == [
        f"{folder}/colon.yaml:3:11" for folder in folders
    ]


def test_an_id_that_the_program_uses_already_is_a_fault(
    run: Run, only_small_bank: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(only_small_bank.read_bytes())
    status, out, _ = run("check", "--content", str(copy))
    assert status == 1
    first = f"{copy}:4:5: the id 'mse.card' is already that of {only_small_bank}:4:5; "
    assert out.startswith(first)
    assert out.count("\n") == 6
