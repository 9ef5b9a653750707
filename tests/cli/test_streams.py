from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.cli import streams
from quiz_app.cli.spelling import spelled

Run: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("[−1, ½]", "[-1, 1/2]"),
        ("(y − ŷ)²", "(y - yhat)^2"),
        ("|r| ≤ δ", "|r| <= delta"),
        ("p₁ · xᵀ", "p_1 * x^T"),
        ("“MAE” … √2", '"MAE" ... sqrt2'),
        ("10⁻⁷", "10^-^7"),
        ("漢", "?"),
        ("\udce9", "?"),
    ],
)
def test_signs_are_spelled_where_the_encoding_lacks_them(text: str, spelling: str) -> None:
    with streams.prepared():
        assert text.encode("ascii", "spelled").decode() == spelling


@given(st.text())
def test_every_text_is_spelled_in_ascii(text: str) -> None:
    with streams.prepared():
        assert text.encode("ascii", "spelled").decode("ascii").count("\n") == text.count("\n")


def test_only_a_fault_of_encoding_can_be_spelled() -> None:
    fault = UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "")
    with pytest.raises(UnicodeDecodeError):
        spelled(fault)


def test_a_terminal_without_unicode_gets_the_numbers_right(run_apart: Run) -> None:
    status, spelled_out, err = run_apart("show", "mse.by-hand", PYTHONIOENCODING="ascii")
    assert (status, err) == (0, "")
    _, whole, _ = run_apart("show", "mse.by-hand", PYTHONIOENCODING="utf-8")
    assert "−" in whole
    assert spelled_out == whole.replace("−", "-").replace("½", "1/2")


@pytest.mark.parametrize(
    "words", [["formula", "huber", "--show", "gradient"], ["plot", "mse", "huber"]]
)
def test_drawings_are_ascii_where_the_terminal_is(run_apart: Run, words: list[str]) -> None:
    status, out, err = run_apart(*words, PYTHONIOENCODING="ascii")
    assert (status, err) == (0, "")
    assert out.isascii()
    assert "?" not in out


def test_input_that_is_not_utf_8_is_an_invalid_answer() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "quiz_app", "grade", "mse.by-hand", "-"],
        input=b"caf\xe9\n",
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.startswith(b"invalid: ")
