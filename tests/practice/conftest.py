"""A bank of statements, numbers that change, and questions that cannot be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import TypeAlias

import pytest

from quiz_app.bank import Bank, read_bank_file
from quiz_app.bank.model import NumberQuestion, TrueFalseQuestion
from quiz_app.practice import Session
from quiz_app.progress import Clock, History, SessionPlan, StoredSession, open_history
from quiz_app.variants import Variant

Start: TypeAlias = Callable[..., Session]
Answer: TypeAlias = Callable[[Variant], str]

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

STATEMENTS = "".join(
    f"  - {{id: s{n}, ask: true_false, prompt: {n} > 3., answer: {str(n > 3).lower()}}}\n"
    for n in range(8)
)

BANK = f"""\
topic: mixed
title: Mixed
questions:
{STATEMENTS}
  - id: number
    ask: number
    prompt: The mean squared error of {{p}} for {{y}}?
    given:
      y: {{uniform: [-3, 3], step: 0.5, size: 3}}
      p: {{uniform: [-3, 3], step: 0.5, size: 3}}
    answer: mse(y, p)
    hints: [First square., Then average.]
  - id: without-value
    ask: number
    prompt: What?
    answer: log(0)
  - id: without-text
    ask: number
    prompt: What?
    answer: "2"
    explain: It is {{log(0)}}.
"""


@pytest.fixture(scope="session")
def mixed_bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """Statements s0 to s7, ``number``, ``without-value`` and ``without-text``."""
    path = tmp_path_factory.mktemp("bank") / "mixed.yaml"
    path.write_text(BANK, encoding="utf-8")
    bank_file, faults = read_bank_file(path)
    assert faults == ()
    assert bank_file is not None
    return Bank([bank_file])


@pytest.fixture(scope="module")
def shared_history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    """A history that the examples of a property share; each has a session of its own."""
    folder = tmp_path_factory.mktemp("history")
    with open_history(folder, lambda: NOON) as opened:
        yield opened


@pytest.fixture(scope="session")
def start() -> Start:
    """``start(bank, history, clock, "a", "b")`` is a session that asks a, then b."""
    number = count()

    def started(bank: Bank, history: History, clock: Clock, *items: str, seed: int = 1) -> Session:
        plan = SessionPlan(
            id=f"sitting {next(number)}",
            mode="practice",
            topics=tuple(topic.key for topic in bank.topics),
            seed=seed,
            items=items,
            started_at=clock(),
        )
        history.start_session(plan)
        return Session(StoredSession(plan, ()), bank, history, clock)

    return started


@pytest.fixture(scope="session")
def right() -> Answer:
    """The right answer to a statement or a number."""
    return lambda variant: _answer(variant, right=True)


@pytest.fixture(scope="session")
def wrong() -> Answer:
    """A wrong answer to a statement or a number."""
    return lambda variant: _answer(variant, right=False)


def _answer(variant: Variant, *, right: bool) -> str:
    match variant.item:
        case TrueFalseQuestion(answer=truth):
            return "true" if truth == right else "false"
        case NumberQuestion():
            assert variant.answer is not None
            return repr(variant.answer if right else 100 + variant.answer)
        case other:
            raise AssertionError(f"no answer is known to {other.id}")


@pytest.fixture(scope="session")
def asked_in_turn(right: Answer, wrong: Answer) -> Callable[[Session, Sequence[bool]], list[str]]:
    """The items a session asks when the answers are right as listed, and right thereafter."""

    def ask(session: Session, are_right: Sequence[bool] = ()) -> list[str]:
        asked: list[str] = []
        while (variant := session.next()) is not None:
            is_right = are_right[len(asked)] if len(asked) < len(are_right) else True
            session.answer((right if is_right else wrong)(variant))
            asked.append(variant.item.id)
        return asked

    return ask
