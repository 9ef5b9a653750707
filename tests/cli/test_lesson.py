from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app.maths.layout import cell_width

Run: TypeAlias = Callable[..., tuple[int, str, str]]
Complaint: TypeAlias = Callable[..., tuple[int, str]]


def test_the_lesson_of_a_topic_is_printed_with_its_formulas_and_plots(run: Run) -> None:
    status, out, err = run("lesson", "regression")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[:2] == ["Regression losses", "================="]
    assert {"Intuition", "Key points", "Formulas", "Code"} <= set(lines)
    assert "MSE, MAE and Huber for y = 1" in out
    assert "= 2 (ŷ − y)" in out
    assert "{" not in out.partition("\nCode\n")[0]
    assert max(map(cell_width, lines)) <= 78


def test_without_a_topic_those_with_a_lesson_are_listed(run: Run) -> None:
    status, out, err = run("lesson")
    assert (status, err) == (0, "")
    assert ["regression", "Regression"] in [line.split(maxsplit=1) for line in out.splitlines()]


@pytest.mark.usefixtures("only_small_bank")
def test_a_topic_without_a_lesson_is_a_complaint(complaint: Complaint) -> None:
    assert complaint("lesson", "regresion") == (
        2,
        "There is no topic 'regresion'. Did you mean 'regression'?",
    )
    assert "There is no lesson about Regression losses yet." in complaint("lesson", "regression")[1]


def test_a_lesson_is_found_by_its_title_and_nearly_by_a_loss(
    run: Run, complaint: Complaint
) -> None:
    assert run("lesson", "margin losses")[1].splitlines()[0] == "Margin losses"
    assert complaint("lesson", "huber") == (
        2,
        "There is no topic 'huber'. Did you mean 'regression'?",
    )


def test_a_lesson_is_checked_with_the_questions_beside_it(run: Run, quick_bank: Path) -> None:
    lesson = quick_bank / "lesson.md"
    names = ("Intuition", "Key points", "When to use", "Formulas", "Pitfalls")
    sections = "".join(f"## {name}\n" for name in (*names, "Interview questions", "Code"))
    head = "---\ntopic: quick\n---\n# Quick\n"
    links = "- [quick.1] Yes?\n- [mse.by-hand] Where?\n"
    lesson.write_text(f"{head}{links}{sections}", encoding="utf-8")
    assert run("check", str(quick_bank)) == (0, "No faults.\n", "")
    lesson.write_text(
        f"{head}- [quick.3] No?\n{{x +}}\n{sections}".replace("quick\n", "quikc\n").replace(
            "## Pitfalls\n", ""
        ),
        encoding="utf-8",
    )
    status, out, _ = run("check", str(quick_bank))
    assert status == 1
    assert [line.removeprefix(f"{lesson}:").split(";")[0] for line in out.splitlines()] == [
        "1:1: the section 'Pitfalls' is missing",
        "2:1: there is no topic 'quikc'",
        "5:4: there is no question or card 'quick.3'",
        "6:5: after 'x +' a term is missing",
    ]
