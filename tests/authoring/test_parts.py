"""Parts that a draw makes alike and gaps without a value are found by the checker."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest

from quiz_app.authoring import check_paths

LETTERS = "prompt: Go.\ngiven: {x: 1}\n"


def faults_of(path: Path, question: str) -> list[str]:
    """The faults of one question, without the path; its keys begin in line 5, column 5."""
    body = indent(dedent(question), "    ")
    path.write_text(f"topic: t\ntitle: T\nquestions:\n  - id: q\n{body}", encoding="utf-8")
    return [str(fault).removeprefix(f"{path}:") for fault in check_paths([path])]


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (
            f"ask: order\n{LETTERS}steps: ['{{x}}', '1']",
            "8:21: drawn with seed 0, another of the steps reads '1', too; ",
        ),
        (
            f"ask: match\n{LETTERS}pairs: [{{left: a, right: '1'}}, {{left: b, right: '{{x}}'}}]",
            "8:54: drawn with seed 0, another of the pairs reads '1', too; ",
        ),
        (
            f"ask: match\n{LETTERS}pairs: [{{left: a, right: b}}, {{left: c, right: '1'}}]\n"
            "others: ['{x}']",
            "9:15: drawn with seed 0, another of the pairs reads '1', too; ",
        ),
        (
            f"ask: choice\n{LETTERS}options: [{{text: '{{x}}', right: true}}, {{text: '1'}}]",
            "8:51: drawn with seed 0, another of the options reads '1', too; ",
        ),
        (
            f"ask: order\n{LETTERS}steps: [a, 'b {{1/0}}']",
            "8:17: drawn with seed 0, a division by zero has no value here; ",
        ),
        (
            "ask: cloze\nprompt: A ___.\ngiven: {x: 1}\ngaps: [{expression: log(x - 1)}]",
            "8:25: drawn with seed 0, the logarithm of zero is infinite; ",
        ),
        (
            "ask: cloze\nprompt: A ___.\ngiven: {x: [1, 2]}\ngaps: [{expression: 2*x}]",
            "8:25: drawn with seed 0, the gap 2*x is an array of shape (2,); take one element",
        ),
        (
            "ask: cloze\nprompt: A ___.\ngaps: [{expression: 'msee(1, 2)'}]",
            "7:26: there is no function or loss 'msee'; did you mean 'mse'",
        ),
    ],
)
def test_what_cannot_be_asked_is_named_at_its_place(
    tmp_path: Path, question: str, fault: str
) -> None:
    (found,) = faults_of(tmp_path / "one.yaml", question)
    assert found.startswith(fault)


def test_parts_that_stay_apart_are_no_fault(tmp_path: Path) -> None:
    apart = f"ask: order\n{LETTERS}steps: ['{{x}}', '2', 'x']"
    assert faults_of(tmp_path / "one.yaml", apart) == []
