"""The definition of a loss, for one sample and as a cost over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite, isinf
from typing import TYPE_CHECKING

from quiz_app.formulas.model import Equation, Formula, Remark
from quiz_app.formulas.notation import ELL, SAMPLE, Notation, entry, mean, written
from quiz_app.maths.expression.tree import (
    Call,
    Compare,
    Conditional,
    Name,
    Tree,
    substitute,
    walk,
)

if TYPE_CHECKING:
    from quiz_app.losses import Domain, Loss


def definition(loss: Loss) -> Formula:
    """The loss ℓ of a sample, then the cost; cases are written once, in the loss."""
    notation = Notation.of(loss)
    of_loss: Tree = ELL
    summand = notation.body
    if notation.abbreviation is not None:
        of_loss = Call("ell", (notation.abbreviation,))
    if any(isinstance(part, Conditional) for part in walk(notation.body)):
        summand = of_loss
    listed = {name.name: entry(name, SAMPLE) for name in notation.listed}
    of_sample = substitute(notation.of_sample(summand), dict(listed))
    cost = Name(loss.short)
    equations: tuple[Equation, ...] = (Equation(cost, notation.body),)
    if not loss.row_is_data:
        equations = Equation(of_loss, notation.body), Equation(cost, mean(of_sample))
    return Formula(
        loss=loss.name,
        kind="definition",
        equations=equations,
        where=notation.meanings(notation.body),
        remarks=tuple(_remarks(loss, notation)),
    )


def _remarks(loss: Loss, notation: Notation) -> Iterator[Remark]:
    """What is meant by a row of data, by a listed parameter, and where the formula is meant."""
    if loss.row_is_data:
        yield Remark(
            "a row of {} numbers is a whole data set, so that this is already the cost",
            (Name("K"),),
        )
    for name in notation.listed:
        yield Remark("{} may be one number for each sample, or one for all", (name,))
    sides = ((loss.y_true, notation.target), (loss.y_pred, notation.prediction))
    bounds = tuple(
        Compare(">" if domain.open_low else ">=", symbol, written(domain.low))
        for domain, symbol in sides
        if _is_half_line(domain)
    )
    if bounds:
        yield Remark(f"for {' and '.join('{}' for _ in bounds)}", bounds)


def _is_half_line(domain: Domain) -> bool:
    """Whether the domain is one of numbers with a lower end alone."""
    is_interval = not (domain.members or domain.whole or domain.row_rule)
    return is_interval and isfinite(domain.low) and isinf(domain.high)
