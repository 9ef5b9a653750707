"""Expression questions made of their formula and its variables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.grading import Verdict, grade
from quiz_app.variants import Variant

LABEL_AND_LOGIT = "{y: {choice: [0, 1]}, z: {uniform: [-5, 5]}}"
REGRESSION = "{y: {uniform: [-3, 3]}, p: {uniform: [-3, 3]}}"


@pytest.fixture
def judged(variant: Callable[..., Variant]) -> Callable[..., Verdict]:
    """``judged("p - y", "mse(y, p)")`` is the verdict on the first as an answer for the second."""

    def judge(
        answer: str, right: str, variables: str = REGRESSION, shown: str = "0", more: str = ""
    ) -> Verdict:
        question = (
            f"ask: expression\nprompt: Which?\nvariables: {variables}\n"
            f'answer: "{right}"\nshown: "{shown}"\n{more}'
        )
        return grade(variant(question), answer)

    return judge
