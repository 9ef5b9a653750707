"""The neighbours of a loss: those that it is made of, equals or bounds, shown by live numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from quiz_app.formulas.neighbours import (
    adversarial,
    binary,
    classes,
    likelihoods,
    regression,
    scores,
)
from quiz_app.formulas.neighbours.model import Relation
from quiz_app.formulas.sampling import samples
from quiz_app.losses import Loss, all_losses

__all__ = ["RELATIONS", "Neighbour", "Relation", "neighbours_of", "next_after"]

RELATIONS = (
    *regression.RELATIONS,
    *binary.RELATIONS,
    *scores.RELATIONS,
    *classes.RELATIONS,
    *likelihoods.RELATIONS,
    *adversarial.RELATIONS,
)


@dataclass(frozen=True)
class Neighbour:
    """A relation as it is seen from one of its two losses; ``loss`` is the other one."""

    loss: Loss
    relation: Relation
    seen_from: Loss

    @property
    def backwards(self) -> bool:
        """Whether the sentence of the relation is about the neighbour, not the loss seen from."""
        return self.seen_from is not self.relation.loss

    def read(
        self, target: float, prediction: float, parameters: Mapping[str, float]
    ) -> tuple[float, float] | None:
        """Both sides at a place on the x axis of the loss that it is seen from.

        nan says that the relation does not hold there; None, that the losses take different
        samples, so that there is no such place.
        """
        relation = self.relation
        y_true, y_pred = samples(self.seen_from, target, np.array([prediction]))
        if self.backwards and not relation.shares(y_true, y_pred):
            return None
        left, right = relation.sides(y_true, y_pred, parameters)
        return float(left[0]), float(right[0])


def neighbours_of(loss: Loss) -> tuple[Neighbour, ...]:
    """What relates the loss to others: first what it follows from, then what follows from it."""
    return (
        *(Neighbour(each.other, each, loss) for each in RELATIONS if each.loss is loss),
        *(Neighbour(each.loss, each, loss) for each in RELATIONS if each.other is loss),
    )


def next_after(loss: Loss) -> tuple[Loss, ...]:
    """The losses that build on this one, in learning order."""
    return tuple(other for other in all_losses() if loss.name in other.builds_on)
