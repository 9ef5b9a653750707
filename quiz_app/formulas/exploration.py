"""Losses side by side, with numbers to turn and a cursor that reads the curves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from quiz_app.formulas.company import MOST_CURVES, company, shared_window, target_stops
from quiz_app.formulas.curves import Figure, curve_names, loss_figure, slope_figure
from quiz_app.formulas.dial import Dial, lies_in, stops_between, stops_in
from quiz_app.formulas.sampling import admits, slopes, values
from quiz_app.losses import Loss, Parameter
from quiz_app.maths.plot import Curve, Point

_PREDICTION, _TARGET = "y_pred", "y_true"

# The target around which losses of a residual are drawn.
_CENTRE = 3.0
# Where the cursor stands at first, as a part of the x axis.
_AT_FIRST = 0.25
_FINE, _COARSE = 0.02, 0.1

_Range: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Reading:
    """What one curve shows at the cursor; nan where the loss is not defined."""

    name: str
    value: float
    slope: float


@dataclass(frozen=True)
class Exploration:
    """Up to four comparable losses and the numbers that shape their curves.

    The first dial is the prediction, where the cursor stands; then come the target, which
    losses of classes do not have, and the parameters of all the losses. The dial ``in_hand``
    is the one that is turned. With ``slope`` the figure shows the slopes of the losses.
    """

    losses: tuple[Loss, ...]
    dials: tuple[Dial, ...]
    in_hand: int = 0
    slope: bool = False

    @property
    def cursor(self) -> float:
        """The prediction at which the curves are read."""
        return self.dials[0].value

    @property
    def target(self) -> float:
        """The target; losses of classes, which have none, are drawn for the first class."""
        return self._values().get(_TARGET, 1.0)

    @property
    def parameters(self) -> dict[str, float]:
        """The value of each parameter, by name."""
        values = self._values()
        return {name: values[name] for name in values if name not in (_PREDICTION, _TARGET)}

    def turned(self, steps: int) -> Exploration:
        """The dial in hand moved by so many stops."""
        dials = list(self.dials)
        dials[self.in_hand] = dials[self.in_hand].turned(steps)
        return replace(self, dials=tuple(dials))

    def with_next_dial(self, step: int = 1) -> Exploration:
        """Another dial in hand, in a ring."""
        return replace(self, in_hand=(self.in_hand + step) % len(self.dials))

    def with_other_side(self) -> Exploration:
        """Slopes in place of losses, or the other way round."""
        return replace(self, slope=not self.slope)

    def with_or_without(self, loss: Loss) -> Exploration:
        """The loss added or, where it is shown, removed; there are always from one to four.

        A number keeps its value as far as all of the losses admit it.
        """
        if loss not in self.losses:
            losses = (*self.losses, loss)
        else:
            losses = tuple(other for other in self.losses if other is not loss)
        if not 1 <= len(losses) <= MOST_CURVES:
            return self
        dials = _dials(losses, self._values())
        names = [dial.name for dial in dials]
        held = self.dials[self.in_hand].name
        return Exploration(
            losses, dials, names.index(held) if held in names else 0, slope=self.slope
        )

    def readings(self) -> tuple[Reading, ...]:
        """The loss and the slope of every curve at the cursor."""
        return tuple(
            Reading(name, *self._read(loss))
            for name, loss in zip(curve_names(self.losses), self.losses, strict=True)
        )

    def figure(self) -> Figure:
        """The curves, with a point on each of them at the cursor.

        The axes stay where they are while the target moves.
        """
        make = slope_figure if self.slope else loss_figure
        drawn = make(self.losses, target=self.target, parameters=self.parameters, around=_CENTRE)
        points = tuple(
            Point(self.cursor, reading.slope if self.slope else reading.value, index)
            for index, reading in enumerate(self.readings())
        )
        return replace(
            drawn,
            x_range=shared_window(self.losses, _CENTRE),
            y_range=drawn.y_range or self._height(drawn.curves),
            marks=(*drawn.marks, *points),
        )

    def _values(self) -> dict[str, float]:
        return {dial.name: dial.value for dial in self.dials}

    def _read(self, loss: Loss) -> tuple[float, float]:
        if not admits(loss, self.cursor):
            return np.nan, np.nan
        place = (loss, self.target, np.array([self.cursor]), self.parameters)
        return float(values(*place)[0]), float(slopes(*place)[0])

    def _height(self, curves: Sequence[Curve]) -> _Range | None:
        """The part of the y axis to show; None for all of it."""
        if not all(loss.task == "regression" for loss in self.losses):
            return None
        low, high = shared_window(self.losses, _CENTRE)
        # As far from the target as the picture reaches when the target is in its middle.
        seen = np.concatenate(
            [curve.y[np.abs(curve.x - self.target) <= (high - low) / 2] for curve in curves]
        )
        lowest, highest = min(0.0, float(seen.min())), float(seen.max())
        return (lowest, highest) if lowest < highest else None


def explore(loss: Loss) -> Exploration:
    """A loss in its classic company."""
    losses = company(loss)
    return Exploration(losses, _dials(losses, {}))


def _dials(losses: Sequence[Loss], values: Mapping[str, float]) -> tuple[Dial, ...]:
    """The dials of the losses; a number takes its value of ``values`` where that is admitted."""
    return (
        *_of_prediction(losses, values),
        *_of_target(losses, values),
        *_of_parameters(losses, values),
    )


def _of_prediction(losses: Sequence[Loss], values: Mapping[str, float]) -> tuple[Dial]:
    low, high = shared_window(losses, _CENTRE)
    step = _FINE if high - low <= 1 else _COARSE
    stops = tuple(
        stop
        for stop in stops_between(low, high, round((high - low) / step))
        if any(admits(loss, stop) for loss in losses)
    )
    wanted = values.get(_PREDICTION, low + _AT_FIRST * (high - low))
    return (Dial(_PREDICTION, losses[0].symbols[_PREDICTION], _nearest(wanted, stops), stops),)


def _of_target(losses: Sequence[Loss], values: Mapping[str, float]) -> tuple[Dial, ...]:
    stops = target_stops(losses, _CENTRE)
    if not stops:
        return ()
    wanted = values.get(_TARGET, min(_CENTRE, stops[-1]))
    return (Dial(_TARGET, losses[0].symbols[_TARGET], _nearest(wanted, stops), stops),)


def _of_parameters(losses: Sequence[Loss], values: Mapping[str, float]) -> tuple[Dial, ...]:
    """A dial for each name; losses that share a parameter share the dial."""
    sharing: dict[str, list[Parameter]] = {}
    symbols: dict[str, str] = {}
    for loss in losses:
        for parameter in loss.parameters:
            sharing.setdefault(parameter.name, []).append(parameter)
            symbols.setdefault(parameter.name, loss.symbols.get(parameter.name, parameter.name))
    return tuple(
        _of_parameter(same, symbols[name], values.get(name, same[0].default))
        for name, same in sharing.items()
    )


def _of_parameter(same: Sequence[Parameter], symbol: str, wanted: float) -> Dial:
    name, default = same[0].name, same[0].default
    stops = tuple(
        stop
        for stop in sorted({*stops_in(same[0].domain), default})
        if all(lies_in(parameter.domain, stop) for parameter in same)
    )
    return Dial(name, symbol, _nearest(wanted, stops), stops)


def _nearest(wanted: float, stops: Sequence[float]) -> float:
    return min(stops, key=lambda stop: abs(stop - wanted))
