"""What is found wrong with code questions before anyone meets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz_app.authoring.checker import check_paths

_HEAD = "topic: t\ntitle: T\nquestions:\n  - id: q\n    ask: code\n    prompt: Write it.\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("function: f(y, p)\nagainst: huber", ""),
        ("function: f(y, p)\nagainst: hubber", "8:14: there is no loss named 'hubber'"),
        ("function: f(y, p, k)\nagainst: huber", "8:14: huber has no option k"),
        (
            "function: f(y, p)\nagainst: huber\nstart: |\n  def g(y, p):\n      pass",
            "there is no function 'f' in this",
        ),
        ("function: f(y, p)\nagainst: huber\nstart: 'def f('", "Python cannot read this"),
    ],
)
def test_a_code_question_is_held_against_its_loss(tmp_path: Path, lines: str, found: str) -> None:
    file = tmp_path / "one.yaml"
    file.write_text(_HEAD + "".join(f"    {line}\n" for line in lines.split("\n")), "utf-8")
    faults = check_paths([file])
    assert len(faults) == bool(found)
    assert not found or found in str(faults[0])
