"""The live losses drawn against the prediction, and pictures put together from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from quiz_app.errors import QuizError
from quiz_app.losses import FloatArray, Loss, get
from quiz_app.maths.plot import Curve, GlyphSet, Guide, Mark, Plot, plot

# A classwise loss is drawn for this many classes, the first of them the right one.
_CLASSES = 3
_SCORES = (-3.0, 3.0)
_AROUND_TARGET = 4.0
# An odd number puts a sample on the target, where losses have their minimum and their kink.
_POINTS = 401
# Samples this near to an end of a bounded domain, a twentieth of all, do not set the height.
_NEAR_END = 19

_Measure: TypeAlias = Callable[[Loss, FloatArray, FloatArray, Mapping[str, float]], FloatArray]


@dataclass(frozen=True, eq=False)
class Figure:
    """Curves with everything that explains them, in no size yet."""

    curves: tuple[Curve, ...]
    title: str
    x_label: str
    y_label: str
    x_range: tuple[float, float] | None = None
    y_range: tuple[float, float] | None = None
    marks: tuple[Mark, ...] = ()

    def draw(self, *, width: int, height: int, glyphs: GlyphSet = "unicode") -> Plot:
        """The figure in ``height`` rows of ``width`` cells; raises QuizError without room."""
        return plot(
            self.curves,
            width=width,
            height=height,
            title=self.title,
            x_label=self.x_label,
            y_label=self.y_label,
            x_range=self.x_range,
            y_range=self.y_range,
            marks=self.marks,
            glyphs=glyphs,
        )


def loss_curves(
    losses: Sequence[Loss],
    *,
    target: float,
    parameters: Mapping[str, float] | None = None,
    points: int = _POINTS,
) -> tuple[Curve, ...]:
    """The loss of one sample against its prediction, a curve for each loss.

    The prediction runs over the target ± 4 in a regression, over the inside of a bounded
    domain such as that of probabilities, and over scores from −3 to 3 otherwise. A classwise
    loss is drawn against the probability of the right class, the others sharing the rest, or
    against its logit, the others being zero; ``target`` does not matter there. Each loss takes
    the ``parameters`` it has. Raises QuizError for a target or a parameter that does not fit.
    """
    return _curves(losses, _value, target, parameters or {}, points)


def slope_curves(
    losses: Sequence[Loss],
    *,
    target: float,
    parameters: Mapping[str, float] | None = None,
    points: int = _POINTS,
) -> tuple[Curve, ...]:
    """The slopes of ``loss_curves``, by the gradients of the losses along what they run over."""
    return _curves(losses, _slope, target, parameters or {}, points)


def loss_figure(
    losses: Sequence[Loss], *, target: float, parameters: Mapping[str, float] | None = None
) -> Figure:
    """``loss_curves`` with title, labels and, for regression losses, a guide at the target."""
    return Figure(
        curves=loss_curves(losses, target=target, parameters=parameters),
        title=_title(losses, target),
        x_label=_x_label(losses),
        y_label="loss",
        marks=_guides(losses, target),
    )


def slope_figure(
    losses: Sequence[Loss], *, target: float, parameters: Mapping[str, float] | None = None
) -> Figure:
    """``slope_curves`` likewise, as high as the slopes are away from the ends of the x axis."""
    curves = slope_curves(losses, target=target, parameters=parameters)
    return Figure(
        curves=curves,
        title=_title(losses, target),
        x_label=_x_label(losses),
        y_label="slope",
        y_range=_without_poles(losses, curves),
        marks=_guides(losses, target),
    )


def demonstrations() -> tuple[Figure, ...]:
    """The two classic pictures: losses of a residual, and of a probability."""
    of_residuals = [get("mean_squared_error"), get("mean_absolute_error"), get("huber")]
    cross_entropy = get("binary_crossentropy")
    return (
        loss_figure(of_residuals, target=3.0),
        Figure(
            curves=tuple(
                replace(curve, name=f"y = {target}")
                for target in (1, 0)
                for curve in loss_curves([cross_entropy], target=target)
            ),
            title=cross_entropy.title,
            x_label=_x_label([cross_entropy]),
            y_label="loss",
            x_range=(0.0, 1.0),
            y_range=(0.0, 5.0),
        ),
    )


def _curves(
    losses: Sequence[Loss],
    measure: _Measure,
    target: float,
    parameters: Mapping[str, float],
    points: int,
) -> tuple[Curve, ...]:
    _check_parameters(losses, parameters)
    return tuple(
        Curve(name, x, measure(loss, *_samples(loss, target, x), _own(loss, parameters)))
        for loss, name in zip(losses, _names(losses), strict=True)
        for x in [_predictions(loss, target, points)]
    )


def _value(
    loss: Loss, y_true: FloatArray, y_pred: FloatArray, parameters: Mapping[str, float]
) -> FloatArray:
    return loss.per_sample(y_true, y_pred, from_logits=False, **parameters)


def _slope(
    loss: Loss, y_true: FloatArray, y_pred: FloatArray, parameters: Mapping[str, float]
) -> FloatArray:
    gradient = loss.gradient(y_true, y_pred, from_logits=False, **parameters)
    return gradient @ _direction(loss) if loss.classwise else gradient


def _predictions(loss: Loss, target: float, points: int) -> FloatArray:
    """Where a loss is drawn; ends of its domain, where it may be infinite, are left out."""
    domain = loss.y_pred
    low, high = max(_SCORES[0], domain.low), min(_SCORES[1], domain.high)
    if _of_probabilities(loss):
        low, high = 0.0, 1.0
    elif loss.task == "regression":
        low = max(target - _AROUND_TARGET, domain.low)
        high = min(target + _AROUND_TARGET, domain.high)
    if low == domain.low or high == domain.high:
        return np.linspace(low, high, points + 2)[1:-1]
    return np.linspace(low, high, points)


def _samples(loss: Loss, target: float, x: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Targets and predictions, a sample for each position on the x axis."""
    if not loss.classwise:
        return np.full_like(x, target), x
    others = (1 - x) / (_CLASSES - 1) if _of_probabilities(loss) else np.zeros_like(x)
    y_pred = np.column_stack([x] + [others] * (_CLASSES - 1))
    if loss.y_true.whole:
        return np.zeros_like(x), y_pred
    return np.tile(np.eye(_CLASSES)[0], (len(x), 1)), y_pred


def _direction(loss: Loss) -> FloatArray:
    """How a row of predictions changes with that of the right class."""
    others = -1 / (_CLASSES - 1) if _of_probabilities(loss) else 0.0
    return np.array([1.0] + [others] * (_CLASSES - 1))


def _of_probabilities(loss: Loss) -> bool:
    return loss.classwise and loss.y_pred.low == 0


def _names(losses: Sequence[Loss]) -> list[str]:
    """The short form of each loss, or its title where several share the short form."""
    shorts = [loss.short for loss in losses]
    return [loss.short if shorts.count(loss.short) == 1 else loss.title for loss in losses]


def _title(losses: Sequence[Loss], target: float) -> str:
    """``MSE, MAE and Huber for y = 3``."""
    *others, last = _names(losses)
    names = f"{', '.join(others)} and {last}" if others else losses[-1].title
    if all(loss.classwise for loss in losses):
        return names
    number = f"{target:g}".replace("-", "−")
    return f"{names} for y = {number}"


def _x_label(losses: Sequence[Loss]) -> str:
    symbols = {loss.symbols["y_pred"].replace("yhat", "ŷ") for loss in losses}
    label = " ".join(["prediction", *(symbols if len(symbols) == 1 else ())])
    return f"{label} of the right class" if all(loss.classwise for loss in losses) else label


def _guides(losses: Sequence[Loss], target: float) -> tuple[Mark, ...]:
    return (Guide(target),) if all(loss.task == "regression" for loss in losses) else ()


def _without_poles(losses: Sequence[Loss], curves: Sequence[Curve]) -> tuple[float, float] | None:
    """Zero and all slopes, but for those near the ends of bounded domains, which may be poles."""
    if not any(_bounded(loss) for loss in losses):
        return None
    slopes = [
        curve.y[_NEAR_END:-_NEAR_END] if _bounded(loss) else curve.y
        for loss, curve in zip(losses, curves, strict=True)
    ]
    shown = np.concatenate([*slopes, [0.0]])
    return float(shown.min()), float(shown.max())


def _bounded(loss: Loss) -> bool:
    return _of_probabilities(loss) or bool(np.isfinite([loss.y_pred.low, loss.y_pred.high]).all())


def _own(loss: Loss, parameters: Mapping[str, float]) -> dict[str, float]:
    names = {parameter.name for parameter in loss.parameters}
    return {name: value for name, value in parameters.items() if name in names}


def _check_parameters(losses: Sequence[Loss], parameters: Mapping[str, float]) -> None:
    known = {parameter.name for loss in losses for parameter in loss.parameters}
    for name in parameters:
        if name not in known:
            raise QuizError(
                f"None of these losses has a parameter {name}.",
                f"Known parameters: {', '.join(sorted(known))}." if known else "Leave it out.",
            )
