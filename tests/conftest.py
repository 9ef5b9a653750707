"""What every test may use: a clock and a history of its own, a small bank, a fixed chance."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from quiz_app.bank.bank import Bank
from quiz_app.bank.file import read_bank_file
from quiz_app.progress import History, open_history

SMALL_BANK = """\
topic: regression
title: Regression losses
cards:
  - id: mse.card
    front: Write the mean squared error.
    formula: {loss: mean_squared_error}
    note: The mean of the squared residuals.
questions:
  - id: mse.by-hand
    ask: number
    difficulty: 2
    prompt: A model predicts {y_pred} for {y_true}. What is the mean squared error?
    given:
      y_true: [3, -0.5, 2, 7]
      y_pred: [2.5, 0, 2.1, 7.8]
    answer: mean_squared_error(y_true, y_pred)
    hints: ["Start from the residuals.", "Square, then average."]
    explain: The residuals are {y_true - y_pred}; squared and averaged they give {answer}.
    formula: {loss: mean_squared_error}
  - id: mse.outliers
    ask: choice
    difficulty: 1
    prompt: Which loss is least moved by one gross outlier?
    options:
      - {text: MAE, right: true}
      - {text: MSE, because: It squares the residual of the outlier.}
      - {text: RMSE, because: Its root comes after the outlier was squared.}
  - id: convex
    ask: choices
    prompt: Which of these are convex in the prediction?
    options:
      - {text: MSE, right: true}
      - {text: MAE, right: true}
      - {text: the 0-1 loss}
  - id: huber.smooth
    ask: true_false
    prompt: The Huber loss has a kink at zero.
    answer: false
    explain: It is a parabola there.
  - id: loss-or-cost
    ask: open
    prompt: What is the difference between a loss and a cost?
    answer: A loss scores one sample; a cost aggregates the losses over the data.
    points: [one sample, an aggregate over the data]
"""


class Clock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests of the run, whichever process runs them: derived once."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def chance() -> Random:
    return Random(7)  # noqa: S311 - numbers for tests


@pytest.fixture
def history(tmp_path: Path, clock: Clock) -> Iterator[History]:
    with open_history(tmp_path / "data", clock, zone=UTC) as opened:
        yield opened


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the data of whoever runs it."""
    monkeypatch.setenv("QUIZ_APP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("QUIZ_APP_CONFIG", str(tmp_path / "settings.toml"))


@pytest.fixture
def small_bank_file(tmp_path: Path) -> Path:
    file = tmp_path / "bank" / "small.yaml"
    file.parent.mkdir()
    file.write_text(SMALL_BANK, encoding="utf-8")
    return file


@pytest.fixture
def bank(small_bank_file: Path) -> Bank:
    read, faults = read_bank_file(small_bank_file)
    assert faults == ()
    assert read is not None
    return Bank([read])
