"""A cache of formulas for the whole run, and a bank whose texts are hard to hand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz_app.bank.bank import Bank
from quiz_app.bank.file import read_bank_file
from quiz_app.formulas import FormulaCache
from quiz_app.maths.algebra import Algebra

_SIGNS = """\
topic: signs
title: Signs & wonders
cards:
  - id: signs.huber
    front: When |r| < δ & δ > 0, which loss is <b>not</b> linear?
    formula: {loss: huber}
    note: A quadratic one.
questions:
  - id: signs.sum
    ask: number
    prompt: "What is {x} + 1?"
    given: {x: {choice: [2, 4, 6]}}
    answer: x + 1
    explain: "It is {answer}."
  - id: signs.choice
    ask: choice
    prompt: Which is a number?
    options: [{text: "=1+1"}, {text: "-2", right: true}]
"""


@pytest.fixture
def signs(tmp_path: Path) -> Bank:
    """Three items with signs that HTML and spreadsheets take for their own."""
    file = tmp_path / "signs.yaml"
    file.write_text(_SIGNS, encoding="utf-8")
    bank_file, faults = read_bank_file(file)
    assert bank_file is not None
    return Bank([bank_file], faults)


@pytest.fixture
def formulas(cache_folder: Path) -> Iterator[FormulaCache]:
    """Formulas, derived once in a run."""
    with Algebra() as algebra:
        yield FormulaCache(cache_folder / "formulas", algebra)
