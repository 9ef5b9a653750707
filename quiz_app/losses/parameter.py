"""The numbers that shape a loss, and how those that a caller gives become all that it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from numpy.typing import ArrayLike

from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.inputs import checked_parameter, unknown_parameter


@dataclass(frozen=True)
class Parameter:
    """A number that shapes a loss, such as Huber's delta.

    One that may be given ``per_sample`` is one number for all samples or a list of n.
    """

    name: str
    default: float
    domain: Domain
    meaning: str
    per_sample: bool = False


def parameter_values(
    loss: str, parameters: Iterable[Parameter], given: Mapping[str, ArrayLike], samples: int
) -> dict[str, float | FloatArray]:
    """Every parameter with its given or default value, one number or one per sample.

    Raises QuizError for one that the loss of that name does not have, or outside its domain.
    """
    known = {parameter.name: parameter for parameter in parameters}
    values: dict[str, float | FloatArray] = {
        name: parameter.default for name, parameter in known.items()
    }
    for name, value in given.items():
        if name not in known:
            raise unknown_parameter(loss, name, known)
        listed = samples if known[name].per_sample else None
        number = checked_parameter(name, value, known[name].domain, listed)
        values[name] = number if number.ndim else float(number)
    return values
