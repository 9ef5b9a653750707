"""Where the values of an argument may lie, and how to say so in plain English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf, isinf
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quiz_app.losses.blocks import everywhere, first_false

FloatArray: TypeAlias = NDArray[np.float64]
BoolArray: TypeAlias = NDArray[np.bool_]

_SUM_TOLERANCE = 1e-6


@dataclass(frozen=True)
class RowRule:
    """A condition on whole rows (the last axis): its name and the test, one bool per row."""

    meaning: str
    holds: Callable[[FloatArray], BoolArray]


@dataclass(frozen=True)
class Domain:
    """A set of admissible values, as the conditions that all of them meet.

    ``low`` and ``high`` bound an interval; an open end is not part of it, so an open end at
    infinity admits finite numbers only. ``members``, when given, are the only values; a whole
    array may instead be written in the ``alternative`` coding. ``whole`` admits integers only.
    ``row_rule`` is a condition on each row.
    """

    low: float = -inf
    high: float = inf
    open_low: bool = True
    open_high: bool = True
    members: tuple[float, ...] = ()
    alternative: tuple[float, ...] = ()
    whole: bool = False
    row_rule: RowRule | None = None

    @classmethod
    def real(cls) -> Domain:
        """All finite numbers."""
        return cls()

    @classmethod
    def interval(
        cls, low: float, high: float, *, open_low: bool = False, open_high: bool = False
    ) -> Domain:
        """The numbers from ``low`` to ``high``; ends at infinity are always open."""
        return cls(low, high, open_low or isinf(low), open_high or isinf(high))

    @classmethod
    def values(cls, *members: float, alternative: tuple[float, ...] = ()) -> Domain:
        """A finite set, and perhaps another coding of it that a whole array may use."""
        return cls(members=members, alternative=alternative)

    @classmethod
    def labels(cls, classes: float = inf) -> Domain:
        """Class labels 0, 1, 2, …, below the number of ``classes`` where that is known."""
        return cls(low=0, high=classes, open_low=False, whole=True)

    @classmethod
    def probabilities(cls) -> Domain:
        """Rows of non-negative numbers that add up to 1 within 1e-6."""
        return cls(low=0, open_low=False, row_rule=_ADDS_UP_TO_ONE)

    @classmethod
    def logit_rows(cls) -> Domain:
        """Rows of numbers where −∞ marks a masked class; not all classes may be masked."""
        return cls(open_low=False, row_rule=_SOMETHING_UNMASKED)

    @classmethod
    def rows(cls) -> Domain:
        """Rows of finite numbers."""
        return cls(row_rule=_ANY_ROW)

    @classmethod
    def directions(cls) -> Domain:
        """Rows of finite numbers, not all of them 0."""
        return cls(row_rule=_SOME_DIRECTION)

    @classmethod
    def masks(cls, *, empty: bool = True) -> Domain:
        """Rows of numbers from 0 to 1, one per pixel; perhaps not all of them 0."""
        return cls(
            low=0,
            high=1,
            open_low=False,
            open_high=False,
            row_rule=_ANY_MASK if empty else _SOMETHING_MARKED,
        )

    def describe(self) -> str:
        """What a value must be: ``a number from 0 to 1``, ``−1 or 1``."""
        if self.row_rule is not None:
            return self.row_rule.meaning
        if self.members:
            return self._describe_members()
        if self.whole:
            return self._describe_labels()
        return self._describe_interval()

    def first_violation(self, array: FloatArray) -> tuple[int, ...] | None:
        """Index of the first entry that is outside, else of the first row that breaks the rule.

        ``None`` when the whole array is admissible. A row rule needs at least one axis.
        """
        position = self._first_outside(array)
        if position is None and self.row_rule is not None:
            position = first_false(self.row_rule.holds, array, together=1)
        return position

    def _first_outside(self, array: FloatArray) -> tuple[int, ...] | None:
        if self.members:
            other = partial(_is_one_of, self.alternative)
            if self.alternative and first_false(other, array) is None:
                return None
            return first_false(partial(_is_one_of, self.members), array)
        if not self.whole and everywhere(self._admits_range, array):
            return None
        return first_false(self._admits, array)

    def _admits(self, array: FloatArray) -> BoolArray:
        inside = self._lie_between(array, array)
        return inside & (array == np.floor(array)) if self.whole else inside

    def _admits_range(self, array: FloatArray) -> np.bool_:
        """Whether all entries lie in the interval; a nan passes into both ends."""
        return np.bool_(self._lie_between(array.min(), array.max()))

    def _lie_between(self, least: FloatArray, greatest: FloatArray) -> BoolArray:
        """Whether numbers from ``least`` to ``greatest`` lie in the interval."""
        above = least > self.low if self.open_low else least >= self.low
        below = greatest < self.high if self.open_high else greatest <= self.high
        return np.asarray(above & below)

    def _describe_members(self) -> str:
        words = _alternatives(self.members)
        if self.alternative:
            words += f" (or {_alternatives(self.alternative)} throughout)"
        return words

    def _describe_labels(self) -> str:
        if isinf(self.high):
            return "a class label 0, 1, 2, …"
        return f"a class label from 0 to {show_number(self.high - 1)}"

    def _describe_interval(self) -> str:
        low, high = show_number(self.low), show_number(self.high)
        if isinf(self.low) and isinf(self.high):
            return "a finite number"
        if isinf(self.high):
            return f"a finite number {'above' if self.open_low else 'of at least'} {low}"
        if isinf(self.low):
            return f"a finite number {'below' if self.open_high else 'of at most'} {high}"
        excluded = [
            end for end, is_open in ((low, self.open_low), (high, self.open_high)) if is_open
        ]
        words = f"a number from {low} to {high}"
        return f"{words} ({' and '.join(excluded)} excluded)" if excluded else words


def show_number(number: float) -> str:
    """The shortest text that means exactly this float, with a proper minus sign."""
    return repr(float(number)).removesuffix(".0").replace("-", "−")


def _alternatives(values: tuple[float, ...]) -> str:
    *others, last = map(show_number, values)
    return f"{', '.join(others)} or {last}" if others else last


def _is_one_of(members: tuple[float, ...], array: FloatArray) -> BoolArray:
    found = array == members[0]
    for member in members[1:]:
        found = found | (array == member)
    return np.asarray(found)


def _rows_add_up_to_one(rows: FloatArray) -> BoolArray:
    return np.asarray(np.abs(rows @ np.ones(rows.shape[-1]) - 1) <= _SUM_TOLERANCE)


def _rows_hold_a_finite_entry(rows: FloatArray) -> BoolArray:
    return np.asarray(np.isfinite(rows).any(axis=-1))


def _is_row(rows: FloatArray) -> BoolArray:
    return np.ones(rows.shape[:-1], dtype=np.bool_)


def _rows_mark_something(rows: FloatArray) -> BoolArray:
    return np.asarray((rows > 0).any(axis=-1))


def _rows_point_somewhere(rows: FloatArray) -> BoolArray:
    return np.asarray((rows != 0).any(axis=-1))


_ANY_ROW = RowRule("rows of finite numbers", _is_row)
_SOME_DIRECTION = RowRule("rows of finite numbers, not all of them 0", _rows_point_somewhere)
_ANY_MASK = RowRule("rows of numbers from 0 to 1", _is_row)
_SOMETHING_MARKED = RowRule("rows of numbers from 0 to 1, not all of them 0", _rows_mark_something)
_ADDS_UP_TO_ONE = RowRule("rows of probabilities that add up to 1", _rows_add_up_to_one)
_SOMETHING_UNMASKED = RowRule(
    "rows of finite numbers, with −∞ for masked classes but never for all of them",
    _rows_hold_a_finite_entry,
)
