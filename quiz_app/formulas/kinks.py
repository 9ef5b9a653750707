"""Where a loss has no derivative: the points at which its slope jumps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz_app.formulas.notation import CLASS, Notation
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Conditional,
    Indicator,
    Negative,
    Number,
    Tree,
    rebuild,
    walk,
)

if TYPE_CHECKING:
    from quiz_app.maths.algebra import Algebra

ZERO = Number("0")


@dataclass(frozen=True)
class Branching:
    """A part of a tree that is ``one`` thing where ``difference`` is positive, else ``other``."""

    part: Tree
    difference: Tree
    one: Tree
    other: Tree

    def taken(self, tree: Tree) -> tuple[Tree, Tree]:
        """The tree with the part replaced by either thing."""
        return replaced(tree, self.part, self.one), replaced(tree, self.part, self.other)


@dataclass(frozen=True)
class Kink:
    """A place, as an equation, and the slopes on its two sides.

    ``difference`` is zero at the place; the first slope is that of the side where it is positive.
    """

    place: Compare
    slopes: tuple[Tree, Tree]
    difference: Tree


def branchings(tree: Tree) -> Iterator[Branching]:
    """Every part that is put together of two pieces, each once."""
    for part in dict.fromkeys(walk(tree)):
        match part:
            case Call("abs", (inside,)):
                yield Branching(part, inside, inside, Negative(inside))
            case Call("relu", (inside,)):
                yield Branching(part, inside, inside, ZERO)
            case Call("max", (one, other)):
                yield Branching(part, Binary("-", one, other), one, other)
            case Call("min", (one, other)):
                yield Branching(part, Binary("-", one, other), other, one)
            case Conditional(value, Compare(_, left, right), otherwise):
                yield Branching(part, Binary("-", left, right), value, otherwise)
            case _:
                pass


def kinks(notation: Notation, algebra: Algebra) -> tuple[Kink, ...]:
    """The kinks of a loss in its prediction; a joint with equal slopes is none."""
    variable, positive = notation.variable, notation.positive
    found = []
    for branching in branchings(notation.expanded):
        one, other = branching.taken(notation.expanded)
        slopes = (
            _slope(one, notation, algebra),
            _slope(other, notation, algebra),
        )
        jump = Binary("-", *slopes)
        places = algebra.solve(branching.difference, variable, positive).result()
        jumps = (
            algebra.simplify(replaced(jump, variable, place), positive).result() for place in places
        )
        if any(size != ZERO for size in jumps):
            place = algebra.arrange(Compare("==", branching.difference, ZERO)).result()
            found.append(Kink(place, slopes, branching.difference))
    return tuple(found)


def _slope(tree: Tree, notation: Notation, algebra: Algebra) -> Tree:
    """The derivative; two classes meet at a kink of rows, so class k is not the label there."""
    slope = algebra.differentiate(tree, notation.variable, 1, None, notation.positive).result()
    if not notation.classwise:
        return slope
    is_label = Indicator(Compare("==", CLASS, notation.target))
    return algebra.simplify(replaced(slope, is_label, ZERO), notation.positive).result()


def replaced(tree: Tree, part: Tree, by: Tree) -> Tree:
    """The tree with every occurrence of a part replaced."""
    return rebuild(tree, lambda node: by if node == part else node)
