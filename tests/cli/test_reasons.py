"""The properties of losses and the derivations on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

import pytest

from quiz_app.formulas.derivations import all_derivations
from quiz_app.losses.conventions import all_conventions
from quiz_app.maths.layout import cell_width

Run: TypeAlias = Callable[..., tuple[int, str, str]]
Complaint: TypeAlias = Callable[..., tuple[int, str]]


def test_properties_are_said_with_how_they_are_known(run: Run) -> None:
    status, out, err = run("properties", "mse")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "Mean squared error"
    assert "Yes: convex (proven)" in out
    assert "No: bounded gradient (disproved)" in out
    assert max(map(cell_width, out.splitlines())) <= 78


def test_the_properties_of_an_unknown_loss_are_a_wrong_word(complaint: Complaint) -> None:
    status, said = complaint("properties", "msee")
    assert status == 2
    assert "Did you mean 'mse'?" in said


def test_every_derivation_is_listed(run: Run) -> None:
    status, out, _ = run("derive")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == [
        each.key for each in all_derivations()
    ]


@pytest.mark.parametrize("key", [each.key for each in all_derivations()])
def test_a_derivation_is_set_in_either_notation(run: Run, key: str) -> None:
    for notation in ("unicode", "ascii"):
        status, out, err = run("derive", key, "--as", notation)
        assert (status, err) == (0, "")
        assert max(map(cell_width, out.splitlines())) <= 78
        assert "\n1. " in out
    assert out.isascii()


def test_an_unknown_derivation_is_a_wrong_word(complaint: Complaint) -> None:
    status, said = complaint("derive", "nothing")
    assert status == 2
    assert "'quiz-app derive' lists all of them." in said


@pytest.mark.parametrize(("word", "meant"), [("bce.sigmod", "bce.sigmoid"), ("HUBER", "huber.")])
def test_a_derivation_is_found_by_what_it_is_about(
    complaint: Complaint, word: str, meant: str
) -> None:
    assert f"Did you mean {meant}" in complaint("derive", word)[1]


def test_a_derivation_is_set_in_latex(run: Run) -> None:
    status, out, _ = run("derive", "bce.sigmoid", "--as", "latex")
    assert status == 0
    assert out.startswith("\\begin{aligned}\n& \\ell = ")
    assert "& \\text{1. " in out
    assert out.count("{") == out.count("}")
    assert out.endswith("\n\\end{aligned}\n")


def test_conventions_are_told_with_the_number_of_each_library(run: Run) -> None:
    status, out, err = run("conventions", "huber")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("The default is δ = 1")
    assert "Is smooth L1 the Huber loss?" in lines
    assert "  y_true = [0], y_pred = [2], delta = 0.5" in lines
    assert "  PyTorch       1.75        Huber divided by β: far out the slope is 1" in lines
    assert "    F.smooth_l1_loss(y_pred, y_true, beta=delta)" in lines


def test_all_conventions_fit_on_a_narrow_terminal(run: Run) -> None:
    status, out, _ = run("conventions")
    assert status == 0
    assert all(convention.question in out for convention in all_conventions())
    assert max(map(cell_width, out.splitlines())) <= 78


def test_conventions_are_there_for_programs(run: Run) -> None:
    status, out, _ = run("conventions", "brier", "--json")
    assert status == 0
    (brier,) = json.loads(out)
    values = {practice["call"]: practice["value"] for practice in brier["practices"]}
    assert values["brier(y_true, y_pred)"] == pytest.approx(0.325)
    doubled = values["metrics.brier_score_loss(y_true, y_pred, scale_by_half=False)"]
    assert doubled == pytest.approx(0.65)


def test_a_loss_on_which_all_agree_has_no_table(run: Run) -> None:
    assert run("conventions", "squared_epsilon_insensitive") == (
        0,
        "Nothing is known on which libraries differ.\n",
        "",
    )
