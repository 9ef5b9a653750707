"""Days begin at the rollover hour, whatever the clocks do."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.progress import LocalDays

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
]


def test_practice_after_midnight_belongs_to_the_evening() -> None:
    days = LocalDays(BERLIN)
    assert days.day(datetime(2026, 1, 11, 3, 59, 59, tzinfo=BERLIN)) == date(2026, 1, 10)
    assert days.day(datetime(2026, 1, 11, 4, tzinfo=BERLIN)) == date(2026, 1, 11)


def test_one_moment_falls_on_different_days_in_different_zones() -> None:
    moment = datetime(2026, 1, 10, 20, tzinfo=UTC)
    assert LocalDays(ZoneInfo("America/New_York")).day(moment) == date(2026, 1, 10)
    assert LocalDays(ZoneInfo("Asia/Tokyo")).day(moment) == date(2026, 1, 11)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 28), 23), (date(2026, 3, 29), 24), (date(2026, 10, 24), 25)],
)
def test_the_day_of_a_clock_change_is_an_hour_shorter_or_longer(day: date, hours: int) -> None:
    days = LocalDays(BERLIN)
    assert days.start(day + timedelta(days=1)) - days.start(day) == timedelta(hours=hours)


def test_a_day_that_has_started_goes_on_when_clocks_go_back_across_midnight() -> None:
    # At 00:01 on 7 November 2010 the clocks of St John's went back to 23:01 of the 6th.
    days = LocalDays(ZoneInfo("America/St_Johns"), rollover_hour=0)
    second_2330 = datetime(2010, 11, 6, 23, 30, fold=1, tzinfo=days.zone)
    assert days.day(second_2330.astimezone(UTC)) == date(2010, 11, 7)


@given(
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    rollover_hour=st.integers(0, 23),
    moment=st.datetimes(datetime(2005, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
)
def test_every_moment_lies_in_its_day(zone: ZoneInfo, rollover_hour: int, moment: datetime) -> None:
    days = LocalDays(zone, rollover_hour)
    day = days.day(moment)
    assert days.start(day) <= moment < days.start(day + timedelta(days=1))


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of the process cannot be set")
def test_without_a_zone_the_computer_s_own_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        days = LocalDays()
        assert days.start(date(2026, 1, 11)) == datetime(2026, 1, 10, 19, tzinfo=UTC)
        assert days.day(datetime(2026, 1, 10, 19, tzinfo=UTC)) == date(2026, 1, 11)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("hour", [-1, 24])
def test_an_hour_that_no_clock_shows_is_refused(hour: int) -> None:
    with pytest.raises(ValueError, match="rollover_hour"):
        LocalDays(UTC, hour)
