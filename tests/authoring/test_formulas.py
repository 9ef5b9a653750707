"""A formula that is not true is found before a learner is judged by it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest

from quiz_app.authoring import check_paths

QUESTION = """\
ask: expression
prompt: Which?
variables: {y: {choice: [0, 1]}, p: {uniform: [0, 1], open: true}}
"""


def faults_of(path: Path, rest: str) -> list[str]:
    """The faults of one question, without the path; ``rest`` begins in line 8, column 5."""
    body = indent(QUESTION + dedent(rest), "    ")
    path.write_text(f"topic: t\ntitle: T\nquestions:\n  - id: q\n{body}", encoding="utf-8")
    return [str(fault).removeprefix(f"{path}:") for fault in check_paths([path])]


@pytest.mark.parametrize(
    ("rest", "fault"),
    [
        (
            "answer: gradient(bce(y, p))\nshown: p - y",
            "9:12: this does not equal the answer: at y = 0 and p = 0.5 yours is 0.5",
        ),
        ("answer: log(p - 2)", "8:13: this has no finite value on a part of the domain"),
        ("answer: gradient(bce(y, 3p))\nshown: p", "8:13: on this domain, y_pred[0] cannot be "),
        (
            "answer: p - y\nmistakes: [{name: same, answer: -(y - p), say: No.}]",
            "9:37: the mistake 'same' equals the right answer",
        ),
        ("answer: p - y\nin_terms_of: [p]", "8:13: what is shown as the answer has other names"),
        ("answer: p - yy", "8:17: 'yy' is not a given name"),
    ],
)
def test_a_false_formula_is_found(tmp_path: Path, rest: str, fault: str) -> None:
    (found,) = faults_of(tmp_path / "one.yaml", rest)
    assert found.startswith(fault)


def test_a_true_one_has_no_faults(tmp_path: Path) -> None:
    rest = "answer: gradient(bce(y, p))\nshown: (p - y)/(p - p^2)"
    assert faults_of(tmp_path / "one.yaml", rest) == []
