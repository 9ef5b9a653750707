"""What a loss is: one definition with its numbers, its text, its domains and its mistakes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from quiz_app.errors import QuizError
from quiz_app.losses.blocks import each, total
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.inputs import Sample, as_numbers, check_domain, check_shapes
from quiz_app.losses.mistakes import (
    OF_EVERY_LOSS,
    LossFunction,
    Mistake,
    combine,
    inapplicable,
)
from quiz_app.losses.parameter import Parameter, parameter_values
from quiz_app.losses.reduction import Reduction, quietly, reducer

Task: TypeAlias = Literal[
    "regression",
    "binary",
    "multi-class",
    "margin",
    "divergence",
    "count",
    "embedding",
    "segmentation",
    "preference",
    "generative",
]


@dataclass(frozen=True, kw_only=True, eq=False)
class Loss:
    """A loss scores one sample; its cost is the mean (or sum) of the losses over the data.

    Arrays hold one sample or n of them. A sample is one number on either side; for a
    ``classwise`` loss ``y_pred`` has a row of K numbers per sample, and ``y_true`` a row or,
    where its domain is one of labels, the number of a class. Where ``row_is_data``, a row is a
    whole data set with one number per sample, and K their count. Shapes must fit exactly: a list
    never broadcasts against a column or a single number.

    ``definition`` is the loss of one sample as text, in ``y_true``, ``y_pred``, the names of
    the parameters, the abbreviations in ``where``, and K for the number of classes; a term
    0 · log 0 counts as zero. ``symbols`` says how formulas write the two arrays, and perhaps a
    parameter with a long name; ``short`` is what stands on their left. ``builds_on`` names the
    losses to know before this one, and ``convention`` says in a sentence which one is followed
    where libraries differ. ``arguments`` are what messages call the two arrays, where the field
    has other names for them.

    ``value`` and ``slope`` take checked float64 arrays of n samples and the parameters, and
    return the n losses and their derivatives by ``y_pred``; they look at each sample alone, so
    that many are taken in blocks. ``from_logits`` is the same loss on
    logits, used by the option of that name.
    """

    name: str
    title: str
    short: str
    task: Task
    definition: str
    symbols: Mapping[str, str]
    y_true: Domain
    y_pred: Domain
    value: LossFunction
    slope: LossFunction
    aliases: tuple[str, ...] = ()
    arguments: tuple[str, str] = ("y_true", "y_pred")
    where: Mapping[str, str] = field(default_factory=dict)
    parameters: tuple[Parameter, ...] = ()
    classwise: bool = False
    row_is_data: bool = False
    own_mistakes: tuple[Mistake, ...] = ()
    from_logits: Loss | None = None
    builds_on: tuple[str, ...] = ()
    convention: str = ""

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes of this loss, then those that belong to every loss."""
        return self.own_mistakes + OF_EVERY_LOSS

    def per_sample(
        self,
        y_true: ArrayLike,
        y_pred: ArrayLike,
        *,
        from_logits: bool = False,
        **parameters: ArrayLike,
    ) -> FloatArray:
        """The loss of each sample, shape (n,); a single sample gives shape (1,).

        Raises QuizError for what does not fit the domains, the shapes or the parameters.
        """
        form = self.form(from_logits)
        return form._each(form.value, y_true, y_pred, parameters)

    def cost(
        self,
        y_true: ArrayLike,
        y_pred: ArrayLike,
        *,
        reduction: Reduction = "mean",
        from_logits: bool = False,
        **parameters: ArrayLike,
    ) -> float:
        """The losses of all samples reduced to one number; errors as for ``per_sample``."""
        reducer(reduction)  # refuses an unknown one
        form = self.form(from_logits)
        targets, predictions, numbers = form._checked(y_true, y_pred, parameters)
        with np.errstate(all="ignore"):
            losses = total(form.value, targets, predictions, numbers)
        return losses / len(targets) if reduction == "mean" else losses

    __call__ = cost

    def gradient(
        self,
        y_true: ArrayLike,
        y_pred: ArrayLike,
        *,
        from_logits: bool = False,
        **parameters: ArrayLike,
    ) -> FloatArray:
        """Derivative of each sample's loss by ``y_pred``, in the shape of ``y_pred``.

        It is of the loss, not of the cost: nothing is divided by n. Errors as for ``per_sample``.
        """
        form = self.form(from_logits)
        return form._each(form.slope, y_true, y_pred, parameters).reshape(np.shape(y_pred))

    def mistaken_cost(
        self,
        mistakes: Mistake | Iterable[Mistake],
        y_true: ArrayLike,
        y_pred: ArrayLike,
        *,
        reduction: Reduction = "mean",
        from_logits: bool = False,
        **parameters: ArrayLike,
    ) -> float:
        """The cost that comes out when one or several mistakes are made together.

        nan or an infinity says that they cannot be made here, or not together. A mistake is
        known by its name: on logits it is the mistake of that name in ``form(True)``. Errors
        as for ``per_sample``.
        """
        right_reduce = reducer(reduction)
        form = self.form(from_logits)
        mistake = form._combined(mistakes)
        if mistake is None or mistake.reduction not in (None, reduction):
            return math.nan
        losses = form._apply(mistake.per_sample or form.value, y_true, y_pred, parameters)
        return mistake.factor * quietly(mistake.reduce or right_reduce, losses)

    def mistaken_per_sample(
        self,
        mistakes: Mistake | Iterable[Mistake],
        y_true: ArrayLike,
        y_pred: ArrayLike,
        *,
        from_logits: bool = False,
        **parameters: ArrayLike,
    ) -> FloatArray:
        """The losses that come out, shape (n,), as in ``mistaken_cost``.

        Mistakes in the reduction cannot be made here; they give nan for every sample.
        """
        form = self.form(from_logits)
        mistake = form._combined(mistakes)
        if mistake is None or mistake.reduce is not None:
            return inapplicable(form._apply(form.value, y_true, y_pred, parameters))
        function = mistake.per_sample or form.value
        return mistake.factor * form._apply(function, y_true, y_pred, parameters)

    def form(self, from_logits: bool) -> Loss:
        """This loss, or the same one on logits. Raises QuizError where there is none."""
        if not from_logits:
            return self
        if self.from_logits is None:
            raise QuizError(f"{self.name} has no option from_logits.", "Leave the option out.")
        return self.from_logits

    def _combined(self, mistakes: Mistake | Iterable[Mistake]) -> Mistake | None:
        """The mistakes of these names in this loss as one; ``None`` where that cannot be."""
        own = {mistake.name: mistake for mistake in self.mistakes}
        asked = (mistakes,) if isinstance(mistakes, Mistake) else tuple(mistakes)
        if any(mistake.name not in own for mistake in asked):
            return None
        return combine(own[mistake.name] for mistake in asked)

    def _each(
        self,
        function: LossFunction,
        y_true: ArrayLike,
        y_pred: ArrayLike,
        parameters: Mapping[str, ArrayLike],
    ) -> FloatArray:
        """``value`` or ``slope`` of the checked samples and all parameters."""
        targets, predictions, numbers = self._checked(y_true, y_pred, parameters)
        with np.errstate(all="ignore"):  # infinities are answers, not accidents
            return each(function, targets, predictions, numbers)

    def _apply(
        self,
        function: LossFunction,
        y_true: ArrayLike,
        y_pred: ArrayLike,
        parameters: Mapping[str, ArrayLike],
    ) -> FloatArray:
        """``function`` of a mistake, which may look at all samples together."""
        targets, predictions, numbers = self._checked(y_true, y_pred, parameters)
        with np.errstate(all="ignore"):  # infinities are answers, not accidents
            return function(targets, predictions, **numbers) + 0.0  # no negative zeros

    def _checked(
        self, y_true: ArrayLike, y_pred: ArrayLike, parameters: Mapping[str, ArrayLike]
    ) -> tuple[FloatArray, FloatArray, dict[str, float | FloatArray]]:
        """Both arrays and all parameters as ``value`` and ``slope`` take them."""
        targets, predictions = self._samples(y_true, y_pred)
        numbers = parameter_values(self.name, self.parameters, parameters, len(targets))
        return targets, predictions, numbers

    def _samples(self, y_true: ArrayLike, y_pred: ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Both arrays, checked, with the samples along the first axis."""
        true_name, pred_name = self.arguments
        targets, predictions = as_numbers(true_name, y_true), as_numbers(pred_name, y_pred)
        check_shapes(self.name, self.arguments, self._sample, targets, predictions)
        hint = " or, if these are logits, say from_logits=True" if self.from_logits else ""
        check_domain(pred_name, predictions, self.y_pred, hint)
        labelled = self._sample == "label and row"
        domain = Domain.labels(predictions.shape[-1]) if labelled else self.y_true
        check_domain(true_name, targets, domain)
        if predictions.ndim == int(self.classwise):
            return targets[np.newaxis], predictions[np.newaxis]
        return targets, predictions

    @property
    def _sample(self) -> Sample:
        if not self.classwise:
            return "numbers"
        return "label and row" if self.y_true.whole else "rows"
