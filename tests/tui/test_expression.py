"""Answering with a formula on the screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.widgets import Input

from quiz_app.bank.bank import Bank
from quiz_app.bank.file import read_bank_file
from quiz_app.tui.app import QuizApp

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]

QUESTION = """\
topic: regression
title: Regression losses
questions:
  - id: mse.derive
    ask: expression
    prompt: Differentiate the squared error (p − y)² by p.
    variables: {y: {uniform: [-3, 3]}, p: {uniform: [-3, 3]}}
    answer: gradient(mse(y, p))
    shown: 2(p - y)
"""


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    file = tmp_path / "one.yaml"
    file.write_text(QUESTION, encoding="utf-8")
    read, faults = read_bank_file(file)
    assert faults == ()
    assert read is not None
    return Bank([read])


async def test_a_formula_is_typeset_while_it_is_typed_and_then_judged(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app("mse.derive").run_test(size=(80, 24)) as pilot:
        assert "Answer in y and p, for −3 ≤ y ≤ 3 and −3 ≤ p ≤ 3." in await settled(pilot)
        pilot.app.screen.query_one(Input).value = "(p-q"
        assert "'q' is not a name known here" in await settled(pilot)
        assert "? At character 4" in await settled(pilot, "enter")
        pilot.app.screen.query_one(Input).value = "(p-y)/2"
        assert "p − y\n" in (await settled(pilot)).replace(" \n", "\n")
        shown = " ".join((await settled(pilot, "enter")).replace("█", " ").split())
        assert "Yours is everywhere 0.25 times the right one" in shown
        assert "The answer is 2 (p − y)." in shown
