"""Operations on whole arrays, with the reason kept wherever a value does not exist."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, SupportsFloat

import numpy as np

from quiz_app.maths.evaluate import faults
from quiz_app.maths.evaluate.backend import Array, Backend, Mask
from quiz_app.maths.evaluate.errors import EvaluationError
from quiz_app.maths.expression.tree import Relation
from quiz_app.maths.expression.vocabulary import FUNCTIONS, takes

_RELATIONS: dict[Relation, Callable[[Array, Array], object]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
}


class Arithmetic:
    """The functions of the grammar on arrays of one backend.

    Zero times infinity is zero, so that 0·log 0 is. When ``strict``, a division by zero is nan
    and not infinite, so that no later step hides it. ``undefined`` and ``infinite`` collect why
    values do not exist or are beyond all numbers.
    """

    def __init__(self, backend: Backend, *, strict: bool) -> None:
        self.backend = backend
        self.undefined: list[EvaluationError] = []
        self.infinite: list[EvaluationError] = []
        self._strict = strict
        self._zero = backend.array(0)
        self._nan = backend.array(np.nan)
        self._of_arrays: Mapping[str, Callable[..., Array]] = {
            "sum": self._sum,
            "mean": lambda x: self.apply("/", self._sum(x), self.backend.array(x.size)),
            "norm": lambda x: self.apply("sqrt", self._sum(self.apply("*", x, x))),
            "dot": lambda x, y: self._sum(self.apply("*", x, y)),
            "min": lambda *operands: self._extreme("min", np.min, operands),
            "max": lambda *operands: self._extreme("max", np.max, operands),
            "softmax": self._softmax,
            "logsumexp": self._logsumexp,
        }

    def call(self, function: str, arguments: Sequence[Array]) -> Array:
        """A built-in function of its arguments. Raises EvaluationError where there is none."""
        if function not in FUNCTIONS or not takes(function, len(arguments)):
            raise faults.no_function(function, len(arguments))
        if function in self._of_arrays:
            return self._of_arrays[function](*arguments)
        return self.apply(function, *arguments)

    def apply(self, operation: str, *operands: Array) -> Array:
        """An operation entry by entry on arrays of one shape and single numbers."""
        check_shapes(*operands)
        result = self.backend.result(self.backend.operations[operation](*operands))
        if self.backend.is_finite(result).all():
            return result
        if operation == "*":
            vanishes = self.backend.is_nan(result) & ~self._any_nan(operands)
            result = self.where(vanishes, self._zero, result)
        if self._strict and operation in ("/", "^"):
            left, right = operands
            result = self._without_division_by_zero(operation, left, right, result)
        self.note(operation, operands, result)
        return result

    def compare(self, relation: Relation, left: Array, right: Array) -> tuple[Mask, Mask]:
        """Where the relation holds, and where both of its sides exist."""
        check_shapes(left, right)
        exists = ~self._any_nan((left, right))
        return np.asarray(_RELATIONS[relation](left, right), dtype=np.bool_) & exists, exists

    def where(self, mask: Mask, chosen: Array, otherwise: Array) -> Array:
        """The entries of ``chosen`` where the mask holds, of ``otherwise`` elsewhere."""
        check_shapes(mask, chosen, otherwise)
        return self.backend.result(np.where(mask, chosen, otherwise))

    def note(self, operation: str, operands: Sequence[Array], result: Array) -> None:
        """Keep why a result is not finite, when its operands are."""
        is_nan = self.backend.is_nan
        if _begins(is_nan, operands, result):
            entries = _entries(operands, is_nan(result))
            self.undefined.append(faults.undefined(operation, entries))
        if _begins(self.is_infinite, operands, result):
            self.infinite.append(faults.infinite(operation))

    def is_infinite(self, array: Array) -> Mask:
        """Where the value is beyond all numbers."""
        return ~(self.backend.is_finite(array) | self.backend.is_nan(array))

    def _any_nan(self, operands: Sequence[Array]) -> Mask:
        return functools.reduce(np.logical_or, map(self.backend.is_nan, operands))

    def _without_division_by_zero(
        self, operation: str, left: Array, right: Array, result: Array
    ) -> Array:
        if operation == "/":
            divides, _ = self.compare("==", right, self._zero)
        else:
            divides = (
                self.compare("==", left, self._zero)[0] & self.compare("<", right, self._zero)[0]
            )
        if divides.any():
            self.undefined.append(faults.division_by_zero())
        return self.where(divides, self._nan, result)

    def _sum(self, x: Array) -> Array:
        result = self.backend.result(np.sum(x))
        self.note("sum", (x,), result)
        return result

    def _extreme(
        self, function: str, reduce: Callable[[Array], object], operands: Sequence[Array]
    ) -> Array:
        if len(operands) > 1:
            return functools.reduce(functools.partial(self.apply, function), operands)
        (x,) = operands
        return self._nan if self.backend.is_nan(x).any() else self.backend.result(reduce(x))

    def _softmax(self, x: Array) -> Array:
        weights, _ = self._weights("softmax", x)
        total = np.sum(weights, axis=-1, keepdims=True)
        result = self.backend.result(self.backend.operations["/"](weights, total))
        self.note("softmax", (x,), result)
        return result

    def _logsumexp(self, x: Array) -> Array:
        weights, top = self._weights("logsumexp", x)
        result = self.apply(
            "+", self.apply("log", self.backend.result(np.sum(weights, axis=-1))), top
        )
        self.note("logsumexp", (x,), result)
        return result

    def _weights(self, function: str, x: Array) -> tuple[Array, Array]:
        """exp(x - top) along the last axis, which cannot overflow, and the largest entry top."""
        if x.ndim == 0:
            raise faults.not_an_array(function)
        largest = self.backend.result(np.max(x, axis=-1, keepdims=True))
        top = self.where(self.is_infinite(largest), self._zero, largest)
        weights = self.backend.operations["exp"](self.backend.operations["-"](x, top))
        return self.backend.result(weights), top[..., 0]


class Shaped(Protocol):
    """Anything that has the shape of an array."""

    @property
    def shape(self) -> tuple[int, ...]:
        """The length of each axis."""


def check_shapes(*arrays: Shaped) -> None:
    """Raise EvaluationError unless all arrays with axes have one shape."""
    shapes = list(dict.fromkeys(array.shape for array in arrays if array.shape))
    if len(shapes) > 1:
        raise faults.shapes(shapes)


def _begins(test: Callable[[Array], Mask], operands: Sequence[Array], result: Array) -> bool:
    """Whether something is true of the result and of none of the operands."""
    return bool(test(result).any()) and not any(test(operand).any() for operand in operands)


def _entries(operands: Sequence[Array], where: Mask) -> list[SupportsFloat]:
    """Of each operand the entry that stands at the first place of the mask."""
    place = np.unravel_index(int(where.argmax()), where.shape)
    return [
        operand[place] if operand.shape == where.shape else operand[()]
        for operand in operands
        if operand.shape in (where.shape, ())
    ]
