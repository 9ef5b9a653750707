"""Which losses can share a picture: those over the same predictions, for the same target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from quiz_app.errors import QuizError
from quiz_app.formulas.dial import lies_in, stops_between
from quiz_app.formulas.sampling import of_probabilities, window
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


def check_one_scale(losses: Sequence[Loss]) -> None:
    """Raise QuizError if the predictions of one loss are probabilities and of another are not.

    On one axis the same number would mean two things; so it is with rows, and with distances.
    """
    first, *others = losses
    for other in others:
        if _scale(other) != _scale(first):
            raise QuizError(
                f"{first.short} takes {_scale(first)}, {other.short} {_scale(other)}.",
                _way_out(first, other),
            )


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


def _scale(loss: Loss) -> str:
    """What a position on the x axis is for the loss."""
    if of_probabilities(loss) or loss.y_pred.high == 1:
        return "a probability"
    if loss.classwise and loss.task in ("regression", "embedding") and loss.y_true.row_rule:
        return "a row of numbers"
    return "a distance" if loss.y_pred.low == 0 and loss.task == "embedding" else "a number"


def _way_out(*losses: Loss) -> str:
    """Pictures apart or, for a loss that has one, its form that takes a score."""
    for loss in losses:
        if loss.from_logits is not None:
            form = loss.from_logits
            return f"Draw them apart, or use {(*form.aliases, form.name)[0]}."
    return "Draw them apart."


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
