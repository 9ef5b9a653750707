"""The learner's commonest mistakes, and practice on them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from quiz_app.progress import Attempt, SessionPlan
from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]


async def test_before_the_first_mistake_there_is_none_to_practise(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "None was recognised yet." in await settled(pilot, "s")
        assert "No mistake of yours is known" in await settled(pilot, "m")


async def test_a_mistake_is_told_and_leads_to_a_session(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    plan = SessionPlan(
        id="s", mode="practice", topics=(), seed=1, items=(), started_at=context.clock()
    )
    context.history.start_session(plan)
    context.history.record(
        Attempt(
            id="slip",
            session="s",
            item="mse.by-hand",
            topic="regression",
            kind="number",
            seed=1,
            answered_at=context.clock(),
            answer="1.15",
            verdict="wrong",
            score=0.0,
            mistakes=("sum_instead_of_mean",),
        )
    )
    async with make_app().run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        shown = " ".join((await settled(pilot, "s")).split())
        assert "1 answer · 0 right (0%)" in shown
        assert "1 time, last today: You added the losses up" in shown
        assert "Question 1 of 1" in await settled(pilot, "m")
        assert "Your commonest mistakes" in await settled(pilot, "escape", "escape")
