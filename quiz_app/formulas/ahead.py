"""Formulas before they are asked for: derived one by one while there is time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from quiz_app.formulas.model import KINDS
from quiz_app.losses import all_losses
from quiz_app.maths.algebra import AlgebraError

if TYPE_CHECKING:
    from quiz_app.formulas.cache import FormulaCache


def derive_ahead(formulas: FormulaCache, stopped: Callable[[], bool]) -> None:
    """Have every formula of every loss on disk, unless ``stopped`` says that it is enough.

    A formula that the algebra cannot derive is passed over: whoever asks for it is told why.
    """
    for loss in all_losses():
        for show in KINDS:
            if stopped():
                return
            with contextlib.suppress(AlgebraError):
                formulas.formula(loss, show)
