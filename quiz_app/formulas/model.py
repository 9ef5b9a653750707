"""A formula as data: equations, what their abbreviations mean, and what to remark."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from quiz_app.maths.expression.tree import Tree

FormulaKind: TypeAlias = Literal["definition", "gradient", "hessian", "minimiser"]
KINDS: tuple[FormulaKind, ...] = get_args(FormulaKind)


class Equation(Struct, frozen=True):
    """``left = right``."""

    left: Tree
    right: Tree


class Remark(Struct, frozen=True):
    """A sentence beneath a formula; each ``{}`` in it is one of the terms, in their order."""

    words: str
    terms: tuple[Tree, ...] = ()


class Step(Struct, frozen=True):
    """A step of the reasoning that leads to a formula: what is done and what comes of it."""

    reason: Remark
    equation: Equation


class Formula(Struct, frozen=True):
    """One thing to know about a loss; ``where`` explains the abbreviations in ``equations``.

    ``steps`` lead to the equations from the definition of the loss, where they take several.
    """

    loss: str
    kind: FormulaKind
    equations: tuple[Equation, ...]
    where: tuple[Equation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    steps: tuple[Step, ...] = ()
