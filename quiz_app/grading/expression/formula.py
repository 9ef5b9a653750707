"""A formula, perhaps with losses in it, and its values at many points at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import mpmath
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from quiz_app.errors import QuizError
from quiz_app.grading.expression.domain import Floats, Points, size
from quiz_app.losses import Loss
from quiz_app.maths.evaluate import evaluate, evaluate_exactly
from quiz_app.maths.expression import Name, Number, Tree, names_in, parse, substitute, walk
from quiz_app.variants.author_expression import AuthorExpression, LossCall


class Formula(Struct, frozen=True):
    """An expression in variables. A loss in it is the loss of one sample, not its mean."""

    expression: AuthorExpression

    @classmethod
    def of(cls, tree: Tree) -> Formula:
        """A formula without losses."""
        return cls(AuthorExpression(tree, ()))

    def values(self, points: Points, mistakes: frozenset[str] = frozenset()) -> Floats:
        """The value at each point, nan where there is none.

        Losses that know one of the ``mistakes`` are computed with it. Raises QuizError where a
        loss refuses its arguments.
        """
        known: dict[str, Floats] = dict(points)
        for name, call in self.expression.losses:
            known[name] = loss_values(call, known, mistakes)
        return _spread(self.expression.tree, known)

    def exact(self, point: Mapping[str, float]) -> mpmath.mpf | None:
        """The value at one point to 50 digits; None where there is none, or with a loss."""
        if self.expression.losses:
            return None
        try:
            value = evaluate_exactly(self.expression.tree, dict(point))
        except QuizError:
            return None
        return None if isinstance(value, np.ndarray) else value

    @property
    def nodes(self) -> int:
        """How many parts the expression has."""
        return sum(1 for _ in walk(self.expression.tree))

    @property
    def trees(self) -> Iterator[Tree]:
        """The expression, and the definitions of the losses in it, for the cases in them."""
        yield self.expression.tree
        for _, call in self.expression.losses:
            yield definition(call)


def loss_values(call: LossCall, points: Points, mistakes: frozenset[str] = frozenset()) -> Floats:
    """The loss of each point, or its derivative.

    Parameters may differ from point to point. Raises QuizError for what the loss refuses.
    """
    if call.loss.classwise:
        raise QuizError(
            f"{call.loss.name} takes rows of numbers.", "Write the formula out for one class."
        )
    y_true, y_pred = _spread(call.y_true, points), _spread(call.y_pred, points)
    settings = {name: _spread(tree, points) for name, tree in call.parameters.items()}
    result = np.empty(size(points))
    for numbers, places in _alike(settings, size(points)):
        result[places] = _called(call, y_true[places], y_pred[places], numbers, mistakes)
    return result


def definition(call: LossCall) -> Tree:
    """The text definition of a loss in the terms of its call."""
    form = call.loss.form(call.from_logits)
    terms: dict[str, Tree] = {
        parameter.name: Number(repr(abs(parameter.default))) for parameter in form.parameters
    }
    terms |= call.parameters | {"y_true": call.y_true, "y_pred": call.y_pred}
    return substitute(_written_out(form), terms)


@lru_cache(maxsize=128)
def _written_out(loss: Loss) -> Tree:
    """The definition of a loss without its abbreviations."""
    tree = parse(loss.definition)
    while names_in(tree) & loss.where.keys():
        tree = substitute(tree, {name: parse(text) for name, text in loss.where.items()})
    return tree


def _called(
    call: LossCall,
    y_true: Floats,
    y_pred: Floats,
    numbers: dict[str, float],
    mistakes: frozenset[str],
) -> Floats:
    loss, on_logits = call.loss, call.from_logits
    if call.form == "gradient":
        return loss.gradient(y_true, y_pred, from_logits=on_logits, **numbers)
    made = [mistake for mistake in call.mistakes if mistake.name in mistakes]
    return loss.mistaken_per_sample(made, y_true, y_pred, from_logits=on_logits, **numbers)


def _alike(
    settings: Points, count: int
) -> Iterator[tuple[dict[str, float], NDArray[np.bool_] | slice]]:
    """The points in groups on which all parameters are the same."""
    if not settings:
        yield {}, slice(None)
        return
    table = np.stack([*settings.values()], axis=1)
    rows, group = np.unique(table, axis=0, return_inverse=True)
    for number, row in enumerate(rows):
        yield dict(zip(settings, map(float, row), strict=True)), group.reshape(count) == number


def _spread(tree: Tree, points: Points) -> Floats:
    """The value of a tree at each point."""
    if isinstance(tree, Name) and tree.name in points:
        return points[tree.name]
    value = np.asarray(evaluate(tree, points, strict=False))
    if value.ndim > 1 or (value.ndim and len(value) != size(points)):
        raise QuizError("This is not one formula.", "Write a formula whose value is one number.")
    return np.broadcast_to(value, (size(points),))
