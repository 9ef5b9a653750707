"""Formulas derived before they are asked for."""

from __future__ import annotations

from pathlib import Path

from quiz_app.formulas import Formula, FormulaCache, FormulaKind
from quiz_app.formulas.ahead import derive_ahead
from quiz_app.losses import Loss, all_losses
from quiz_app.maths.algebra import Algebra, AlgebraError


class Noting(FormulaCache):
    """A cache that notes what it is asked for, and derives only definitions."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, Algebra())
        self.asked: list[tuple[str, str]] = []

    def formula(self, loss: Loss, show: FormulaKind) -> Formula:
        """The definition, or the error of a formula that cannot be derived."""
        self.asked.append((loss.name, show))
        if show != "definition":
            raise AlgebraError("It is too hard.", "Ask for the definition.")
        return super().formula(loss, show)


def test_every_formula_is_tried_whatever_cannot_be_derived(tmp_path: Path) -> None:
    formulas = Noting(tmp_path)
    derive_ahead(formulas, lambda: False)
    assert len(set(formulas.asked)) == len(formulas.asked) == 4 * len(all_losses())
    assert {path.stem for path in tmp_path.iterdir()} == {loss.name for loss in all_losses()}


def test_no_formula_is_begun_once_it_is_enough(tmp_path: Path) -> None:
    formulas = Noting(tmp_path)
    derive_ahead(formulas, lambda: len(formulas.asked) == 3)
    assert len(formulas.asked) == 3
