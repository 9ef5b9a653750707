from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

_HEAD = "topic: t\ntitle: T\n"
_NUMBER = _HEAD + "questions:\n  - id: q\n    ask: number\n    prompt: What?\n"

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
    "card-key": (_HEAD + "cards:\n  - {id: c, front: a, bakc: b}", "4:23"),
    "kind": (_HEAD + "questions: [{id: q, ask: essay, prompt: a}]", "3:26"),
    "expression": (_NUMBER + "    answer: 1 +", "7:16"),
    "name": (_NUMBER + "    answer: y2", "7:13"),
    "function": (_NUMBER + "    answer: 2 + sqroot(2)", "7:17"),
    "arguments": (_NUMBER + "    answer: mse([1, 2])", "7:13"),
    "placeholder": (_NUMBER + "    answer: 1\n    explain: See {y.", "8:18"),
    "word": (_NUMBER + "    answer: mse([1, 2], [2, 3], reduction=d)", "7:43"),
    "formula": (_HEAD + "cards:\n  - {id: c, front: a, formula: {loss: hubber}}", "4:39"),
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of files with a fault each."""
    for name, (text, _) in _BROKEN.items():
        # Ids that repeat would be faults of their own.
        text = text.replace("id: q", f"id: q.{name}").replace("id: c", f"id: c.{name}")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_content_that_comes_with_the_program_is_right(run: Run) -> None:
    assert run("check") == (0, "", "")


def test_every_broken_file_is_named_with_line_and_column(run: Run, broken: Path) -> None:
    status, out, err = run("check", str(broken))
    assert (status, err) == (1, "")
    found = [line.split(": ", 1)[0] for line in out.splitlines()]
    # Ids on the same line move a fault to the right.
    shift = {"card-key": 9, "kind": 5, "formula": 8}
    assert found == [
        f"{broken}/{name}.yaml:{line}:{int(column) + shift.get(name, 0)}"
        for name, (line, column) in sorted(
            (name, place.split(":")) for name, (_, place) in _BROKEN.items()
        )
    ]


def test_one_file_can_be_checked_alone(run: Run, broken: Path) -> None:
    status, out, _ = run("check", str(broken / "name.yaml"))
    assert status == 1
    assert out.startswith(f"{broken}/name.yaml:7:13: 'y2' is not a given name")
    assert out.count("\n") == 1


def test_content_named_with_an_option_is_checked_with_the_rest(run: Run, broken: Path) -> None:
    for file in broken.iterdir():
        if file.stem != "colon":
            file.unlink()
    status, out, _ = run("check", "--content", str(broken))
    assert status == 1
    assert out.startswith(f"{broken}/colon.yaml:3:11: ")
    assert out.count("\n") == 1


def test_an_id_that_the_program_uses_already_is_a_fault(run: Run, small_bank_file: Path) -> None:
    status, out, _ = run("check", "--content", str(small_bank_file.parent))
    assert status == 1
    assert f"{small_bank_file}:11:5: the id 'mse.by-hand' is already that of " in out
