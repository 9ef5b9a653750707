"""The walk over a tree that computes it, the same for every kind of number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import SupportsFloat

import numpy as np
from numpy.typing import NDArray

from quiz_app.maths.evaluate import faults
from quiz_app.maths.evaluate.arithmetic import Arithmetic, check_shapes
from quiz_app.maths.evaluate.backend import Array, Backend, Mask
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Conditional,
    Index,
    Indicator,
    Name,
    Negative,
    Number,
    Tree,
    Vector,
    children,
)
from quiz_app.maths.expression.vocabulary import FUNCTIONS

_ZERO, _ONE = Number("0"), Number("1")

_SWITCHES = {"true": True, "false": False}


class Evaluator:
    """Computes trees for given values of their names and given further functions."""

    def __init__(
        self,
        backend: Backend,
        values: Mapping[str, object],
        functions: Mapping[str, Callable[..., object]],
        *,
        strict: bool,
    ) -> None:
        self._backend = backend
        self._arithmetic = Arithmetic(backend, strict=strict)
        self._strict = strict
        self._values = values
        self._functions = functions
        self._known: dict[str, Array] = {}
        self._steps = 0

    def result(self, tree: Tree) -> Array:
        """The value of a tree; when strict, a finite one.

        Raises EvaluationError when there is none.
        """
        value = self._value(tree)
        if self._strict:
            self._require(value)
            if not self._backend.is_finite(value).all():
                raise self._arithmetic.infinite[-1]
        return value

    def _require(self, value: Array) -> None:
        """Raise EvaluationError if an entry does not exist."""
        if self._strict and self._backend.is_nan(value).any():
            raise self._arithmetic.undefined[0]

    def _value(self, tree: Tree) -> Array:
        self._steps += 1
        if self._steps > self._backend.steps:
            raise faults.too_much_work()
        return self._node(tree)

    def _node(self, tree: Tree) -> Array:
        match tree:
            case Number(text):
                return self._number(text)
            case Name(name):
                return self._named(name)
            case Negative() | Binary():
                return self._operation(tree)
            case Call():
                return self._called(tree)
            case Index():
                return self._indexed(tree)
            case Conditional():
                return self._conditional(tree)
            case Indicator(condition):
                return self._conditional(Conditional(_ONE, condition, _ZERO))
            case Vector(items):
                return self._vector(items)
            case Compare():
                raise faults.comparison()

    def _number(self, text: str) -> Array:
        number = self._backend.number(text)
        self._arithmetic.note("number", (), number)
        return number

    def _operation(self, tree: Negative | Binary) -> Array:
        name = tree.op if isinstance(tree, Binary) else "negative"
        return self._arithmetic.apply(name, *map(self._value, children(tree)))

    def _named(self, name: str) -> Array:
        if name in self._known:
            return self._known[name]
        if name in self._values:
            value = self._given(name, self._values[name])
        else:
            constant = self._backend.constant(name)
            if constant is None:
                raise faults.no_value(name)
            value = constant
        # A value with holes is not kept, so that they are noted wherever it is used.
        if self._backend.is_finite(value).all():
            self._known[name] = value
        return value

    def _given(self, name: str, value: object) -> Array:
        """A value from outside as an array."""
        try:
            array = self._backend.array(value)
        except (TypeError, ValueError, OverflowError) as error:
            raise faults.not_numbers(name) from error
        if array.size == 0:
            raise faults.empty(name)
        if self._backend.is_nan(array).any():
            self._arithmetic.undefined.append(faults.not_numbers(name))
        if self._arithmetic.is_infinite(array).any():
            self._arithmetic.infinite.append(faults.infinite_value(name))
        return array

    def _called(self, call: Call) -> Array:
        match call:
            case Call(function, arguments, options) if function in self._functions:
                given = [self._plain(self._value(argument)) for argument in arguments]
                chosen = {name: self._option(option) for name, option in options}
                return self._given(function, self._functions[function](*given, **chosen))
            case Call("sum", (body, Name(index), count)):
                return self._summed(body, index, count)
            case Call(function, arguments, ()):
                return self._arithmetic.call(function, [*map(self._value, arguments)])
            case _:
                raise faults.no_function(call.function, len(call.arguments))

    def _plain(self, value: Array) -> float | Array:
        """An argument as a function outside expects it: a float or an array."""
        self._require(value)
        return float(value) if value.ndim == 0 else value

    def _option(self, tree: Tree) -> bool | str | float | Array:
        """The value of a named option; a word such as ``sum`` that has no value is itself."""
        if isinstance(tree, Name) and tree.name not in self._values:
            if tree.name in _SWITCHES:
                return _SWITCHES[tree.name]
            if tree.name in FUNCTIONS:
                return tree.name
        return self._plain(self._value(tree))

    def _summed(self, body: Tree, index: str, count: Tree) -> Array:
        """``body`` added up for the index 0, 1, … below the count."""
        terms = self._terms(count)
        hidden = self._known.get(index)
        total = self._backend.array(0)
        for position in range(terms):
            self._known[index] = self._backend.array(position)
            total = self._arithmetic.apply("+", total, self._value(body))
        self._known.pop(index, None)
        if hidden is not None:
            self._known[index] = hidden
        return total

    def _terms(self, count: Tree) -> int:
        value = self._value(count)
        self._require(value)
        if value.ndim:
            raise faults.count_is_array()
        number = float(value)
        if number > self._backend.steps:
            raise faults.too_much_work()
        if not number >= 0 or number % 1:
            raise faults.no_count(number)
        return int(number)

    def _indexed(self, tree: Index) -> Array:
        base = self._value(tree.base)
        if len(tree.indices) > base.ndim:
            raise faults.too_many_indices(len(tree.indices), base.ndim)
        positions = [
            _positions(self._value(index), size)
            for index, size in zip(tree.indices, base.shape, strict=False)
        ]
        check_shapes(*positions)
        return self._backend.result(base[tuple(positions)])

    def _conditional(self, tree: Conditional) -> Array:
        holds, exists = self._condition(tree.condition)
        value = self._branch(tree.value, holds)
        otherwise = self._branch(tree.otherwise, exists & ~holds)
        chosen = self._arithmetic.where(holds, value, otherwise)
        return self._arithmetic.where(exists, chosen, self._backend.array(np.nan))

    def _branch(self, tree: Tree, counts: Mask) -> Array:
        """One case, nan if it counts nowhere; its faults are kept only where it counts."""
        if not counts.any():
            return self._backend.array(np.nan)
        undefined, infinite = self._arithmetic.undefined, self._arithmetic.infinite
        kept = len(undefined), len(infinite)
        value = self._value(tree)
        check_shapes(counts, value)
        if (self._backend.is_finite(value) | ~counts).all():
            del undefined[kept[0] :], infinite[kept[1] :]
        return value

    def _condition(self, tree: Tree) -> tuple[Mask, Mask]:
        """Where a condition holds, and where its sides exist at all."""
        if not isinstance(tree, Compare):
            raise faults.no_condition()
        left, right = self._value(tree.left), self._value(tree.right)
        return self._arithmetic.compare(tree.op, left, right)

    def _vector(self, items: tuple[Tree, ...]) -> Array:
        entries = [self._value(item) for item in items]
        shapes = {entry.shape for entry in entries}
        if len(shapes) > 1:
            raise faults.shapes(sorted(shapes))
        return self._backend.result(np.stack(entries))


def _positions(index: Array, size: int) -> NDArray[np.intp]:
    """An index as whole numbers below ``size``."""
    entries: list[SupportsFloat] = list(index.ravel())
    for entry in entries:
        if not 0 <= float(entry) < size or float(entry) % 1:
            raise faults.no_position(entry, size)
    return np.array([int(float(entry)) for entry in entries], dtype=np.intp).reshape(index.shape)
