"""The list of derivations, and one of them step by step."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import pytest

from quiz_app.formulas.derivations import all_derivations, derivation
from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context
from quiz_app.tui.screens.derivations import DerivationsScreen

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]

SECOND = derivation("bce.sigmoid")

_PLACE = all_derivations().index(SECOND)


async def test_a_derivation_is_uncovered_step_by_step(make_app: MakeApp, settled: Settled) -> None:
    async with make_app().run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        listed = await settled(pilot, "d")
        assert all(each.title in listed for each in all_derivations())
        begun = await settled(pilot, *["down"] * _PLACE, "enter")
        assert SECOND.title in begun
        assert "3 steps to go" in begun
        assert "Chain rule" not in begun
        assert "The rule: Chain rule." in await settled(pilot, "h")
        first = await settled(pilot, "space")
        assert "1. Chain rule" in first
        assert "2. Cancel" not in first
        done = await settled(pilot, "space", "space")
        assert "= σ(z) − y" in done
        assert SECOND.remark[:40] in done
        assert "This was the last step." in done
        covered = await settled(pilot, "b")
        assert "= σ(z) − y" not in covered
        assert "1 step to go" in covered
        assert "Derivations" in (await settled(pilot, "space", "space")).splitlines()[0]


@pytest.mark.parametrize("width", [40, 80])
async def test_the_newest_step_is_in_sight_on_a_small_screen(
    make_app: MakeApp, settled: Settled, width: int
) -> None:
    async with make_app().run_test(size=(width, 12)) as pilot:
        await settled(pilot)
        await settled(pilot, "d")
        shown = await settled(pilot, "enter", *["space"] * 2)
        assert "This was the last step." in shown


async def test_a_loss_has_the_derivations_that_explain_it(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        pilot.app.push_screen(DerivationsScreen(context, "hinge"))
        shown = await settled(pilot)
        assert derivation("hinge.subgradient").title in shown
        assert SECOND.title not in shown
        pilot.app.push_screen(DerivationsScreen(context, "without one"))
        assert "There is no derivation for this loss." in await settled(pilot)
