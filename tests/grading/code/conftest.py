"""A question that asks for binary cross-entropy, and verdicts on what is written for it."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent, indent
from typing import TypeAlias

import pytest
from msgspec.structs import replace

from quiz_app.bank.model import CodeQuestion, Source
from quiz_app.grading import Verdict
from quiz_app.grading.code.grade import grade_code
from quiz_app.grading.code.sandbox import Limits
from quiz_app.variants import make_variant

MakeQuestion: TypeAlias = Callable[..., CodeQuestion]
Judged: TypeAlias = Callable[..., Verdict]


@pytest.fixture
def question() -> MakeQuestion:
    """A code question with some of its fields changed."""

    def make(
        function: str = "bce(y, p)", against: str = "binary_crossentropy", **fields: object
    ) -> CodeQuestion:
        item = CodeQuestion(
            id="q",
            topic="t",
            source=Source("x.yaml", 1, 1),
            prompt="Write it.",
            function=function,
            against=against,
        )
        return replace(item, **fields)

    return make


@pytest.fixture
def judged(question: MakeQuestion) -> Judged:
    """The verdict on a body of ``bce(y, p)``, within short limits."""

    def judge(body: str, seconds: float = 5.0, **fields: object) -> Verdict:
        item = question(**fields)
        written = f"import numpy as np\ndef {item.function}:\n{indent(dedent(body), '    ')}\n"
        limits = Limits(seconds=seconds, printed=10_000, results=100_000)
        return grade_code(make_variant(item, 0), item, written, limits=limits)

    return judge
