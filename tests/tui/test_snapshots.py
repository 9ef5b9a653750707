"""A few screens as pictures; the pinned Textual draws them the same everywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from quiz_app.tui.app import QuizApp

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]
Compare: TypeAlias = Callable[..., bool]


async def _with_answer(pilot: Pilot[None], settled: Settled, text: str, *keys: str) -> None:
    await settled(pilot)
    field = pilot.app.screen.query_one(Input)
    field.cursor_blink = False
    field.value = text
    await settled(pilot, *keys)


def test_home(snap_compare: Compare, make_app: MakeApp) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24))


def test_an_answer_being_typed(snap_compare: Compare, make_app: MakeApp, settled: Settled) -> None:
    async def type_it(pilot: Pilot[None]) -> None:
        await _with_answer(pilot, settled, "1/4*(0.25+0.25+0.01+0.64)")

    assert snap_compare(make_app("mse.by-hand"), terminal_size=(80, 24), run_before=type_it)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_a_verdict_with_its_mistake(
    snap_compare: Compare, make_app: MakeApp, settled: Settled, size: tuple[int, int]
) -> None:
    async def answer(pilot: Pilot[None]) -> None:
        await _with_answer(pilot, settled, "1.15", "enter")

    assert snap_compare(make_app("mse.by-hand"), terminal_size=size, run_before=answer)
