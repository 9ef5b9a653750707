"""The picture that shows a loss best, beside those it is compared with."""

from __future__ import annotations

from dataclasses import replace

from quiz_app.formulas.curves import Figure, loss_figure
from quiz_app.losses import Loss, get

# The target around which losses of a residual are drawn.
_TARGET = 3.0

# The classic company of a loss of a residual: quadratic, absolute, and both in turn.
_COMPANY = ("mean_squared_error", "mean_absolute_error", "huber")

# Beyond this a cross-entropy only goes on rising, and a lower picture shows its shape better.
_HIGHEST = 5.0


def portrait(loss: Loss) -> Figure:
    """A loss of a residual among its peers, one of a label for both labels, any other alone."""
    if loss.task == "regression":
        company = [get(name) for name in _COMPANY]
        return loss_figure(company if loss in company else [*company, loss], target=_TARGET)
    if loss.task == "binary":
        return _for_both_labels(loss)
    return loss_figure([loss], target=1.0)


def _for_both_labels(loss: Loss) -> Figure:
    figure = loss_figure([loss], target=1.0)
    curves = tuple(
        replace(curve, name=f"y = {label}")
        for label in (1, 0)
        for curve in loss_figure([loss], target=float(label)).curves
    )
    return replace(figure, curves=curves, title=loss.title, y_range=(0.0, _HIGHEST))
