"""What every question and card has."""

from __future__ import annotations

from msgspec import Struct

from quiz_app.bank.model.draws import Draw
from quiz_app.bank.model.parts import FormulaReference, Source


class Item(Struct, frozen=True, kw_only=True):
    """What every question and card has. Texts may hold ``{expressions}``."""

    id: str
    topic: str
    source: Source
    difficulty: int = 2
    given: tuple[tuple[str, Draw], ...] = ()
    hints: tuple[str, ...] = ()
    explain: str = ""
    formula: FormulaReference | None = None
