"""An application over the small bank, and ways to wait for it and to read its screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest
from textual.pilot import Pilot

from quiz_app.bank.bank import Bank
from quiz_app.maths.algebra import Algebra
from quiz_app.practice import Session
from quiz_app.progress import Clock, History, SessionPlan, StoredSession
from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]


@pytest.fixture(autouse=True)
def still_screen(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> None:
    """Nothing moves by itself, and formulas are derived once for all tests of the run."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("QUIZ_APP_CACHE", str(cache_folder))


@pytest.fixture
def context(bank: Bank, history: History, clock: Clock, chance: Random) -> Iterator[Context]:
    with Algebra() as algebra:
        yield Context(bank, history, clock, chance, algebra)


@pytest.fixture
def make_app(context: Context) -> MakeApp:
    """An application at home, or in a session over the items that are named."""

    def make(*items: str) -> QuizApp:
        if not items:
            return QuizApp(context)
        plan = SessionPlan(
            id="sitting",
            mode="practice",
            topics=("regression",),
            seed=1,
            items=items,
            started_at=context.clock(),
        )
        context.history.start_session(plan)
        stored = StoredSession(plan, ())
        return QuizApp(context, Session(stored, context.bank, context.history, context.clock))

    return make


@pytest.fixture
def settled() -> Settled:
    """Wait until nothing is under way, then read the screen as text."""

    async def settle(pilot: Pilot[None], *keys: str) -> str:
        if keys:
            await pilot.press(*keys)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    return settle
