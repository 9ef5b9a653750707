"""Attempts as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from quiz_app.export.tables import Row
from quiz_app.progress import Attempt

COLUMNS = Attempt.__struct_fields__


def attempt_rows(attempts: Iterable[Attempt]) -> Iterator[Row]:
    """A row for each attempt; moments are in ISO 8601."""
    for attempt in attempts:
        yield {
            **msgspec.structs.asdict(attempt),
            "answered_at": attempt.answered_at.isoformat(),
        }
