"""Code questions as files write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from quiz_app.bank.model import CodeQuestion, LossOption, Question
from quiz_app.bank.signature import Signature, parse_signature
from quiz_app.errors import ContentError, QuizError

ReadItem: TypeAlias = Callable[[str], Question]
FaultsOf: TypeAlias = Callable[[str], list[ContentError]]

_HEAD = "id: q\nask: code\nprompt: Write it.\nagainst: huber\n"


def test_a_code_question_is_read_with_its_options(read_item: ReadItem) -> None:
    item = read_item(
        f"{_HEAD}function: f(y, p, delta=1.0)\ncomputes: gradient\nvectorised: false\n"
        "options: {delta: 2, from_logits: true}\n"
        "start: |\n  def f(y, p, delta=1.0):\n      return {}"
    )
    assert isinstance(item, CodeQuestion)
    assert (item.function, item.computes, item.vectorised) == (
        "f(y, p, delta=1.0)",
        "gradient",
        False,
    )
    assert item.options == (LossOption("delta", "2"), LossOption("from_logits", "true"))
    assert item.start.endswith("return {}")  # braces of Python are no placeholders


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("function: f(y)", "the function needs two arrays"),
        ("function: f y p", "this is not the first line of a function"),
        ("function: f(y, y)", "a name stands here twice"),
        ("function: f(y, lambda)", "Python keeps the word lambda for itself"),
        ("function: f(y, p=print())", "this is not the first line of a function"),
        ("function: f(y, p)\ncomputes: slope", "'slope' is not something that a loss computes"),
        ("function: f(y, p)\noptions: [delta]", "options of the loss are expected here"),
        ("function: f(y, p)\noptions: {delta: much}", "'much' is no value of an option"),
    ],
)
def test_a_code_question_with_a_fault_says_which(
    faults_of: FaultsOf, line: str, problem: str
) -> None:
    (fault,) = faults_of(_HEAD + line)
    assert problem.lower() in str(fault).lower()


def test_a_signature_is_taken_apart() -> None:
    expected = Signature("huber", ("y", "p"), ("delta", "k"))
    assert parse_signature("huber(y, p, delta=1.0, k)") == expected
    with pytest.raises(QuizError):
        parse_signature("f(y, p)\nimport os")
