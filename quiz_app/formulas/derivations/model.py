"""A derivation as data: where it starts, and the steps that are each a rule applied."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from quiz_app.maths.expression import parse
from quiz_app.maths.expression.tree import Call, Compare, Name, Tree, substitute

Link: TypeAlias = Literal["==", "<=", ">="]

PREVIOUS = "previous"


class Variable(Struct, frozen=True):
    """What a name in a derivation may be: a number from an interval, or one of ``choices``.

    With a ``size`` it is an array of so many numbers; with ``shares`` they are positive and add
    up to one.
    """

    name: str
    low: float = -3.0
    high: float = 3.0
    choices: tuple[int, ...] = ()
    size: int = 0
    shares: bool = False

    @property
    def positive(self) -> bool:
        """Whether no value of it is zero or below."""
        return (
            self.shares or (not self.choices and self.low > 0) or min(self.choices, default=0) > 0
        )


class Step(Struct, frozen=True, kw_only=True):
    """The next expression, the rule that leads to it, and a sentence why.

    It equals the expression before it; or its derivative by the name or entry ``by``; or what
    ``turned`` makes of it, an expression in the name ``previous``. Instead of equal it may be
    linked as an upper or a lower bound. ``left`` is a new name for what is being rewritten.
    """

    expression: str
    rule: str
    why: str
    by: str = ""
    turned: str = PREVIOUS
    link: Link = "=="
    left: str = ""

    @property
    def tree(self) -> Tree:
        """The expression, read."""
        return parse(self.expression)

    def applied_to(self, previous: Tree) -> Tree:
        """What ``turned`` makes of the expression before."""
        return substitute(parse(self.turned), {PREVIOUS: previous})


class Derivation(Struct, frozen=True, kw_only=True):
    """A start and the steps from it; ``losses`` are those it explains."""

    key: str
    title: str
    left: str
    start: str
    variables: tuple[Variable, ...]
    steps: tuple[Step, ...]
    losses: tuple[str, ...] = ()
    remark: str = ""

    @property
    def lines(self) -> tuple[Compare, ...]:
        """Start and steps as relations, such as ``∂ℓ/∂z = σ(z) − y``."""
        left: Tree = Name(self.left)
        lines = [Compare("==", left, parse(self.start))]
        for step in self.steps:
            if step.left:
                left = Name(step.left)
            elif step.by:
                left = Call("derivative", (left, parse(step.by)))
            lines.append(Compare(step.link, left, step.tree))
        return tuple(lines)
