"""Long arrays are taken in blocks of samples, so that all steps of a formula stay in the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

_NUMBERS = 16_384
"""In a block: 128 KB, so that several stay in the cache and calls cost little beside the work."""

Function: TypeAlias = Callable[..., NDArray[np.float64]]
Parameters: TypeAlias = Mapping[str, float | NDArray[np.float64]]


def each(
    function: Function,
    y_true: NDArray[np.float64],
    y_pred: NDArray[np.float64],
    parameters: Parameters,
) -> NDArray[np.float64]:
    """``function`` of all samples, which must look at each sample alone; no negative zeros.

    A parameter that is an array has one number per sample. Beside the result, only a few
    blocks are ever in memory.
    """
    if y_pred.size <= _NUMBERS:
        return function(y_true, y_pred, **parameters) + 0.0
    blocks = _in_blocks(function, y_true, y_pred, parameters)
    place, part = next(blocks)
    result = np.empty((len(y_pred), *part.shape[1:]))
    np.add(part, 0.0, out=result[place])
    for place, part in blocks:
        np.add(part, 0.0, out=result[place])
    return result


def total(
    function: Function,
    y_true: NDArray[np.float64],
    y_pred: NDArray[np.float64],
    parameters: Parameters,
) -> float:
    """The sum of ``each``, for one number per sample, without an array of all of them."""
    if y_pred.size <= _NUMBERS:
        return float(np.sum(function(y_true, y_pred, **parameters))) + 0.0
    blocks = _in_blocks(function, y_true, y_pred, parameters)
    return float(np.sum([np.sum(part) for _, part in blocks])) + 0.0


def _in_blocks(
    function: Function,
    y_true: NDArray[np.float64],
    y_pred: NDArray[np.float64],
    parameters: Parameters,
) -> Iterator[tuple[slice, NDArray[np.float64]]]:
    """The places of the samples and what ``function`` gives for them."""
    for block in _blocks(y_pred):
        numbers = {
            name: value[block] if isinstance(value, np.ndarray) else value
            for name, value in parameters.items()
        }
        yield block, function(y_true[block], y_pred[block], **numbers)


def first_false(
    test: Callable[[NDArray[np.float64]], NDArray[np.bool_]],
    array: NDArray[np.float64],
    together: int = 0,
) -> tuple[int, ...] | None:
    """Index of the first entry of ``test(array)`` that is false; ``None`` where all are true.

    The test tells of each entry, or of all entries along the last ``together`` axes at once.
    """
    if array.ndim == together or array.size <= _NUMBERS:
        return _first(test(array))
    for block in _blocks(array):
        position = _first(test(array[block]))
        if position is not None:
            return (block.start + position[0], *position[1:])
    return None


def everywhere(test: Callable[[NDArray[np.float64]], np.bool_], array: NDArray[np.float64]) -> bool:
    """Whether the test of many numbers at once, which may look at them twice, holds for all."""
    if array.ndim == 0 or array.size <= _NUMBERS:
        return bool(test(array))
    return all(test(array[block]) for block in _blocks(array))


def _first(holds: NDArray[np.bool_]) -> tuple[int, ...] | None:
    if holds.all():
        return None
    return tuple(int(index) for index in np.argwhere(~holds)[0])


def _blocks(array: NDArray[np.float64]) -> Iterator[slice]:
    """The first axis cut into pieces of about as many numbers as a block has."""
    samples = max(1, _NUMBERS * len(array) // array.size)
    for start in range(0, len(array), samples):
        yield slice(start, start + samples)
