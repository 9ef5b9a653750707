"""Points at which a loss is tried: drawn from its declared domains, always the same ones."""

from __future__ import annotations

from math import isinf

import numpy as np

from quiz_app.errors import QuizError
from quiz_app.losses import Domain, FloatArray, Loss

COUNT = 4_000
CLASSES = 3

_SEED = 20
_WIDE = 2.0  # powers of ten that numbers without a bound are spread over


class Points:
    """``COUNT`` targets with two predictions each, ``first`` and ``second``.

    Arrays have shape (COUNT,), rows of classes shape (COUNT, 3). Raises QuizError for a domain
    whose rows follow a rule that nothing drawn here fits.
    """

    def __init__(self, loss: Loss) -> None:
        self._chance = np.random.default_rng(_SEED)
        self.targets = self._draw(loss.y_true, rows=loss.classwise and not loss.y_true.whole)
        self.first = self._draw(loss.y_pred, rows=loss.classwise)
        self.second = self._draw(loss.y_pred, rows=loss.classwise)
        self.shares = self._chance.random(COUNT)

    def _draw(self, domain: Domain, *, rows: bool) -> FloatArray:
        shape = (COUNT, CLASSES) if rows else (COUNT,)
        ways = (self._numbers, self._simplex) if rows and domain.low == 0 else (self._numbers,)
        for way in ways:
            drawn = way(domain, shape)
            if domain.first_violation(drawn) is None:
                return drawn
        raise QuizError(
            f"No points can be drawn that are {domain.describe()}.",
            "Look at the formulas of this loss instead.",
        )

    def _simplex(self, _: Domain, shape: tuple[int, ...]) -> FloatArray:
        return self._chance.dirichlet(np.ones(shape[-1]), shape[0])

    def _numbers(self, domain: Domain, shape: tuple[int, ...]) -> FloatArray:
        if domain.members:
            return self._chance.choice(np.array(domain.members), shape)
        if domain.whole:
            return self._chance.integers(0, int(min(domain.high, CLASSES)), shape).astype(float)
        if isinf(domain.low) and isinf(domain.high):
            spread = 10 ** self._chance.uniform(-1, _WIDE, shape)
            return self._chance.standard_normal(shape) * spread
        if isinf(domain.high):
            return domain.low + 10 ** self._chance.uniform(-_WIDE, _WIDE, shape)
        if isinf(domain.low):
            return domain.high - 10 ** self._chance.uniform(-_WIDE, _WIDE, shape)
        return self._chance.uniform(np.nextafter(domain.low, domain.high), domain.high, shape)
