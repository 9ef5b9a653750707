"""The question which constant prediction costs least, and the form of its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz_app.formulas.model import Equation, Remark
from quiz_app.formulas.notation import CLASS, Notation, entry
from quiz_app.maths.expression.tree import Index, Name, Tree, substitute

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra

C = Name("c")
"""The constant that is predicted for every sample; a row of them for a classwise loss."""


@dataclass(frozen=True)
class Minimum:
    """The equations that say where the minimum is, with what explains them."""

    equations: tuple[Equation, ...]
    where: tuple[Equation, ...] = ()
    remarks: tuple[Remark, ...] = ()


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

    def slope(self, tree: Tree, variable: Name | Index, times: int = 1) -> Tree:
        """The derivative of a tree that needs no abbreviations."""
        return self.algebra.differentiate(
            tree, variable, times, None, self.notation.positive
        ).result()

    def simplified(self, tree: Tree, *positive: str) -> Tree:
        """An equal, shorter tree; ``positive`` are names above zero besides the known ones."""
        return self.algebra.simplify(tree, self.notation.positive.union(positive)).result()

    def roots(self, tree: Tree, unknown: Name | Index, *positive: str) -> tuple[Tree, ...]:
        """The values of ``unknown`` at which the tree is zero, as far as they are found."""
        above_zero = self.notation.positive.union(positive)
        return self.algebra.solve(tree, unknown, above_zero).result()

    def only_root(self, tree: Tree, unknown: Name | Index, *positive: str) -> Tree | None:
        """The one value of ``unknown`` at which the tree is zero, if it is one."""
        roots = self.roots(tree, unknown, *positive)
        return roots[0] if len(roots) == 1 else None
