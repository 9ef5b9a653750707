"""Number questions made of an answer and what is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from quiz_app.bank.model import AuthorMistake, Draw, NumberQuestion, Source, Tolerance

Ask: TypeAlias = Callable[..., NumberQuestion]

_ONE_PERCENT = Tolerance()


def _ask(
    answer: str,
    /,
    *mistakes: AuthorMistake,
    tolerance: Tolerance = _ONE_PERCENT,
    prompt: str = "What is it?",
    explain: str = "",
    **given: Draw,
) -> NumberQuestion:
    return NumberQuestion(
        id="q",
        topic="t",
        source=Source("t.yaml", 1, 1),
        prompt=prompt,
        explain=explain,
        answer=answer,
        given=tuple(given.items()),
        tolerance=tolerance,
        mistakes=mistakes,
    )


@pytest.fixture(scope="session")
def ask() -> Ask:
    """``ask("mse(y, p)", y=Fixed(…), p=Fixed(…))`` makes a number question."""
    return _ask
