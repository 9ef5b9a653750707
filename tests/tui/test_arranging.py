"""Putting in order, matching, filling gaps and giving a reason on the screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.widgets import Input

from quiz_app.bank.bank import Bank
from quiz_app.bank.file import read_bank_file
from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]

ARRANGED = """\
topic: regression
title: Regression losses
questions:
  - id: steps
    ask: order
    prompt: Put the derivation in order.
    steps: [likelihood, logarithm, sign]
  - id: pairs
    ask: match
    prompt: Which constant minimises it?
    pairs: [{left: MSE, right: mean}, {left: MAE, right: median}]
  - id: gaps
    ask: cloze
    prompt: The ___ minimises the MSE, whose slope at 0 for y = 1 is ___.
    gaps: [mean, {expression: 2*(0 - 1)}]
  - id: why
    ask: true_false
    prompt: The MSE of a deep network is convex in its weights.
    answer: false
    reasons: [{text: The network bends., right: true}, {text: The square bends.}]
"""


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """A bank of the kinds whose answers are arranged."""
    file = tmp_path / "arranged.yaml"
    file.write_text(ARRANGED, encoding="utf-8")
    read, faults = read_bank_file(file)
    assert faults == ()
    assert read is not None
    return Bank([read])


def rows(app: QuizApp, kind: str = ".option") -> list[str]:
    return [str(getattr(row, "content", "")) for row in app.screen.query(kind)]


async def test_steps_are_carried_to_their_places_and_sent(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    app = make_app("steps")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for place, word in enumerate(["likelihood", "logarithm", "sign"]):
            here = next(n for n, row in enumerate(rows(app)) if word in row)
            at = next(n for n, row in enumerate(rows(app)) if row.startswith("›"))
            await pilot.press(*["down" if here > at else "up"] * abs(here - at))
            if here == place + 1:
                await pilot.press("shift+up")
            elif here > place:
                await pilot.press("space", *["up"] * (here - place), "space")
        assert [row.split()[-1] for row in rows(app)] == ["likelihood", "logarithm", "sign"]
        shown = await settled(pilot, "enter")
        assert "✓ Right: each step stands after those it needs." in shown
        assert [row[0] for row in rows(app)] == ["✓"] * 3
    (attempt,) = context.history.attempts()
    assert (attempt.kind, attempt.verdict) == ("order", "right")


async def test_a_step_before_one_it_needs_is_marked(make_app: MakeApp, settled: Settled) -> None:
    app = make_app("steps")
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        assert "needs" in await settled(pilot, "enter")
        assert any(row.startswith("✗") for row in rows(app))


async def test_letters_are_given_to_parts_and_sent_once_none_is_missing(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    app = make_app("pairs")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "? There is no partner yet for 2." in await settled(pilot, "a", "enter")
        assert context.history.attempts() == ()
        partners = rows(app, ".partner")
        mean = next(row.split()[0] for row in partners if row.endswith("mean"))
        median = next(row.split()[0] for row in partners if row.endswith("median"))
        await settled(pilot, "up", "backspace", mean, median)
        assert "MSE → " + mean in rows(app, ".left")[0]
        assert "✓ Right." in await settled(pilot, "enter")
    assert context.history.attempts()[0].answer == f"1{mean} 2{median}"


async def test_gaps_are_filled_one_after_the_other_with_numbers_read_back(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    app = make_app("gaps")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "The __1__ minimises the MSE" in await settled(pilot)
        await settled(pilot, *"mea", "n", "enter", "minus", "4", "slash", "2")
        assert [line.value for line in app.screen.query(Input)] == ["mean", "-4/2"]
        assert "= −2" in await settled(pilot)
        assert "✓ Right." in await settled(pilot, "enter")
        assert all(line.disabled for line in app.screen.query(Input))
    assert context.history.attempts()[0].answer == "mean; -4/2"


async def test_an_empty_gap_is_gone_back_to(make_app: MakeApp, settled: Settled) -> None:
    app = make_app("gaps")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "? Gap 1 is empty." in await settled(pilot, "tab", "2", "enter")
        assert app.focused is app.screen.query(Input)[0]


async def test_a_reason_is_chosen_after_the_answer(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    app = make_app("why")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "The network bends." not in await settled(pilot)
        assert "The network bends." in await settled(pilot, "t")
        await settled(pilot, "backspace", "down", "enter")
        reason = next(row.split()[1] for row in rows(app, ".reason") if "network" in row)
        assert "✓ Right: it is false, and for that reason." in await settled(pilot, reason)
    assert context.history.attempts()[0].verdict == "right"
