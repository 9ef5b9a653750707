from __future__ import annotations

from datetime import UTC, datetime

import pytest

from quiz_app.progress import Attempt, History, SessionPlan
from quiz_app.progress import history as module

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("number", [0, 1, 2, 4, 5])
def test_attempts_are_read_in_order_a_page_at_a_time(
    history: History, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(module, "_PAGE", 2)
    history.start_session(
        SessionPlan(id="s", mode="practice", topics=(), seed=1, items=(), started_at=NOW)
    )
    for place in range(number):
        history.record(
            Attempt(
                id=f"a{place}",
                session="s",
                item="i",
                topic="t",
                kind="number",
                seed=1,
                answered_at=NOW,
                answer="1",
                verdict="right",
                score=1,
            )
        )
    assert tuple(history.each_attempt()) == history.attempts()
    assert len(history.attempts()) == number
