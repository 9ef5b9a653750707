"""The question which constant prediction costs least, and the form of its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz_app.formulas.model import Equation, Remark, Step
from quiz_app.formulas.notation import CLASS, Notation, entry, mean
from quiz_app.losses import Domain
from quiz_app.maths.expression.tree import Call, Index, Name, Tree, substitute

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra

C = Name("c")
"""The constant that is predicted for every sample; a row of them for a classwise loss."""

COST = Remark("the cost of predicting {} for every sample is", (C,))
"""The reason for the first step of a derivation."""

AND_SLOPE = "and its slope in {}, which is zero where it is least,"
"""The words for the second."""


@dataclass(frozen=True)
class Minimum:
    """The equations that say where the minimum is, with what explains them."""

    equations: tuple[Equation, ...]
    where: tuple[Equation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Problem:
    """Minimise the cost of a loss over a constant prediction, with the help of the algebra."""

    loss: Loss
    notation: Notation
    algebra: Algebra

    @property
    def target(self) -> Name:
        """The symbol of the targets."""
        return self.notation.target

    @property
    def mean_target(self) -> Name:
        """The symbol of their mean."""
        return Name(f"{self.target.name}bar")

    @property
    def of_constant(self) -> Tree:
        """The loss of a sample as a function of its target and the constant."""
        return substitute(self.notation.expanded, {self.notation.prediction.name: C})

    @property
    def unknown(self) -> Name | Index:
        """What is sought: the constant, or its entry for class k."""
        return entry(C, CLASS) if self.notation.classwise else C

    @property
    def labels(self) -> tuple[float, ...]:
        """The values a target may have, if they are finitely many."""
        return self.loss.y_true.members

    @property
    def cost(self) -> Name:
        """The symbol of the cost of the constant."""
        return Name(self.loss.short)

    @property
    def slope_of_cost(self) -> Call:
        """The symbol of the slope of the cost in the unknown."""
        return Call("derivative", (self.cost, self.unknown))

    @property
    def cost_of_constant(self) -> Equation:
        """What the cost of the constant is."""
        return Equation(self.cost, mean(self.notation.of_sample(self.of_constant)))

    def from_cost_to(self, slope: Tree) -> tuple[Step, Step]:
        """The steps to the slope of the cost, which for a single sample is ``slope``.

        Where the entries of a row must add up to 1, it need not be zero at the minimum.
        """
        tied = self.loss.y_pred == Domain.probabilities()
        words = "and its slope in {} is" if tied else AND_SLOPE
        mean_slope = mean(self.notation.of_sample(slope))
        return (
            Step(COST, self.cost_of_constant),
            Step(Remark(words, (self.unknown,)), Equation(self.slope_of_cost, mean_slope)),
        )

    def slope(self, tree: Tree, variable: Name | Index, times: int = 1) -> Tree:
        """The derivative of a tree that needs no abbreviations."""
        return self.algebra.differentiate(
            tree, variable, times, None, self.notation.positive
        ).result()

    def simplified(self, tree: Tree, *positive: str) -> Tree:
        """An equal, shorter tree; ``positive`` are names above zero besides the known ones."""
        return self.algebra.simplify(tree, self.notation.positive.union(positive)).result()

    def limit(self, tree: Tree, variable: Name, *, rising: bool) -> Tree | float | None:
        """What the tree tends to as the variable rises, or falls, for ever."""
        return self.algebra.limit(tree, variable, rising, self.notation.positive).result()

    def roots(self, tree: Tree, unknown: Name | Index, *positive: str) -> tuple[Tree, ...]:
        """The values of ``unknown`` at which the tree is zero, as far as they are found."""
        above_zero = self.notation.positive.union(positive)
        return self.algebra.solve(tree, unknown, above_zero).result()

    def only_root(self, tree: Tree, unknown: Name | Index, *positive: str) -> Tree | None:
        """The one value of ``unknown`` at which the tree is zero, if it is one."""
        roots = self.roots(tree, unknown, *positive)
        return roots[0] if len(roots) == 1 else None
