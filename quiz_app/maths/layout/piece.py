"""A part of a formula that has been set, and what its neighbours must know about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Binding(IntEnum):
    """How firmly the parts of a piece hold together, loosest first."""

    CASES = 0
    RELATION = 1
    SUM = 2
    PRODUCT = 3  # also a term with a minus, and a fraction written with a slash
    FRACTION = 4  # a stacked fraction; Σ and arg min with what they range over
    APPLICATION = 5  # log p
    POWER = 6
    ATOM = 7


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """What was set for one tree.

    ``signed``: it begins with a minus. ``numeric``: as a factor it is a number, to be kept off
    other numbers by a ×. ``plain``: made of single letters, digits and signs, so that it may be
    written in small characters. ``nesting``: how deep grouping brackets lie inside it.
    """

    body: T
    binding: Binding = Binding.ATOM
    signed: bool = False
    numeric: bool = False
    plain: bool = False
    nesting: int = 0


def deepest(pieces: Iterable[Piece[T]]) -> int:
    """The greatest nesting among the pieces."""
    return max((piece.nesting for piece in pieces), default=0)
