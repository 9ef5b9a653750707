"""The properties of losses and the derivations on the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from quiz_app.formulas.derivations import all_derivations
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
    assert "Known derivations: mse.linear" in said
