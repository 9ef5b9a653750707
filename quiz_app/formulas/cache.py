"""Derived formulas on disk: a loss is differentiated once, then read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

import quiz_app
from quiz_app.formulas.derive import derive
from quiz_app.formulas.model import Formula, FormulaKind
from quiz_app.formulas.store import Entry, keep, recall

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra


_WHAT = "formulas"
_DECODER = msgspec.msgpack.Decoder(Entry[dict[FormulaKind, Formula]])

# Threads that derive two formulas of one loss write one after the other into its file.
_WRITING = Lock()


class FormulaCache:
    """Formulas from ``folder``, derived by ``algebra`` where the folder has none that is valid.

    All formulas of a loss are in one file, which is read when one is wanted that was not in it.
    """

    def __init__(self, folder: Path, algebra: Algebra) -> None:
        self._folder = folder
        self._algebra = algebra
        self._known: dict[Loss, Mapping[FormulaKind, Formula]] = {}

    def formula(self, loss: Loss, show: FormulaKind) -> Formula:
        """The formula, read or derived; errors as for ``derive``, none about the folder."""
        if show not in self._known.get(loss, {}):
            self._known[loss] = self._read(loss)
        if show not in self._known[loss]:
            self._known[loss] = self._add(loss, derive(loss, show, self._algebra))
        return self._known[loss][show]

    def _add(self, loss: Loss, formula: Formula) -> Mapping[FormulaKind, Formula]:
        """Keep a formula beside those that are in the file by now."""
        with _WRITING:
            formulas = {**self._read(loss), formula.kind: formula}
            keep(self._path(loss), key_of(loss, _WHAT), formulas)
        return formulas

    def _read(self, loss: Loss) -> Mapping[FormulaKind, Formula]:
        return recall(self._path(loss), key_of(loss, _WHAT), _DECODER) or {}

    def _path(self, loss: Loss) -> Path:
        return self._folder / f"{loss.name}.{_WHAT}"


def key_of(loss: Loss, what: str) -> str:
    """A digest of all that ``what`` follows from a definition depends on."""
    facts = (
        quiz_app.__version__,
        _last_change(),
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
def _last_change() -> int:
    """When the code that derives last changed, for a checkout keeps its version."""
    program = Path(quiz_app.__file__).parent
    modules = (path for room in ("formulas", "maths") for path in (program / room).rglob("*.py"))
    return max((module.stat().st_mtime_ns for module in modules), default=0)


@cache
def _sympy_version() -> str:
    return version("sympy")
