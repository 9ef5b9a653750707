"""The list of losses and the view of one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from threading import Event
from typing import TypeAlias

import pytest

from quiz_app.errors import QuizError
from quiz_app.formulas import FormulaCache, ahead
from quiz_app.formulas.properties import Property, PropertyCache
from quiz_app.losses import Loss
from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context
from quiz_app.tui.screens import losses
from quiz_app.tui.screens.loss import LossScreen

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]


async def test_a_loss_is_shown_with_what_was_derived_from_it(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "Mean squared error" in await settled(pilot, "l")
        shown = await settled(pilot, "enter")
        assert "= 2 (ŷ − y)" in shown
        assert "c = ȳ" in shown
        assert "MSE, MAE and Huber for y = 3" in shown
        assert "Mean squared error" not in (await settled(pilot, "n")).splitlines()[0]


async def test_arrows_turn_the_marked_number_and_the_readings_follow(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot, "l")
        assert "Gradient" in await settled(pilot, "enter")
        curves = await settled(pilot, "tab")
        assert "Gradient" not in curves
        assert "‹ŷ = 1›" in curves
        assert "MSE    4    slope −4" in curves
        assert "MSE    3.61  slope −3.8" in await settled(pilot, "right")
        assert "‹y = 2.5›" in await settled(pilot, "down", "left")
        assert "Gradient" in await settled(pilot, "shift+tab")


async def test_losses_are_added_and_removed_in_a_list(make_app: MakeApp, settled: Settled) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot, "l", "enter")
        assert "■ Mean absolute error" in await settled(pilot, "c")
        without = await settled(pilot, "space")
        assert "□ Mean squared error" in without
        assert "MAE and Huber for y = 3" in without
        assert without.splitlines()[0].strip() == "MAE, Huber"
        refused = await settled(pilot, "down", "down", "space", "down", "space")
        assert "From one to four at a time" in refused
        assert "Huber loss for y = 3" in refused
        assert (await settled(pilot, "q")).startswith(" Mean squared error")


async def test_only_what_does_something_is_offered(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.app.push_screen(LossScreen("tversky", context))
        formulas = (await settled(pilot, "s")).splitlines()
        assert "‹Formulas›" in formulas[1]
        assert not {"Slope", "Turn", "Derive"} & set(formulas[-1].split())
        assert {"Slope", "Turn"} <= set((await settled(pilot, "tab")).splitlines()[-1].split())


async def test_losses_are_listed_in_groups(make_app: MakeApp, settled: Settled) -> None:
    async with make_app().run_test(size=(80, 40)) as pilot:
        shown = (await settled(pilot, "l")).splitlines()
        headings = [line.strip() for line in shown]
        assert headings.index("Regression") < headings.index("Binary classification")
        assert "Regression" not in await settled(pilot, "enter")


async def test_what_does_not_fit_below_the_curves_can_be_scrolled_to(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app().run_test(size=(40, 12)) as pilot:
        await settled(pilot, "l")
        curves = await settled(pilot, "down", "enter", "tab")
        assert "Huber  1.5" in curves
        assert "HSE    2" not in curves
        assert "HSE    2" in await settled(pilot, "j")


async def test_the_slopes_are_drawn_on_the_smallest_screen(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app().run_test(size=(40, 12)) as pilot:
        await settled(pilot, "l", "enter")
        assert (await settled(pilot, "s")).startswith(" Formulas: Mean squared error")
        shown = (await settled(pilot, "tab", "s")).splitlines()
        assert any("┼" in line or "┤" in line for line in shown)
        assert any("ŷ = 1" in line for line in shown)
        assert any("Huber  1.5  slope −1" in line for line in shown)


async def test_neighbours_are_read_at_the_cursor_and_gone_to(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app().run_test(size=(80, 40)) as pilot:
        await pilot.app.push_screen(LossScreen("mse", context, pane="neighbours"))
        neighbours = await settled(pilot)
        assert "‹Neighbours›" in neighbours
        assert "HSE = MSE/2:  2\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}2" in neighbours
        assert "1.805\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}1.805" in await settled(pilot, "right")
        assert "Half squared error" in (await settled(pilot, "enter")).splitlines()[0]
        assert "Mean squared error" in (await settled(pilot, "escape")).splitlines()[0]


async def test_libraries_that_follow_another_convention_are_named(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.app.push_screen(LossScreen("huber", context, pane="neighbours"))
        shown = await settled(pilot, "tab")
        assert "quiz-app  " in shown
        assert "PyTorch  " in shown


async def test_properties_are_shown_up_to_where_the_examination_fails(
    make_app: MakeApp, settled: Settled, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_by_one(_: PropertyCache, loss: Loss) -> Iterator[Property]:
        yield Property("convex", True, "proven", f"{loss.short} is.", "By [b]looking[/b] at it.")
        raise QuizError("The algebra takes too long.", "Try another loss.")

    monkeypatch.setattr(PropertyCache, "one_by_one", one_by_one)
    async with make_app().run_test(size=(120, 40)) as pilot:
        await pilot.app.push_screen(LossScreen("mse", context, pane="properties"))
        shown = await settled(pilot)
        assert "✓ convex: yes (proven)" in shown
        assert "MSE is." in shown
        assert "By [b]looking[/b] at it." in shown
        assert "The algebra takes too long. Try another loss." in shown
        assert "MSE, MAE and Huber for y = 3" in shown


async def test_formulas_are_derived_while_the_list_is_open_and_no_longer(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = Event(), Event()

    def derive_until_stopped(_: FormulaCache, stopped: Callable[[], bool]) -> None:
        begun.set()
        while not stopped():
            ended.wait(0.001)
        ended.set()

    monkeypatch.setattr(ahead, "derive_ahead", derive_until_stopped)
    monkeypatch.setattr(losses, "_BROWSING", 0.01)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        assert await asyncio.to_thread(begun.wait, 10)
        assert not ended.is_set()
        await pilot.press("escape")
        assert await asyncio.to_thread(ended.wait, 10)
