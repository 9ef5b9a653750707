"""Free names of trees and canonical spellings."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quiz_app.maths.expression import canonical_name, names_in, parse

FREE = [
    ("2 + 3", set()),
    ("e^x + pi", {"x"}),
    ("y_true - λ", {"y_true", "lambda"}),
    ("sum(z[k]*w, k, K)", {"z", "w", "K"}),
    ("sum(z[k], k, k)", {"z", "k"}),
    ("sum(z[k], k, 3) + k", {"z", "k"}),
    ("huber(y, p, delta=d, reduction=sum, from_logits=true)", {"y", "p", "d"}),
    ("a if b < c else [f, g][h]", {"a", "b", "c", "f", "g", "h"}),
    ("1[x < 1]", {"x"}),
]


@pytest.mark.parametrize(("text", "names"), FREE)
def test_the_free_names_are(text: str, names: set[str]) -> None:
    assert names_in(parse(text)) == names


SPELLINGS = [
    ("λ", "lambda"),
    ("ŷᵢ", "yhat_i"),
    ("p₁", "p_1"),
    ("y_true", "y_true"),
    ("not a name", "not a name"),
    ("loss 1", "loss 1"),
    ("", ""),
    ("y_", "y_"),
]


@pytest.mark.parametrize(("text", "name"), SPELLINGS)
def test_a_name_has_one_spelling(text: str, name: str) -> None:
    assert canonical_name(text) == name


def test_reading_expressions_loads_no_numerical_library() -> None:
    program = "import sys, quiz_app.maths.expression; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"numpy", "sympy", "mpmath", "textual"} & set(loaded)
