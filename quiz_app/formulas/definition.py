"""The definition of a loss, for one sample and as a cost over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.formulas.model import Equation, Formula
from quiz_app.formulas.notation import ELL, Notation, mean
from quiz_app.maths.expression.tree import Call, Conditional, Name, Tree, walk

if TYPE_CHECKING:
    from quiz_app.losses import Loss


def definition(loss: Loss) -> Formula:
    """The loss ℓ of a sample, then the cost; cases are written once, in the loss."""
    notation = Notation.of(loss)
    of_loss: Tree = ELL
    summand = notation.body
    if notation.abbreviation is not None:
        of_loss = Call("ell", (notation.abbreviation,))
    if any(isinstance(part, Conditional) for part in walk(notation.body)):
        summand = of_loss
    cost = mean(notation.of_sample(summand))
    return Formula(
        loss=loss.name,
        kind="definition",
        equations=(Equation(of_loss, notation.body), Equation(Name(loss.short), cost)),
        where=notation.meanings(notation.body),
    )
