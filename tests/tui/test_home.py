"""The home screen and the ways from it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import pytest

from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_home_shows_topics_and_score_and_leads_into_a_session_and_back(
    make_app: MakeApp, settled: Settled, context: Context, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        shown = await settled(pilot)
        assert "Nothing answered yet" in shown
        assert "Regression losses" in shown
        assert "0/6" in shown
        assert "Question 1 of 1" in await settled(pilot, "c")
        assert "Question 2 of 2" in await settled(pilot, "space", "1")
        shown = " ".join((await settled(pilot, "escape")).split())
        assert "Press r to continue: Regression losses (1 of 2 answered)" in shown
        assert "1 answer · 0 right (0%)" in shown
        assert "Question 2 of 2" in await settled(pilot, "r")
        assert "1/6" in await settled(pilot, "escape")
        assert "Question 1 of 6" in await settled(pilot, "enter")


async def test_cards_alone_can_be_gone_through(make_app: MakeApp, settled: Settled) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown = await settled(pilot, "c")
        assert "Question 1 of 1" in shown
        assert "Write the mean squared error." in shown


async def test_help_lists_the_keys_of_the_screen_it_was_called_from(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown = await settled(pilot, "question_mark")
        assert "Start the chosen topic" in shown
        assert "Nothing answered yet" in await settled(pilot, "q")


async def test_q_ends_the_application_from_home(make_app: MakeApp, settled: Settled) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running
