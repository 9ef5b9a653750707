from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.cli.spelling import spelled

from .conftest import Run


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
    [start, *_] = [place for place, sign in enumerate(text) if not sign.isascii()]
    end = max(place for place, sign in enumerate(text) if not sign.isascii()) + 1
    said, resumed = spelled(UnicodeEncodeError("ascii", text, start, end, ""))
    between = "".join(
        sign
        if sign.isascii()
        else spelled(UnicodeEncodeError("ascii", text, place, place + 1, ""))[0]
        for place, sign in enumerate(text)
    )
    assert resumed == end
    assert between == spelling
    assert said


@given(st.text(min_size=1))
def test_every_text_is_spelled_in_ascii(text: str) -> None:
    said, end = spelled(UnicodeEncodeError("ascii", text, 0, len(text), ""))
    assert said.isascii()
    assert end == len(text)


def test_only_a_fault_of_encoding_can_be_spelled() -> None:
    fault = UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "")
    with pytest.raises(UnicodeDecodeError):
        spelled(fault)


def test_a_terminal_without_unicode_gets_the_numbers_right(run_apart: Run) -> None:
    outcome = run_apart("show", "mse.by-hand", PYTHONIOENCODING="ascii")
    whole = run_apart("show", "mse.by-hand", PYTHONIOENCODING="utf-8")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.isascii()
    assert "−" in whole.out
    assert outcome.out == whole.out.replace("−", "-").replace("½", "1/2")


@pytest.mark.parametrize(
    "words", [["formula", "huber", "--show", "gradient"], ["plot", "mse", "huber"]]
)
def test_drawings_are_ascii_where_the_terminal_is(run_apart: Run, words: list[str]) -> None:
    outcome = run_apart(*words, PYTHONIOENCODING="ascii")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.isascii()
    assert "?" not in outcome.out


def test_input_that_is_not_utf_8_is_an_invalid_answer() -> None:
    import subprocess
    import sys

    ended = subprocess.run(
        [sys.executable, "-m", "quiz_app", "grade", "mse.by-hand", "-"],
        input=b"caf\xe9\n",
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.startswith(b"invalid: ")
