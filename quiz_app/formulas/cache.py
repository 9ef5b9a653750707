"""Derived formulas on disk: a loss is differentiated once, then read."""

from __future__ import annotations

import contextlib
import hashlib
import os
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import quiz_app
from quiz_app.formulas.derive import derive
from quiz_app.formulas.model import Formula, FormulaKind

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra


class Entry(msgspec.Struct, frozen=True):
    """A formula and the key of what it was derived from."""

    key: str
    formula: Formula


_DECODER = msgspec.json.Decoder(Entry)
_UNREADABLE = (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class FormulaCache:
    """Formulas from ``folder``, derived by ``algebra`` where the folder has none that is valid."""

    def __init__(self, folder: Path, algebra: Algebra) -> None:
        self._folder = folder
        self._algebra = algebra

    def formula(self, loss: Loss, show: FormulaKind) -> Formula:
        """The formula, read or derived; errors as for ``derive``, none about the folder."""
        key = key_of(loss, show)
        path = self._folder / f"{loss.name}.{show}.json"
        formula = _read(path, key)
        if formula is None:
            formula = derive(loss, show, self._algebra)
            _write(path, Entry(key, formula))
        return formula


def key_of(loss: Loss, show: FormulaKind) -> str:
    """A digest of all that a formula depends on; it changes when the formula might."""
    facts = (
        quiz_app.__version__,
        _sympy_version(),
        show,
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


def _read(path: Path, key: str) -> Formula | None:
    try:
        entry = _DECODER.decode(path.read_bytes())
    except _UNREADABLE:
        return None
    return entry.formula if entry.key == key else None


def _write(path: Path, entry: Entry) -> None:
    """Put the entry in place in one step; a folder that cannot be written to is left alone."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(msgspec.json.encode(entry))
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
