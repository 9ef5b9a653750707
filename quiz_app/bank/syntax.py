"""YAML's syntax errors in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from yaml import MarkedYAMLError, YAMLError

from quiz_app.bank.faults import START, Faults, Place


class Mark(Protocol):
    """A position, as both of PyYAML's parsers give it; all three count from zero."""

    @property
    def index(self) -> int:
        """Characters before it in the file."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters before it in its line."""


@dataclass(frozen=True)
class _Slip:
    """What an author did, recognised by a phrase that both of PyYAML's parsers use.

    ``at_opening`` says that the place to mend is where the construct began, which the parser
    may have noticed lines later.
    """

    phrase: str
    problem: str
    remedy: str
    at_opening: bool = False


_SLIPS = (
    _Slip(
        "expected ',' or ']'",
        "the list opened with '[' is not closed, or two items are not set apart",
        "add ']' or a comma, or put a text that holds special characters in quotes",
        at_opening=True,
    ),
    _Slip(
        "expected ',' or '}'",
        "the mapping opened with '{' is not closed, or two entries are not set apart",
        "add '}' or a comma, or put a text that holds special characters in quotes",
        at_opening=True,
    ),
    _Slip(
        "unexpected end of stream",
        "the text that a quote opens here is not closed",
        "add the closing quote",
        at_opening=True,
    ),
    _Slip(
        "unexpected document indicator",
        "the text that a quote opens here is not closed",
        "add the closing quote",
        at_opening=True,
    ),
    _Slip(
        "mapping values are not allowed",
        "a ': ' cannot stand here",
        "put a text that holds ': ' in quotes, or mend the indentation",
    ),
    _Slip(
        "block collection",
        "this line is not part of the list above it",
        "begin it with '- ', or mend the indentation",
    ),
    _Slip(
        "expected ':'",
        "this line has no ': ' after its key",
        "write 'key: value', or mend the indentation",
        at_opening=True,
    ),
    _Slip(
        "unknown escape character",
        "a backslash in double quotes begins no known escape",
        "use single quotes, or write the backslash twice",
    ),
    _Slip(
        "block mapping",
        "this cannot stand after the value before it",
        "put a text that begins with a bracket or a quote in quotes as a whole, "
        "or mend the indentation",
    ),
)

_TAB = _Slip("cannot start any token", "a tab stands where only spaces may", "indent with spaces")
_FIRST_CHARACTER = _Slip(
    "cannot start any token", "a text cannot begin with this character", "put the text in quotes"
)
_OTHER = _Slip("", "this is not valid YAML", "compare it with the lines around it")


def add_syntax_error(error: YAMLError, text: str, faults: Faults) -> None:
    """Note the fault that PyYAML stopped at, placed where an author has to mend it."""
    if not isinstance(error, MarkedYAMLError):
        faults.add(START, _OTHER.problem, _OTHER.remedy)
        return
    found, opening = place_of(error.problem_mark), place_of(error.context_mark)
    slip = _recognised(f"{error.context} {error.problem}", text, found)
    place = opening if slip.at_opening and opening.line != found.line else found
    faults.add(place, slip.problem, slip.remedy)


def _recognised(message: str, text: str, place: Place) -> _Slip:
    if _TAB.phrase in message:
        line = text.split("\n")[place.line - 1]
        return _TAB if line.startswith("\t", place.column - 1) else _FIRST_CHARACTER
    return next((slip for slip in _SLIPS if slip.phrase in message), _OTHER)


def place_of(mark: Mark | None) -> Place:
    """A mark of PyYAML as a place; the start of the file where there is none."""
    return START if mark is None else Place(mark.line + 1, mark.column + 1)
