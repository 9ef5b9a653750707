"""Cross-entropies whose targets are moved towards the uniform distribution."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quiz_app.losses import binary, multiclass
from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.mistakes import (
    OF_NEGATIVE_LOGARITHMS,
    LossFunction,
    Mistake,
    Preparation,
    after,
    inapplicable,
)
from quiz_app.losses.parameter import Parameter

_SMOOTHING = Parameter(
    "label_smoothing",
    0.1,
    Domain.interval(0, 1, open_high=True),
    "the weight of the uniform distribution in the targets",
)


def _smoothed(y_true: FloatArray, label_smoothing: float, classes: int) -> FloatArray:
    return y_true * (1 - label_smoothing) + label_smoothing / classes


def _on_smoothed(function: LossFunction) -> LossFunction:
    """A function of the plain loss, applied to smoothed targets."""

    def smoothed(y_true: FloatArray, y_pred: FloatArray, label_smoothing: float) -> FloatArray:
        classes = y_pred.shape[-1] if y_pred.ndim > 1 else 2
        return function(_smoothed(y_true, label_smoothing, classes), y_pred)

    return smoothed


def _mistakes(crossentropy: LossFunction) -> Iterable[Mistake]:
    def not_smoothed(y_true: FloatArray, p: FloatArray, label_smoothing: float) -> FloatArray:
        losses = crossentropy(y_true, p)
        return inapplicable(losses) if label_smoothing == 0 else losses

    def not_divided(y_true: FloatArray, p: FloatArray, label_smoothing: float) -> FloatArray:
        losses = crossentropy(_smoothed(y_true, label_smoothing, 1), p)
        return inapplicable(losses) if label_smoothing == 0 else losses

    yield from OF_NEGATIVE_LOGARITHMS
    yield Mistake(
        "not_smoothed",
        "You took the targets as they are; mix them with the uniform distribution first.",
        per_sample=not_smoothed,
    )
    yield Mistake(
        "not_divided_by_classes",
        "You gave every class the whole of α; the classes share it, α/K each.",
        per_sample=not_divided,
    )


def _smoothed_loss(
    plain: Loss, name: str, definition: str, mistakes: Iterable[Mistake], from_logits: Loss | None
) -> Loss:
    """The loss of that name, which is a plain cross-entropy of smoothed targets."""
    return replace(
        plain,
        name=name,
        title=f"{plain.title} with label smoothing",
        short=f"Smoothed{plain.short}",
        aliases=(),
        definition=definition,
        symbols={**plain.symbols, "label_smoothing": "alpha"},
        parameters=(_SMOOTHING,),
        value=_on_smoothed(plain.value),
        slope=_on_smoothed(plain.slope),
        own_mistakes=tuple(mistakes),
        from_logits=from_logits,
        builds_on=(plain.name,),
        convention="Targets become (1 − α)y + α/K, as in Keras and PyTorch; two classes: K = 2.",
    )


def _on_logits(prepare: Preparation, crossentropy: LossFunction) -> Iterable[Mistake]:
    return after(prepare, _mistakes(crossentropy))


_POSITIVE = "((1 - label_smoothing)*y_true + label_smoothing/2)"
_NEGATIVE = "((1 - label_smoothing)*(1 - y_true) + label_smoothing/2)"
_OF_CLASS = "((1 - label_smoothing)*y_true[k] + label_smoothing/K)"

smoothed_binary_crossentropy_from_logits = _smoothed_loss(
    binary.binary_crossentropy_from_logits,
    "smoothed_binary_crossentropy_from_logits",
    f"softplus(y_pred) - {_POSITIVE}*y_pred",
    _on_logits(binary.probability, binary.crossentropy),
    None,
)
smoothed_binary_crossentropy = _smoothed_loss(
    binary.binary_crossentropy,
    "smoothed_binary_crossentropy",
    f"-({_POSITIVE}*log(y_pred) + {_NEGATIVE}*log(1 - y_pred))",
    _mistakes(binary.crossentropy),
    smoothed_binary_crossentropy_from_logits,
)
smoothed_categorical_crossentropy_from_logits = _smoothed_loss(
    multiclass.categorical_crossentropy_from_logits,
    "smoothed_categorical_crossentropy_from_logits",
    f"logsumexp(y_pred) - sum({_OF_CLASS}*y_pred[k], k, K)",
    _on_logits(multiclass.probabilities, multiclass.crossentropy),
    None,
)
smoothed_categorical_crossentropy = _smoothed_loss(
    multiclass.categorical_crossentropy,
    "smoothed_categorical_crossentropy",
    f"-sum({_OF_CLASS}*log(y_pred[k]), k, K)",
    _mistakes(multiclass.crossentropy),
    smoothed_categorical_crossentropy_from_logits,
)

LOSSES = (
    smoothed_binary_crossentropy,
    smoothed_binary_crossentropy_from_logits,
    smoothed_categorical_crossentropy,
    smoothed_categorical_crossentropy_from_logits,
)
