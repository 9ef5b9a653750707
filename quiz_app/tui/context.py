"""What the screens work with, given to each of them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from quiz_app.bank.bank import Bank
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import UNICODE, Glyphs
from quiz_app.progress import Clock, History


@dataclass(frozen=True)
class Context:
    """The questions, the learner's history, the time, chance, the algebra, the signs to use."""

    bank: Bank
    history: History
    clock: Clock
    chance: Random
    algebra: Algebra
    glyphs: Glyphs = UNICODE
