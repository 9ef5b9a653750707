"""What the screens work with, given to each of them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from msgspec import Struct

from quiz_app.bank.bank import Bank
from quiz_app.maths.algebra import Algebra
from quiz_app.progress import Clock, History

if TYPE_CHECKING:
    from quiz_app.maths.layout import Glyphs


class Context(Struct, frozen=True):
    """The questions, the learner's history, the time, chance, and the algebra.

    With ``ascii`` set, mathematics is drawn with the signs that every terminal has.
    """

    bank: Bank
    history: History
    clock: Clock
    chance: Random
    algebra: Algebra
    ascii: bool = False

    @property
    def glyphs(self) -> Glyphs:
        """The signs that mathematics is drawn with; they are loaded with the first formula."""
        from quiz_app.maths.layout import ASCII, UNICODE

        return ASCII if self.ascii else UNICODE
