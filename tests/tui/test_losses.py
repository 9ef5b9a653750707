"""The list of losses and the view of one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from quiz_app.tui.app import QuizApp

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]


async def test_a_loss_is_shown_with_what_was_derived_from_it(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app().run_test(size=(80, 60)) as pilot:
        await settled(pilot)
        assert "Mean squared error" in await settled(pilot, "l")
        shown = await settled(pilot, "enter")
        assert "= 2 (ŷ − y)" in shown
        assert "c = ȳ" in shown
        assert "MSE, MAE and Huber for y = 3" in shown
        assert "Mean absolute error" in (await settled(pilot, "n")).splitlines()[0]
