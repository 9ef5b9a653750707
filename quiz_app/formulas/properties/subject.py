"""The loss under examination: its symbols, its derivatives, their ranges, and drawn points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from quiz_app.formulas.notation import OTHER_CLASS, Notation, entry
from quiz_app.formulas.properties.breaks import Breaks, find_breaks
from quiz_app.formulas.properties.points import CLASSES, COUNT, Points
from quiz_app.formulas.properties.ranges import Range, Ranges, range_of
from quiz_app.losses import Domain, FloatArray, Loss
from quiz_app.maths.algebra import AlgebraError, AlgebraTimeout, Pending
from quiz_app.maths.expression.tree import Index, Name, Number, Tree
from quiz_app.maths.layout import one_line

if TYPE_CHECKING:
    from quiz_app.maths.algebra import Algebra

T = TypeVar("T")

# Small and large values of parameters; the least and the greatest that fit are tried, too.
_SETTINGS = (0.1, 0.5, 0.9, 1.1, 1.5, 1.9, 10.0)

TRIED = f"No counterexample among {COUNT:,} points drawn from the domain"


@dataclass(frozen=True)
class Subject:
    """A loss with its parameters at their defaults, or at ``settings``: for these all is said."""

    loss: Loss
    notation: Notation
    algebra: Algebra
    settings: Mapping[str, float] = field(default_factory=dict)

    def varied(self) -> Iterator[Subject]:
        """The loss with one of its parameters smaller or larger than its default."""
        for parameter in self.loss.parameters:
            domain = parameter.domain
            fit = [each for each in _SETTINGS if domain.first_violation(np.array(each)) is None]
            for value in dict.fromkeys((*fit[:1], *fit[-1:])):
                if value != parameter.default:
                    yield replace(self, settings={parameter.name: value})

    @property
    def values_of_parameters(self) -> dict[str, float]:
        """What every parameter is."""
        defaults = {parameter.name: parameter.default for parameter in self.loss.parameters}
        return {**defaults, **self.settings}

    @cached_property
    def points(self) -> Points:
        """Where it is tried."""
        return Points(self.loss)

    @cached_property
    def ranges(self) -> Ranges:
        """Where the names of its formulas lie."""
        notation = self.notation
        ranges: dict[Tree, Range] = {
            notation.parameters[name]: Range(value, value)
            for name, value in self.values_of_parameters.items()
        }
        ranges[notation.target] = span(self.loss.y_true)
        ranges[notation.prediction] = span(self.loss.y_pred)
        for name, meaning in notation.where.items():
            ranges[Name(name)] = range_of(meaning, ranges)
        return ranges

    @cached_property
    def slope(self) -> Tree | None:
        """The derivative in the prediction, or in its entry for class k; None if not found."""
        return self._derivative(self.notation.body, self.notation.variable)

    @cached_property
    def curvature(self) -> Tree | None:
        """The second derivative, or its entry for the classes k and l; None if not found."""
        notation = self.notation
        if not notation.classwise:
            return self._derivative(notation.body, notation.variable, times=2)
        if self.slope is None:
            return None
        return self._derivative(self.slope, entry(notation.prediction, OTHER_CLASS))

    @cached_property
    def breaks(self) -> Breaks | None:
        """Where it is not smooth; None where that cannot be told."""
        return find_breaks(self.notation, self.ranges, self.algebra)

    @property
    def numbers(self) -> dict[str, Tree]:
        """The values of the parameters by their symbols."""
        symbols = self.notation.parameters
        return {
            symbols[name].name: Number(str(Fraction(str(value))))
            for name, value in self.values_of_parameters.items()
        }

    @property
    def parameters(self) -> str:
        """`` with δ = 1``, or nothing."""
        values = [
            f"{one_line(self.notation.parameters[name])} = {shown(value)}"
            for name, value in self.values_of_parameters.items()
        ]
        return f" with {', '.join(values)}" if values else ""

    @property
    def variable(self) -> str:
        """The prediction, or its entry for class k, as formulas write it."""
        return one_line(self.notation.variable)

    @property
    def of_rows(self) -> str:
        """`` for rows of 3``, or nothing."""
        return f" for rows of {CLASSES}" if self.loss.classwise else ""

    def tried(self) -> str:
        """The sentence for what was checked only."""
        return f"{TRIED}{self.parameters}."

    def values(self, predictions: FloatArray, targets: FloatArray | None = None) -> FloatArray:
        """The losses of predictions, shape (n,)."""
        return self.loss.per_sample(
            self.points.targets if targets is None else targets,
            predictions,
            from_logits=False,
            **self.settings,
        )

    def slopes(self, predictions: FloatArray, targets: FloatArray) -> FloatArray:
        """The gradients at predictions, in their shape."""
        return self.loss.gradient(targets, predictions, from_logits=False, **self.settings)

    def where(self, place: int, predictions: FloatArray) -> str:
        """The target and a prediction at one of the points: ``y = 1, p = 0.25``."""
        target, prediction = self.notation.target, self.notation.prediction
        return (
            f"{one_line(target)} = {shown(self.points.targets[place])}, "
            f"{one_line(prediction)} = {shown(predictions[place])}"
        )

    def _derivative(self, tree: Tree, variable: Name | Index, times: int = 1) -> Tree | None:
        where, positive = self.notation.where, self.notation.positive
        return found(self.algebra.differentiate(tree, variable, times, where, positive))


def found(pending: Pending[T]) -> T | None:
    """What the algebra found; None where it cannot follow. Raises AlgebraTimeout."""
    try:
        return pending.result()
    except AlgebraTimeout:
        raise
    except AlgebraError:
        return None


def shown(value: float | FloatArray) -> str:
    """A number, or a row of them, in four digits."""
    numbers = np.asarray(value)
    if numbers.ndim:
        return f"[{', '.join(map(shown, numbers))}]"
    return f"{float(numbers):.4g}".replace("-", "−").replace("inf", "∞")


def span(domain: Domain) -> Range:
    """The ends of a domain."""
    if domain.members:
        return Range(min(domain.members), max(domain.members))
    if domain == Domain.probabilities():
        return Range(0.0, 1.0)
    return Range(domain.low, domain.high)
