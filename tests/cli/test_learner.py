from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app.cli import places
from quiz_app.progress import Attempt, Clock, History, SessionPlan

Run: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture
def answers(history: History, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two answers on regression today, one of them right, and one on margins yesterday."""
    monkeypatch.setattr(places, "now", clock)
    history.start_session(
        SessionPlan(id="s", mode="practice", topics=(), seed=1, items=(), started_at=clock())
    )
    for number, (topic, verdict, days) in enumerate(
        [("margin", "right", 1), ("regression", "right", 0), ("regression", "wrong", 0)]
    ):
        history.record(
            Attempt(
                id=str(number),
                session="s",
                item=f"{topic}.{number}",
                topic=topic,
                kind="number",
                seed=1,
                answered_at=clock() - timedelta(days=days),
                answer="1",
                verdict="right" if verdict == "right" else "wrong",
                score=1.0 if verdict == "right" else 0.0,
            )
        )


def test_nobody_has_answered_anything_at_first(run: Run) -> None:
    assert run("stats") == (0, "Nothing answered yet. Start with: quiz-app practice\n", "")
    status, out, _ = run("stats", "--json")
    assert status == 0
    assert json.loads(out) == {
        "attempts": 0,
        "right": 0,
        "share": None,
        "streak": 0,
        "today": 0,
        "topics": {},
        "mistakes": [],
    }


@pytest.mark.usefixtures("answers")
def test_the_score_is_a_table_by_topic_and_in_all(run: Run) -> None:
    assert run("stats") == (
        0,
        "topic       answers  right  share  days in a row\n"
        "margin            1      1   100%              1\n"
        "regression        2      1    50%              1\n"
        "in all            3      2    67%              2\n",
        "",
    )


@pytest.mark.usefixtures("answers")
def test_the_score_is_there_for_programs(run: Run) -> None:
    status, out, _ = run("stats", "--json")
    assert status == 0
    assert json.loads(out) == {
        "attempts": 3,
        "right": 2,
        "share": pytest.approx(2 / 3),
        "streak": 2,
        "today": 2,
        "topics": {
            "margin": {"attempts": 1, "right": 1, "share": 1, "streak": 1, "today": 0},
            "regression": {"attempts": 2, "right": 1, "share": 0.5, "streak": 1, "today": 2},
        },
        "mistakes": [],
    }


@pytest.mark.usefixtures("answers", "only_small_bank")
def test_the_commonest_mistakes_are_told_and_can_be_practised(
    run: Run, history: History, clock: Clock
) -> None:
    history.record(
        Attempt(
            id="slip",
            session="s",
            item="mse.by-hand",
            topic="regression",
            kind="number",
            seed=1,
            answered_at=clock(),
            answer="1.15",
            verdict="wrong",
            score=0.0,
            mistakes=("sum_instead_of_mean",),
        )
    )
    assert "   1 × You added the losses up; their mean is asked for" in run("stats")[1]
    (mistake,) = json.loads(run("stats", "--json")[1])["mistakes"]
    assert mistake.pop("say").startswith("You added the losses up")
    assert mistake == {
        "name": "sum_instead_of_mean",
        "times": 1,
        "last": "2026-11-22T12:00:00+00:00",
        "items": {"mse.by-hand": 1},
    }
    status, out, _ = run("practice", "--mistakes", "--plain", stdin=":q\n")
    assert status == 0
    assert "Question 1 of 1" in out
    assert "What is the mean" in out


@pytest.mark.usefixtures("only_small_bank")
def test_practice_on_mistakes_needs_some(run: Run) -> None:
    status, _, err = run("practice", "--mistakes", "--plain")
    assert status == 1
    assert "No mistake of yours is known in the bank yet." in err


@pytest.mark.usefixtures("answers")
def test_another_data_folder_is_another_history(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert run("--data", str(other), "stats")[1].startswith("Nothing answered yet.")
    assert (other / "history.sqlite3").exists()
    assert "in all" in run("stats", "--data", str(tmp_path / "data"))[1]
