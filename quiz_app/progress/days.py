"""Local days, which begin at a set hour so that practice after midnight belongs to the evening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TypeAlias

from msgspec import Struct

Clock: TypeAlias = Callable[[], datetime]

ONE_DAY = timedelta(days=1)


class LocalDays(Struct, frozen=True):
    """The learner's calendar; a ``zone`` of None is the one the computer is set to.

    A day runs from its own start to the next day's, so clock changes make it shorter or longer
    but leave neither gap nor overlap. Raises ValueError unless ``rollover_hour`` is 0 to 23.
    """

    zone: tzinfo | None = None
    rollover_hour: int = 4

    def __post_init__(self) -> None:
        if not 0 <= self.rollover_hour <= 23:
            raise ValueError(f"rollover_hour must be from 0 to 23, not {self.rollover_hour}")

    def start(self, day: date) -> datetime:
        """The first moment of ``day``, in UTC."""
        return datetime.combine(day, time(self.rollover_hour), tzinfo=self.zone).astimezone(UTC)

    def day(self, moment: datetime) -> date:
        """The day that an aware moment belongs to: the last one that has started by then."""
        # Tomorrow's date is tried first: where clocks go back across midnight, a day can have
        # started while the wall shows the date before it.
        day = moment.astimezone(self.zone).date() + ONE_DAY
        while moment < self.start(day):
            day -= ONE_DAY
        return day
