"""Which losses can share a picture: those over the same predictions, for the same target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from quiz_app.formulas.dial import lies_in, stops_between
from quiz_app.formulas.sampling import window
from quiz_app.losses import Loss, all_losses

# More curves than this look alike without colour.
MOST_CURVES = 4

# What an interviewer draws: losses of a residual, of a probability, of a score.
_CLASSIC = (
    *("mean_squared_error", "mean_absolute_error", "huber"),
    *("binary_crossentropy", "brier"),
    *("hinge", "logistic", "zero_one"),
)
_SOFT_LABELS = 10
_TARGET_STEPS_PER_UNIT = 2


def comparable(loss: Loss) -> tuple[Loss, ...]:
    """The losses that can be drawn together with this one, itself among them, in learning order."""
    return tuple(other for other in all_losses() if _fits(loss, other))


def company(loss: Loss) -> tuple[Loss, ...]:
    """The classic comparison of the kind of this loss, and this loss."""
    among = comparable(loss)
    classic = tuple(other for name in _CLASSIC for other in among if other.name == name)
    return classic if loss in classic else (*classic, loss)


def target_stops(losses: Sequence[Loss], centre: float) -> tuple[float, ...]:
    """Targets that all of the losses take; none for those of classes, where it has no number."""
    if any(loss.classwise for loss in losses):
        return ()
    for candidates in _target_candidates(losses, centre):
        stops = [
            target
            for target in sorted(candidates)
            if all(lies_in(loss.y_true, target) for loss in losses)
        ]
        if len(stops) > 1:
            return tuple(stops)
    return ()


def shared_window(losses: Sequence[Loss], centre: float) -> tuple[float, float]:
    """The x axis on which all of the losses are drawn in full."""
    lows, highs = zip(*(window(loss, centre) for loss in losses), strict=True)
    return min(lows), max(highs)


def _fits(loss: Loss, other: Loss) -> bool:
    if loss is other:
        return True
    return _axis(loss) == _axis(other) and (
        loss.classwise
        or loss.y_true == other.y_true
        or bool(target_stops((loss, other), centre=0.0))
    )


def _axis(loss: Loss) -> tuple[str, ...]:
    """What the predictions are: numbers around a target, or probabilities, scores, rates …"""
    if loss.task == "regression" and not loss.classwise:
        return (loss.task,)
    task = "two classes" if loss.task in ("binary", "margin") else loss.task
    return (task, loss.symbols["y_pred"], f"{loss.y_pred.low} to {loss.y_pred.high}")


def _target_candidates(losses: Sequence[Loss], centre: float) -> Iterator[tuple[float, ...]]:
    """Labels where a loss has some, in either coding, else numbers throughout the domain."""
    domains = [loss.y_true for loss in losses]
    yield from (domain.members for domain in domains)
    yield from (domain.alternative for domain in domains)
    for domain in domains:
        if isfinite(domain.low) and isfinite(domain.high):
            yield stops_between(domain.low, domain.high, _SOFT_LABELS)
    low, high = shared_window(losses, centre)
    yield stops_between(low, high, round((high - low) * _TARGET_STEPS_PER_UNIT))
