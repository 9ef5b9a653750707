"""Answering questions on the screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import pytest
from textual.widgets import Input

from quiz_app.errors import QuizError
from quiz_app.progress import Attempt, History
from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context
from quiz_app.tui.widgets.verdict import VerdictView

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]

SIZES = [(80, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_right_number_is_read_back_judged_and_explained(
    make_app: MakeApp, settled: Settled, context: Context, size: tuple[int, int]
) -> None:
    async with make_app("mse.by-hand").run_test(size=size) as pilot:
        assert "A model predicts [2.5, 0, 2.1, 7.8]" in await settled(pilot)
        pilot.app.screen.query_one(Input).value = "1/4*(0.25+0.25+0.01+0.64)"
        assert "= 0.2875" in await settled(pilot)
        shown = await settled(pilot, "enter")
        assert "✓ Right: the answer is 0.2875." in shown
        assert "The residuals are [0.5, −0.5," in shown
        assert "averaged" in shown
    (attempt,) = context.history.attempts()
    assert (attempt.item, attempt.verdict) == ("mse.by-hand", "right")


async def test_a_wrong_number_is_told_its_mistake(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("mse.by-hand").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        pilot.app.screen.query_one(Input).value = "1.15"
        shown = await settled(pilot, "enter")
        assert "✗ Not quite" in shown
        assert "You added the losses up" in shown
    assert context.history.attempts()[0].mistakes == ("sum_instead_of_mean",)


async def test_an_unreadable_answer_is_explained_and_costs_nothing(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("mse.by-hand").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        pilot.app.screen.query_one(Input).value = "1/(2"
        shown = await settled(pilot, "enter")
        assert "?" in shown
        assert not pilot.app.screen.query(VerdictView)
        assert not pilot.app.screen.query_one(Input).disabled
    assert context.history.attempts() == ()


async def test_an_attempt_is_stored_before_its_verdict_is_drawn(
    make_app: MakeApp, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts_at_recording: list[int] = []
    record = History.record

    def recording(history: History, attempt: Attempt) -> None:
        verdicts_at_recording.append(len(app.screen.query(VerdictView)))
        record(history, attempt)

    monkeypatch.setattr(History, "record", recording)
    app = make_app("mse.outliers")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "1")
        assert len(app.screen.query(VerdictView)) == 1
    assert verdicts_at_recording == [0]


async def test_an_attempt_that_cannot_be_stored_shows_no_verdict(
    make_app: MakeApp, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(history: History, attempt: Attempt) -> None:
        raise QuizError("The disk is full.", "Make room.")

    monkeypatch.setattr(History, "record", full_disk)
    app = make_app("mse.outliers")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "The disk is full." in await settled(pilot, "1")
        assert not app.screen.query(VerdictView)


async def test_a_session_goes_through_its_questions_to_the_result(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("huber.smooth", "mse.card", "convex").run_test(size=(80, 24)) as pilot:
        assert "Question 1 of 3" in await settled(pilot)
        assert "✓" in await settled(pilot, "2")
        assert "Write the mean squared error." in await settled(pilot, "enter")
        assert "MSE = " in await settled(pilot, "space")
        assert "Several may be right" in await settled(pilot, "3")
        options = pilot.app.screen.query(".option")
        convex = [str(n) for n, row in enumerate(options, 1) if "0-1" not in str(row.content)]
        assert "✓ Right" in await settled(pilot, *convex, "enter")
        assert "3 of 3 answers right" in await settled(pilot, "enter")
    assert context.history.unfinished_session() is None


async def test_an_open_question_is_graded_by_ticking_its_points(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("loss-or-cost").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "A loss scores one sample" in await settled(pilot, "a", "b", "enter")
        assert "✓ 2" in await settled(pilot, "2")
        assert "you wrote: ab" in await settled(pilot, "enter")
    (attempt,) = context.history.attempts()
    assert (attempt.answer, attempt.verdict, attempt.score) == ("ab", "partial", 0.5)


async def test_a_missed_question_comes_back_in_the_session(
    make_app: MakeApp, settled: Settled
) -> None:
    async with make_app("huber.smooth").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "✗" in await settled(pilot, "1")
        assert "Question 2 of 2" in await settled(pilot, "enter")


async def test_hints_come_one_by_one_even_from_inside_the_input(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("mse.by-hand").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Hint: Start from the residuals." in await settled(pilot, "f2")
        assert "Hint: Square, then average." in await settled(pilot, "escape", "h")


async def test_a_hint_costs_what_its_key_says(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("mse.by-hand").run_test(size=(80, 24)) as pilot:
        assert "Hint −20%" in await settled(pilot)
        await settled(pilot, "f2")
        pilot.app.screen.query_one(Input).value = "0.2875"
        shown = await settled(pilot, "enter")
        assert "With one hint, this counts 0.8." in shown
        assert "with one hint: 0.8" in await settled(pilot, "enter")
    assert context.history.attempts()[0].score == 0.8


async def test_a_missed_number_is_tried_again_without_being_counted(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("mse.by-hand", "convex").run_test(size=(80, 24)) as pilot:
        assert "Try again" not in await settled(pilot)
        pilot.app.screen.query_one(Input).value = "1.15"
        assert "t Try again" in await settled(pilot, "enter")
        shown = await settled(pilot, "t")
        assert "Question 1 of 3 · 0 right · tried again, not counted" in shown
        pilot.app.screen.query_one(Input).value = "0.2875"
        shown = await settled(pilot, "enter")
        assert "You had seen the answer" in shown
        assert "t Try again" not in shown
        assert "Question 2 of 3 · 0 right" in await settled(pilot, "enter")
    assert [attempt.retry for attempt in context.history.attempts()] == [False, True]


async def test_a_question_is_skipped_from_inside_its_input(
    make_app: MakeApp, settled: Settled, context: Context
) -> None:
    async with make_app("mse.by-hand", "convex").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Which of these are convex" in await settled(pilot, "f4")
        assert "A model predicts" in await settled(pilot, "s")
    assert context.history.attempts() == ()
