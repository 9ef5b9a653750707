"""What a loss's definition implies: its formulas, derived, kept on disk, and drawn."""

from __future__ import annotations

from quiz_app.formulas.cache import FormulaCache
from quiz_app.formulas.derive import derive
from quiz_app.formulas.drawing import as_latex, draw
from quiz_app.formulas.model import Equation, Formula, FormulaKind, Remark, Step

__all__ = [
    "Equation",
    "Formula",
    "FormulaCache",
    "FormulaKind",
    "Remark",
    "Step",
    "as_latex",
    "derive",
    "draw",
]
