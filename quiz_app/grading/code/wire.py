"""What goes to the process of a learner's code and comes back: JSON, read with distrust."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import msgspec
import numpy as np
from msgspec import Struct

from quiz_app.grading.code.cases import Case
from quiz_app.grading.code.sandbox import Limits
from quiz_app.losses import FloatArray

_MOST_AXES = 8


class Fault(Struct, frozen=True):
    """An exception: its name, its message, and the line of the answer that it came from."""

    name: str
    message: str
    line: int | None = None


class Loading(Struct, frozen=True):
    """Whether the text could be run and holds the function."""

    fault: Fault | None = None


class Result(Struct, frozen=True):
    """What a call returned or raised; ``changed`` are the places of the arrays it changed.

    ``data`` are the bytes of the numbers as float64, in hexadecimal: JSON has no infinities.
    """

    fault: Fault | None = None
    nothing: bool = False
    type: str = ""
    dtype: str = ""
    shape: tuple[int, ...] = ()
    data: str | None = None
    changed: tuple[int, ...] = ()

    @property
    def numbers(self) -> FloatArray | None:
        """The numbers in their shape, or None where there are none that make sense."""
        if self.data is None or len(self.shape) > _MOST_AXES:
            return None
        try:
            return np.frombuffer(bytes.fromhex(self.data), dtype="<f8").reshape(self.shape)
        except ValueError:
            return None


class Steps(Struct, frozen=True):
    """How many instructions were executed on few samples and on many."""

    steps: tuple[int, int]


class Report(Struct, frozen=True):
    """All that a run told before it ended."""

    loading: Loading | None
    results: tuple[Result, ...]
    steps: tuple[int, int] | None


_Json: TypeAlias = dict[str, object]


def written(
    function: str, cases: Sequence[Case], compared: Sequence[Case], limits: Limits
) -> bytes:
    """The task for the process; the right results are no part of it."""
    return msgspec.json.encode(
        {
            "function": function,
            "calls": [_call(case) for case in cases],
            "compared": [_call(case) for case in compared],
            "limits": limits.of_the_system(),
        }
    )


def read(lines: Sequence[bytes], cases: int) -> Report:
    """What the lines say, as far as they are what they should be."""
    try:
        loading = msgspec.json.decode(lines[0], type=Loading) if lines else None
        results = tuple(msgspec.json.decode(line, type=Result) for line in lines[1 : 1 + cases])
        last = lines[1 + cases :]
        steps = msgspec.json.decode(last[0], type=Steps).steps if last else None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return Report(None, (), None)
    return Report(loading, results, steps)


def _call(case: Case) -> _Json:
    return {
        "arrays": [
            {"data": array.ravel().tolist(), "dtype": str(array.dtype), "shape": array.shape}
            for array in (case.y_true, case.y_pred)
        ],
        "options": dict(case.options),
    }
