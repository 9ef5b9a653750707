"""Score and streak, against counts made the slow way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.progress import Attempt, History, Score, SessionPlan
from quiz_app.progress.score import streak

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)

OpenAt = Callable[..., History]
MakePlan = Callable[..., SessionPlan]
MakeAttempt = Callable[..., Attempt]


def streak_by_counting(practised: set[date], today: date) -> int:
    """The longest run of days, ending today or yesterday, with every day practised."""
    return max(
        length
        for end in (today, today - DAY)
        for length in range(len(practised) + 1)
        if all(end - back * DAY in practised for back in range(length))
    )


@given(st.sets(st.integers(0, 12).map(lambda back: TODAY - back * DAY)))
def test_a_streak_is_the_run_of_days_up_to_today_or_yesterday(practised: set[date]) -> None:
    assert streak(practised.__contains__, TODAY) == streak_by_counting(practised, TODAY)


@pytest.mark.parametrize(
    ("days_ago", "length"),
    [([], 0), ([0], 1), ([1], 1), ([2], 0), ([0, 1, 2], 3), ([1, 2], 2), ([0, 2, 3], 1)],
)
def test_a_missed_day_ends_the_streak_and_an_unfinished_one_does_not(
    days_ago: list[int], length: int
) -> None:
    assert streak({TODAY - back * DAY for back in days_ago}.__contains__, TODAY) == length


def test_before_the_first_attempt_there_is_no_share(history_in_memory: OpenAt) -> None:
    with history_in_memory() as history:
        assert history.score() == Score(attempts=0, right=0, streak=0, today=0)
        assert history.score().share is None
        assert history.scores_by_topic() == {}
        assert history.score("unknown").share is None


@pytest.fixture(scope="session")
def score_in_berlin(
    history_in_memory: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> Callable[..., Score]:
    """The score at a moment, in Berlin, of attempts at the moments given."""

    def score(now: datetime, *answered_at: datetime) -> Score:
        with history_in_memory(now, BERLIN) as history:
            history.start_session(make_plan())
            for moment in answered_at:
                history.record(make_attempt(answered_at=moment))
            return history.score()

    return score


def test_a_session_across_midnight_is_one_day(score_in_berlin: Callable[..., Score]) -> None:
    before = datetime(2026, 1, 10, 23, 50, tzinfo=BERLIN)
    after = datetime(2026, 1, 11, 0, 10, tzinfo=BERLIN)
    score = score_in_berlin(after, before, after)
    assert (score.streak, score.today) == (1, 2)


def test_at_the_rollover_hour_a_new_day_counts(score_in_berlin: Callable[..., Score]) -> None:
    before = datetime(2026, 1, 11, 3, 59, tzinfo=BERLIN)
    after = datetime(2026, 1, 11, 4, 0, tzinfo=BERLIN)
    score = score_in_berlin(after, before, after)
    assert (score.streak, score.today) == (2, 1)


@pytest.mark.parametrize("change", [datetime(2026, 3, 29), datetime(2026, 10, 25)])
def test_a_clock_change_neither_breaks_nor_lengthens_a_streak(
    score_in_berlin: Callable[..., Score], change: datetime
) -> None:
    just_after_rollover = [
        (change + days * DAY).replace(hour=4, minute=1, tzinfo=BERLIN) for days in (-2, -1, 0, 1)
    ]
    just_before_rollover = [
        (change + days * DAY).replace(hour=3, minute=59, tzinfo=BERLIN) for days in (-1, 0, 1, 2)
    ]
    now = just_before_rollover[-1]
    score = score_in_berlin(now, *just_after_rollover, *just_before_rollover)
    assert (score.streak, score.today) == (4, 2)


def test_an_attempt_dated_in_the_future_is_counted_but_not_as_today_s(
    score_in_berlin: Callable[..., Score],
) -> None:
    score = score_in_berlin(NOON, NOON, NOON + 5 * DAY)
    assert score == Score(attempts=2, right=2, streak=1, today=1)


def test_today_holds_its_first_moment_and_not_tomorrow_s(
    score_in_berlin: Callable[..., Score],
) -> None:
    start = datetime(2026, 1, 11, 4, tzinfo=BERLIN)
    assert score_in_berlin(start, start, start + DAY).today == 1


attempts_in_spring = st.lists(
    st.fixed_dictionaries(
        {
            "topic": st.sampled_from(["regression", "classification"]),
            "item": st.sampled_from(["one", "two", "three"]),
            "verdict": st.sampled_from(["right", "partial", "wrong"]),
            # A fortnight around the night in which Berlin's clocks go forward.
            "answered_at": st.datetimes(
                datetime(2026, 3, 22), datetime(2026, 4, 4), timezones=st.just(UTC)
            ),
        }
    ),
    max_size=30,
)


@given(fields=attempts_in_spring)
def test_scores_are_what_counting_every_attempt_gives(
    history_in_memory: OpenAt,
    make_plan: MakePlan,
    make_attempt: MakeAttempt,
    fields: list[dict[str, object]],
) -> None:
    now = datetime(2026, 4, 3, 20, tzinfo=UTC)
    attempts = [make_attempt(**each) for each in fields]

    def local_day(moment: datetime) -> date:
        return (moment.astimezone(BERLIN).replace(tzinfo=None) - timedelta(hours=4)).date()

    def count(chosen: list[Attempt]) -> Score:
        today = local_day(now)
        practised = [local_day(attempt.answered_at) for attempt in chosen]
        return Score(
            attempts=len(chosen),
            right=sum(attempt.verdict == "right" for attempt in chosen),
            streak=streak_by_counting({day for day in practised if day <= today}, today),
            today=practised.count(today),
        )

    with history_in_memory(now, BERLIN) as history:
        history.start_session(make_plan())
        for attempt in attempts:
            history.record(attempt)
        by_topic = {
            topic: count([attempt for attempt in attempts if attempt.topic == topic])
            for topic in sorted({attempt.topic for attempt in attempts})
        }
        assert history.score() == count(attempts)
        assert history.scores_by_topic() == by_topic
        assert {topic: history.score(topic) for topic in by_topic} == by_topic


def test_the_share_is_of_attempts_that_were_entirely_right() -> None:
    assert Score(attempts=8, right=6, streak=1, today=1).share == 0.75


def test_the_work_of_an_answer_does_not_grow_with_the_attempts(
    history_in_memory: OpenAt, make_plan: MakePlan, make_attempt: MakeAttempt
) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    def work(question: Callable[[], object]) -> int:
        """How many steps SQLite's virtual machine takes to answer."""
        nonlocal steps
        steps = 0
        connection.set_progress_handler(count, 1)
        question()
        connection.set_progress_handler(None, 1)
        return steps

    with history_in_memory(NOON, connection=connection) as history:
        questions = [
            history.score,
            lambda: history.score("even"),
            history.scores_by_topic,
            history.answered_items,
            history.answered_items_by_topic,
            lambda: history.attempts("short"),
        ]
        history.start_session(make_plan())
        history.start_session(make_plan("short"))
        history.record(make_attempt(session="short"))
        for total in (20, 2000):
            for number in range(len(history.attempts()), total):
                history.record(
                    make_attempt(
                        topic="odd" if number % 2 else "even",
                        answered_at=NOON - (1 + number % 4) * DAY,
                    )
                )
            if total == 20:
                few = [work(question) for question in questions]
        many = [work(question) for question in questions]
    assert many == few
    assert min(few) > 0
