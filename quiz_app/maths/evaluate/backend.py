"""What a kind of number must offer so that expressions can be computed with it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64] | NDArray[np.object_]
Mask: TypeAlias = NDArray[np.bool_]


class Backend(ABC):
    """Arrays of one kind of number and the operations on them, entry by entry.

    The operations never raise: a value that does not exist is nan, one beyond all numbers
    is infinite, and nan among the operands gives nan. They are ``+ - * / ^ negative`` and the
    elementwise functions of the grammar, ``min`` and ``max`` of two operands among them.
    """

    # How many nodes may be computed, sums counting every term.
    steps: int
    operations: Mapping[str, Callable[..., object]]

    @abstractmethod
    def array(self, values: object) -> Array:
        """Numbers of any kind, alone or nested, as an array of this kind.

        Raises TypeError or ValueError for what is not made of numbers.
        """

    @abstractmethod
    def result(self, values: object) -> Array:
        """What operations of this kind gave, as an array; nothing is converted."""

    @abstractmethod
    def number(self, text: str) -> Array:
        """A decimal as it was written."""

    @abstractmethod
    def constant(self, name: str) -> Array | None:
        """The value of e or pi; None for another name."""

    @abstractmethod
    def is_nan(self, array: Array) -> Mask:
        """Where no value exists."""

    @abstractmethod
    def is_finite(self, array: Array) -> Mask:
        """Where a value exists and is not infinite."""
