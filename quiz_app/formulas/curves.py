"""The live losses drawn against the prediction, and pictures put together from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from quiz_app.errors import QuizError
from quiz_app.formulas.company import MOST_CURVES, check_one_scale
from quiz_app.formulas.heights import without_poles
from quiz_app.formulas.sampling import predictions, slopes, values
from quiz_app.losses import FloatArray, Loss, get
from quiz_app.maths.layout import UNICODE
from quiz_app.maths.layout.names import spelled
from quiz_app.maths.plot import Curve, GlyphSet, Guide, Mark, Plot, plot, svg

# An odd number puts a sample on the target, where losses have their minimum and their kink.
_POINTS = 401
# What is drawn of a row of predictions, by task.
_OF_CLASSES = "{} of the right class"
_OF_ROWS = {
    "regression": "one {} of three, the others right",
    "embedding": "first entry of the {}, the others 1",
    "segmentation": "{} of the marked pixel",
}

_Measure: TypeAlias = Callable[[Loss, float, FloatArray, Mapping[str, float]], FloatArray]


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

    def svg(self) -> str:
        """The figure as an SVG document."""
        return svg(
            self.curves,
            title=self.title,
            x_label=self.x_label,
            y_label=self.y_label,
            x_range=self.x_range,
            y_range=self.y_range,
            marks=self.marks,
        )


def loss_curves(
    losses: Sequence[Loss],
    *,
    target: float,
    parameters: Mapping[str, float] | None = None,
    around: float | None = None,
    points: int = _POINTS,
) -> tuple[Curve, ...]:
    """The loss of one sample against its prediction, a curve for each loss.

    The prediction runs over the target ± 4 in a regression (or over another centre ± 4, if one
    is given with ``around``), over the inside of a bounded domain such as that of
    probabilities, over the six units above the end of a half-bounded one, and over scores from
    −3 to 3 otherwise. A classwise
    loss is drawn against the probability of the right class, the others sharing the rest, or
    against its logit, the others being zero; ``target`` does not matter there. Each loss takes
    the ``parameters`` it has. Raises QuizError for a target or a parameter that does not fit.
    """
    return _curves(losses, values, target, parameters or {}, around, points)


def slope_curves(
    losses: Sequence[Loss],
    *,
    target: float,
    parameters: Mapping[str, float] | None = None,
    around: float | None = None,
    points: int = _POINTS,
) -> tuple[Curve, ...]:
    """The slopes of ``loss_curves``, by the gradients of the losses along what they run over."""
    return _curves(losses, slopes, target, parameters or {}, around, points)


def loss_figure(
    losses: Sequence[Loss],
    *,
    target: float,
    parameters: Mapping[str, float] | None = None,
    around: float | None = None,
) -> Figure:
    """``loss_curves`` with title, labels and, for regression losses, a guide at the target.

    It is as high as the losses are away from the ends of the x axis. A loss named twice is
    drawn once. Raises QuizError for more losses than can be told apart, and for those of
    probabilities among others.
    """
    losses = _one_picture(losses)
    curves = loss_curves(losses, target=target, parameters=parameters, around=around)
    return _figure(losses, curves, target, "loss")


def slope_figure(
    losses: Sequence[Loss],
    *,
    target: float,
    parameters: Mapping[str, float] | None = None,
    around: float | None = None,
) -> Figure:
    """``slope_curves`` likewise."""
    losses = _one_picture(losses)
    curves = slope_curves(losses, target=target, parameters=parameters, around=around)
    return _figure(losses, curves, target, "slope")


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


def _figure(
    losses: Sequence[Loss], curves: tuple[Curve, ...], target: float, y_label: str
) -> Figure:
    return Figure(
        curves=curves,
        title=_title(losses, target),
        x_label=_x_label(losses),
        y_label=y_label,
        y_range=without_poles(losses, curves),
        marks=_guides(losses, target),
    )


def _one_picture(losses: Sequence[Loss]) -> tuple[Loss, ...]:
    """Each of the losses once; raises QuizError if they do not fit into one picture."""
    different = tuple(dict.fromkeys(losses))
    if len(different) > MOST_CURVES:
        raise QuizError(
            f"{len(different)} curves in one picture look alike.",
            f"Draw {MOST_CURVES} at most.",
        )
    check_one_scale(different)
    return different


def _curves(
    losses: Sequence[Loss],
    measure: _Measure,
    target: float,
    parameters: Mapping[str, float],
    around: float | None,
    points: int,
) -> tuple[Curve, ...]:
    _check_parameters(losses, parameters)
    centre = target if around is None else around
    return tuple(
        Curve(name, x, measure(loss, target, x, parameters))
        for loss, name in zip(losses, curve_names(losses), strict=True)
        for x in [predictions(loss, centre, points)]
    )


def curve_names(losses: Sequence[Loss]) -> list[str]:
    """The short form of each loss, or its title where several share the short form."""
    shorts = [loss.short for loss in losses]
    return [loss.short if shorts.count(loss.short) == 1 else loss.title for loss in losses]


def _title(losses: Sequence[Loss], target: float) -> str:
    """``MSE, MAE and Huber for y = 3``."""
    *others, last = curve_names(losses)
    names = f"{', '.join(others)} and {last}" if others else losses[-1].title
    if all(loss.classwise for loss in losses):
        return names
    number = f"{target:g}".replace("-", "−")
    symbols = {spelled(loss.symbols["y_true"], UNICODE) for loss in losses}
    symbol = symbols.pop() if len(symbols) == 1 else "y"
    return f"{names} for {symbol} = {number}"


def _x_label(losses: Sequence[Loss]) -> str:
    symbols = {spelled(loss.symbols["y_pred"], UNICODE) for loss in losses}
    label = " ".join(["prediction", *(symbols if len(symbols) == 1 else ())])
    if not all(loss.classwise for loss in losses):
        return label
    of_what = {_OF_ROWS.get(loss.task, _OF_CLASSES) for loss in losses}
    return of_what.pop().format(label) if len(of_what) == 1 else label


def _guides(losses: Sequence[Loss], target: float) -> tuple[Mark, ...]:
    if not all(loss.task == "regression" for loss in losses):
        return ()
    # Of rows, the target that is drawn is that of a one-hot row.
    return (Guide(1.0 if losses[0].classwise else target),)


def _check_parameters(losses: Sequence[Loss], parameters: Mapping[str, float]) -> None:
    known = {parameter.name for loss in losses for parameter in loss.parameters}
    for name in parameters:
        if name not in known:
            raise QuizError(
                f"None of these losses has a parameter {name}.",
                f"Known parameters: {', '.join(sorted(known))}." if known else "Leave it out.",
            )
