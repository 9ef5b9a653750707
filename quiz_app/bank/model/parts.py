"""The small parts that questions are made of."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

FormulaKind: TypeAlias = Literal["definition", "gradient", "hessian", "minimiser"]


class Source(Struct, frozen=True):
    """Where an item stands in its file; line and column count from one."""

    path: str
    line: int
    column: int


class FormulaReference(Struct, frozen=True):
    """A formula of a loss that the program derives and sets: ``{loss: huber, show: gradient}``."""

    loss: str
    show: FormulaKind = "definition"


class Tolerance(Struct, frozen=True):
    """How far from the right number still counts.

    ``relative`` is a share of the right value, ``absolute`` a distance, ``digits`` asks for
    that many significant digits.
    """

    kind: Literal["relative", "absolute", "digits"] = "relative"
    amount: float = 0.01


class AuthorMistake(Struct, frozen=True):
    """A wrong answer the author expects, as an expression, and what to say about it."""

    name: str
    answer: str
    say: str


class Option(Struct, frozen=True):
    """One option of a choice: its text, whether it is right, and why it is not (or is)."""

    text: str
    right: bool = False
    because: str = ""


class Variable(Struct, frozen=True):
    """A name in a learner's formula and where it lives: between two ends, or among ``values``.

    The ends are expressions of numbers; ``open`` ends are not part of the domain. One with an
    ``expression`` follows from the variables before it, such as ``p`` from ``sigmoid(z)``.
    """

    name: str
    low: str = ""
    high: str = ""
    values: tuple[str, ...] = ()
    open: bool = False
    expression: str = ""


class LossOption(Struct, frozen=True):
    """An option of a loss as an author gives it: ``delta: 2``, ``from_logits: true``."""

    name: str
    value: str


class Step(Struct, frozen=True):
    """One of the steps to be put in order, and the places (from zero) of those before it."""

    text: str
    after: tuple[int, ...] = ()


class Pair(Struct, frozen=True):
    """Two texts that belong together, and why."""

    left: str
    right: str
    because: str = ""


class Gap(Struct, frozen=True):
    """What belongs into a gap: one of some ``words``, or the value of an ``expression``.

    With ``variables``, a formula equal to the expression on all of their domain is wanted.
    """

    words: tuple[str, ...] = ()
    expression: str = ""
    tolerance: Tolerance = Tolerance()
    variables: tuple[Variable, ...] = ()
