"""Moments as the history stores them: whole microseconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_microseconds(moment: datetime) -> int:
    """The exact count of an aware moment, whatever its zone."""
    return (moment - _EPOCH) // _MICROSECOND


def from_microseconds(count: int) -> datetime:
    """The moment, in UTC, that ``to_microseconds`` counted."""
    return _EPOCH + count * _MICROSECOND


def require_aware(name: str, moment: datetime) -> None:
    """Raise ValueError unless ``moment`` knows its offset from UTC."""
    if moment.utcoffset() is None:
        raise ValueError(f"{name} must have a time zone, as {moment} has not")
