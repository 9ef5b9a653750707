"""Where a loss is not smooth: the jumps and the kinks of its definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz_app.formulas.kinks import Branching, Kink, branchings, kinks, replaced
from quiz_app.formulas.notation import Notation
from quiz_app.formulas.properties.ranges import Ranges, range_of
from quiz_app.maths.algebra import AlgebraError, AlgebraTimeout
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Conditional,
    Indicator,
    Number,
    Tree,
    walk,
)

if TYPE_CHECKING:
    from quiz_app.maths.algebra import Algebra

ZERO = Number("0")

_SMOOTH = frozenset(
    {
        *("exp", "log", "log2", "log10", "sigmoid", "logit", "softplus"),
        *("tanh", "cosh", "sinh", "softmax", "logsumexp", "sum", "mean", "dot"),
    }
)


@dataclass(frozen=True)
class Breaks:
    """Where the loss itself jumps, and where its slope does, as equations."""

    jumps: tuple[Tree, ...]
    kinks: tuple[Kink, ...]

    @property
    def places(self) -> tuple[Tree, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.jumps, *(kink.place for kink in self.kinks))))


def find_breaks(notation: Notation, ranges: Ranges, algebra: Algebra) -> Breaks | None:
    """All breaks of a loss in its prediction; None where they cannot all be found.

    Raises AlgebraTimeout.
    """
    body = notation.expanded
    parts = [part for part in walk(body) if notation.prediction.name in names_in(part)]
    if any(_may_hide_a_kink(part, ranges) for part in parts):
        return None
    steps = [step for step in map(_step, parts) if step is not None]
    try:
        gaps = [
            algebra.arrange(Compare("==", branching.difference, ZERO)).result()
            for branching in branchings(body)
            if isinstance(branching.part, Conditional) and not _meet(branching, notation, algebra)
        ]
        return Breaks((*steps, *gaps), kinks(notation, algebra))
    except AlgebraTimeout:
        raise
    except AlgebraError:
        return None


def _may_hide_a_kink(part: Tree, ranges: Ranges) -> bool:
    """Whether a part is neither smooth nor one of those whose joints are looked at."""
    match part:
        case Call("sqrt", (inside,)):
            return range_of(inside, ranges).low <= 0
        case Binary("^", base, exponent):
            low, high = range_of(exponent, ranges)
            whole = low == high and low % 1 == 0
            return not whole and range_of(base, ranges).low <= 0
        case Call("max" | "min", arguments):
            return len(arguments) != 2
        case Call(function, _):
            return function not in _SMOOTH | {"abs", "relu", "sign"}
        case _:
            return False


def _step(part: Tree) -> Tree | None:
    match part:
        case Indicator(Compare(_, left, right)):
            return Compare("==", left, right)
        case Indicator(condition):
            return condition
        case Call("sign", (inside,)):
            return Compare("==", inside, ZERO)
        case _:
            return None


def _meet(branching: Branching, notation: Notation, algebra: Algebra) -> bool:
    """Whether two cases have the same value at their border. Raises AlgebraError."""
    variable, positive = notation.variable, notation.positive
    gap = Binary("-", branching.one, branching.other)
    places = algebra.solve(branching.difference, variable, positive).result()
    return bool(places) and all(
        algebra.simplify(replaced(gap, variable, place), positive).result() == ZERO
        for place in places
    )
