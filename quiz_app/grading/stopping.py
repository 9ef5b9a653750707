"""Taking back an answer while it is still being judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Stop: TypeAlias = Callable[[], bool]
"""Whether the learner no longer waits for the verdict."""


class Stopped(Exception):  # noqa: N818 - not a fault: the learner changed their mind
    """There is no verdict, because the learner did not wait for it."""

    def __init__(self) -> None:
        super().__init__("Stopped; nothing is recorded.")


def never() -> bool:
    """The learner waits for as long as it takes."""
    return False
