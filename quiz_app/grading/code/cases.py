"""The cases on which a function is tried, in the order in which they are worth knowing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.random import default_rng

from quiz_app.errors import QuizError
from quiz_app.grading.code.samples import at_the_ends, large, ordinary, whole
from quiz_app.grading.code.task import Array, Task
from quiz_app.losses import FloatArray

_FEW, _MANY = 3, 40
_SINGLE_PRECISION = 1e-3

# A small constant that keeps a logarithm finite moves a result by about this much.
_RELATIVE, _ABSOLUTE = 1e-5, 1e-6

# The loss of a probability that is kept 1e-4 away from zero is still above this.
_CUT_OFF = 9.0


@dataclass(frozen=True, kw_only=True, eq=False)
class Case:
    """Arguments, what the loss makes of them, and how near to it is right.

    ``situation`` begins the sentence "… it is wrong". ``expected`` is None for the cost of no
    samples, which is nothing in particular.
    """

    situation: str
    y_true: Array
    y_pred: Array
    expected: FloatArray | None
    options: Mapping[str, float] = field(default_factory=dict)
    relative: float = _RELATIVE
    is_ordinary: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether the loss has a finite value here."""
        return self.expected is not None and bool(np.isfinite(self.expected).all())

    def admits(self, got: FloatArray) -> bool:
        """Whether numbers of the right shape are right.

        Where the loss is infinite, a number that is cut off far out will do.
        """
        if self.expected is None:
            return bool(np.isnan(got) | (got == 0))
        far = np.isinf(self.expected)
        cut_off = (np.sign(got) == np.sign(self.expected)) & (np.abs(got) >= _CUT_OFF)
        near = np.isclose(got, self.expected, rtol=self.relative, atol=_ABSOLUTE)
        return bool(np.where(far, cut_off, near).all())


def cases_of(task: Task, seed: int) -> tuple[Case, ...]:
    """Every case that the loss accepts; those of a seed are always the same."""
    return tuple(_cases(task, seed))


def sizes_compared(task: Task, seed: int) -> tuple[tuple[Case, Case], int]:
    """Two cases that differ in nothing but their numbers of samples, and how much that is."""
    few, many = 8, 512
    chance = default_rng(seed)
    options = _options(task, 1.0)
    small, big = (
        Case(situation="", y_true=y_true, y_pred=y_pred, expected=None, options=options)
        for y_true, y_pred in (ordinary(task.loss, chance, n) for n in (few, many))
    )
    return (small, big), many - few


def _cases(task: Task, seed: int) -> Iterator[Case]:
    chance = default_rng(seed)
    loss = task.loss
    usual, unusual = _options(task, 1.0), _options(task, 0.5)
    few = ordinary(loss, chance, _FEW)
    yield from _case(task, "on ordinary numbers", few, usual, is_ordinary=True)
    again = ordinary(loss, chance, _FEW)
    yield from _case(task, _with_options(unusual), again, unusual, is_ordinary=True)
    yield from _case(task, "for a single sample", ordinary(loss, chance, 1), usual)
    yield from _case(task, f"on {_MANY} random samples", ordinary(loss, chance, _MANY), usual)
    pred = task.signature.arrays[1]
    ends = at_the_ends(loss)
    if ends is not None:
        yield from _apart(task, f"for {pred} at the very end of its range", ends, usual)
    far = large(loss)
    if far is not None:
        yield from _apart(task, f"for {pred} as large as 1000", far, usual)
    integers = whole(loss)
    if integers is not None:
        yield from _case(task, "for arrays of whole numbers", integers, usual)
    y_true, y_pred = few
    single = (y_true if loss.y_true.whole else y_true.astype(np.float32), y_pred.astype(np.float32))
    yield from _case(task, "for arrays of float32", single, usual, relative=_SINGLE_PRECISION)
    yield _empty(task, few, usual)


def _options(task: Task, factor: float) -> dict[str, float]:
    """A number for each option that the function takes; a factor of 1 leaves it as it is."""
    values: dict[str, float] = {}
    for parameter in task.loss.parameters:
        if parameter.name in task.signature.options:
            usual = task.parameters[parameter.name]
            other = usual * factor
            admitted = parameter.domain.first_violation(np.asarray(other)) is None
            values[parameter.name] = other if admitted else usual
    return values


def _with_options(options: Mapping[str, float]) -> str:
    if not options:
        return "on ordinary numbers"
    return f"with {' and '.join(f'{name} = {value:g}' for name, value in options.items())}"


def _case(
    task: Task,
    situation: str,
    samples: tuple[Array, Array],
    options: Mapping[str, float],
    *,
    relative: float = _RELATIVE,
    is_ordinary: bool = False,
) -> Iterator[Case]:
    """The case, unless the loss itself does not accept it or has no value there."""
    y_true, y_pred = samples
    try:
        expected = task.right(y_true, y_pred, options)
    except QuizError:
        return
    if not np.isnan(expected).any():
        yield Case(
            situation=situation,
            y_true=y_true,
            y_pred=y_pred,
            expected=expected,
            options=options,
            relative=relative,
            is_ordinary=is_ordinary,
        )


def _apart(
    task: Task, situation: str, samples: tuple[Array, Array], options: Mapping[str, float]
) -> Iterator[Case]:
    """The samples with a finite loss together, then each of the others alone.

    An infinity would hide what is wrong with the samples beside it.
    """
    y_true, y_pred = samples
    alone = [
        next(_case(task, situation, (y_true[n : n + 1], y_pred[n : n + 1]), options), None)
        for n in range(len(y_true))
    ]
    finite = np.array([case is not None and case.is_finite for case in alone])
    if finite.any():
        yield from _case(task, situation, (y_true[finite], y_pred[finite]), options)
    for case, is_finite in zip(alone, finite, strict=True):
        if case is not None and not is_finite:
            yield case


def _empty(task: Task, few: tuple[Array, Array], options: Mapping[str, float]) -> Case:
    y_true, y_pred = few[0][:0], few[1][:0]
    shape = y_pred.shape if task.form == "gradient" else y_pred.shape[:1]
    return Case(
        situation="for arrays without any samples",
        y_true=y_true,
        y_pred=y_pred,
        expected=None if task.form == "cost" else np.zeros(shape),
        options=options,
    )
