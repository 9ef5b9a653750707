"""Writing a function on the screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.widgets import TextArea

from quiz_app.bank import read_bank_file
from quiz_app.bank.bank import Bank
from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]

_BANK = """\
topic: regression
title: Regression
questions:
  - {id: mse, ask: code, prompt: Write it., function: "f(y, p)", against: mse}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    file = tmp_path / "code.yaml"
    file.write_text(_BANK, encoding="utf-8")
    read, faults = read_bank_file(file)
    assert faults == ()
    assert read is not None
    return Bank([read])


async def test_a_function_is_typed_run_and_judged(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("mse").run_test(size=(80, 24)) as pilot:
        assert "def f(y, p):" in await settled(pilot)
        await pilot.press("d", "=", "y", "-", "p", "enter", *"return", "space", *"np.sum(d*d)")
        program = pilot.app.screen.query_one(TextArea)
        assert program.text.endswith("\n    d=y-p\n    return np.sum(d*d)")
        shown = await settled(pilot, "ctrl+s")
        assert "✗ Not quite: on ordinary numbers it is wrong." in shown
        assert "You added the losses up" in shown
        assert program.read_only
        assert "tried again" in await settled(pilot, "t")
        assert pilot.app.screen.query_one(TextArea).text == program.text
    (attempt,) = context.history.attempts()
    assert attempt.answer == program.text
    assert attempt.mistakes == ("sum_instead_of_mean",)


async def test_esc_stops_what_is_running_and_nothing_is_recorded(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("mse").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        program = pilot.app.screen.query_one(TextArea)
        program.text = "def f(y, p):\n    while True: pass"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert program.read_only
        assert "Stopped; nothing is recorded." in await settled(pilot, "escape")
        assert not program.read_only
    assert context.history.attempts() == ()
