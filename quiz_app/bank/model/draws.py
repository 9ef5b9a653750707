"""What may be drawn for a question: the values of its ``given``."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct


class Uniform(Struct, frozen=True, tag="uniform"):
    """``low``, ``low + step`` and so on to ``high``, both ends included."""

    low: str
    high: str
    step: str
    shape: tuple[int, ...] = ()


class Pick(Struct, frozen=True, tag="choice"):
    """Values picked from a list, with repetition."""

    values: tuple[str, ...]
    shape: tuple[int, ...] = ()


class Probabilities(Struct, frozen=True, tag="probabilities"):
    """Rows of ``classes`` positive multiples of ``step`` that add up to one."""

    classes: int
    step: str
    rows: int | None = None


class OneHot(Struct, frozen=True, tag="one_hot"):
    """Rows of ``classes`` zeros with a single one."""

    classes: int
    rows: int | None = None


class Labels(Struct, frozen=True, tag="labels"):
    """Class labels 0 … classes − 1."""

    classes: int
    shape: tuple[int, ...] = ()


class Fixed(Struct, frozen=True, tag="fixed"):
    """A number, a list or a matrix of numbers that is always the same, as written."""

    value: str | tuple[str | tuple[str, ...], ...]


class Computed(Struct, frozen=True, tag="computed"):
    """An expression of the values above it."""

    expression: str


Numbers: TypeAlias = str | tuple["Numbers", ...]
Draw: TypeAlias = Uniform | Pick | Probabilities | OneHot | Labels | Fixed | Computed
