"""Derived formulas on disk: a loss is differentiated once, then read."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import quiz_app
from quiz_app.formulas.derive import derive
from quiz_app.formulas.model import Formula, FormulaKind
from quiz_app.formulas.store import Entry, keep, recall

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra


_DECODER = msgspec.json.Decoder(Entry[Formula])


class FormulaCache:
    """Formulas from ``folder``, derived by ``algebra`` where the folder has none that is valid."""

    def __init__(self, folder: Path, algebra: Algebra) -> None:
        self._folder = folder
        self._algebra = algebra

    def formula(self, loss: Loss, show: FormulaKind) -> Formula:
        """The formula, read or derived; errors as for ``derive``, none about the folder."""
        key = key_of(loss, show)
        path = self._folder / f"{loss.name}.{show}.json"
        formula = recall(path, key, _DECODER)
        if formula is None:
            formula = derive(loss, show, self._algebra)
            keep(path, key, formula)
        return formula


def key_of(loss: Loss, what: str) -> str:
    """A digest of all that ``what`` follows from a definition depends on."""
    facts = (
        quiz_app.__version__,
        _sympy_version(),
        what,
        loss.name,
        loss.short,
        loss.definition,
        sorted(loss.where.items()),
        sorted(loss.symbols.items()),
        [(parameter.name, parameter.domain.describe()) for parameter in loss.parameters],
        loss.y_true.describe(),
        loss.y_pred.describe(),
        loss.classwise,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()


@cache
def _sympy_version() -> str:
    return version("sympy")
