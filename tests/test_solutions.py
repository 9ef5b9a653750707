"""Every code question that comes with the program can be answered, and its empty start cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz_app.bank import read_bank_file
from quiz_app.bank.model import CodeQuestion
from quiz_app.grading import grade
from quiz_app.paths import content_dir
from quiz_app.variants import make_variant
from quiz_app.variants.code import starting_code

_SOLUTIONS = Path(__file__).parent / "solutions"


def _questions() -> dict[str, CodeQuestion]:
    """Those of the files whose text asks for code."""
    files = (f for f in content_dir().rglob("*.yaml") if "ask: code" in f.read_text("utf-8"))
    read = (read_bank_file(file)[0] for file in files)
    return {
        item.id: item
        for bank_file in read
        if bank_file is not None
        for item in bank_file.items
        if isinstance(item, CodeQuestion)
    }


QUESTIONS = _questions()


@pytest.mark.parametrize("item", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_a_good_function_is_right(item: CodeQuestion) -> None:
    solution = (_SOLUTIONS / f"{item.id}.py").read_text("utf-8")
    verdict = grade(make_variant(item, 0), solution)
    assert verdict.outcome == "right", verdict.feedback


@pytest.mark.parametrize("item", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_the_empty_function_is_no_answer(item: CodeQuestion) -> None:
    assert grade(make_variant(item, 0), starting_code(item)).outcome == "invalid"
