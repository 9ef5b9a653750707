"""The faults of one content file, collected while reading goes on."""

from __future__ import annotations

from dataclasses import dataclass

from quiz_app.errors import ContentError

_MOST = 1000


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file; line and column count from one."""

    line: int
    column: int


START = Place(1, 1)


class TooManyFaultsError(Exception):
    """A file has so many faults that reading on tells nobody anything."""


class Faults:
    """Everything wrong with one file.

    A reader that meets a fault adds it here, returns a harmless stand-in and reads on; whoever
    asked compares ``len(faults)`` before and after to learn whether what came back is sound.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._errors: list[ContentError] = []

    def add(self, place: Place, problem: str, remedy: str) -> None:
        """Note a fault; raises TooManyFaultsError when there have been a thousand."""
        self._errors.append(ContentError(self.path, place.line, place.column, problem, remedy))
        if len(self._errors) >= _MOST:
            raise TooManyFaultsError

    def __len__(self) -> int:
        return len(self._errors)

    def in_order(self) -> tuple[ContentError, ...]:
        """The faults from the top of the file to its end."""
        return tuple(sorted(self._errors, key=lambda error: (error.line, error.column)))
