"""What is said of a function: the case on which it is wrong, shown small."""

from __future__ import annotations

import numpy as np

from quiz_app.grading.code.judge import Failure
from quiz_app.grading.code.sandbox import End
from quiz_app.grading.code.task import Array, Task
from quiz_app.grading.code.wire import Fault, Result
from quiz_app.losses import FloatArray

_MOST_SHOWN = 6

_NEEDED = {
    "cost": "one number",
    "per_sample": "the loss of each sample",
    "gradient": "a derivative for each prediction",
}


def failure_text(task: Task, failure: Failure) -> str:
    """The way in which a function is wrong, and below it the input, expected and got."""
    case, result = failure.case, failure.result
    if failure.fail == "changed":
        names = " and ".join(task.signature.arrays[n] for n in result.changed if n in (0, 1))
        return f"Not quite: it changes {names}, which belongs to the caller; work on a copy."
    rows = [
        *zip(task.signature.arrays, map(_array, (case.y_true, case.y_pred)), strict=True),
        *((name, _number(value)) for name, value in case.options.items()),
        ("expected", "0, nan or a ValueError" if case.expected is None else _array(case.expected)),
        ("got", _got(result)),
    ]
    width = max(len(name) for name, _ in rows)
    shown = "\n".join(f"  {name:{width}}  {text}" for name, text in rows)
    return f"Not quite: {case.situation} {_problem(task, failure)}.\n{shown}"


def ended_text(end: End, situation: str) -> str:
    """What is said of code that was stopped or that stopped its own process."""
    reasons = {
        "time": "it did not come to an end in time",
        "output": "it printed without end and was stopped",
    }
    return f"Not quite: {situation} {reasons.get(end, 'it brought its Python process down')}."


def fault_text(fault: Fault) -> str:
    """An exception on one line: ``NameError in line 3: name 'n' is not defined``."""
    line = f" in line {fault.line}" if fault.line is not None else ""
    message = " ".join(fault.message.split())
    return f"{fault.name}{line}: {message}" if message else f"{fault.name}{line}"


def _problem(task: Task, failure: Failure) -> str:
    match failure.fail:
        case "fault":
            return "it fails"
        case "nothing":
            return "it returns nothing; end it with return"
        case "shape":
            shape = failure.result.shape
            given = f"an array of shape {shape}" if shape else "a number"
            return f"it returns {given}, where {_NEEDED[task.form]} is asked for"
        case "type":
            return "it returns something that is not made of real numbers"
        case _:
            return "it is wrong"


def _got(result: Result) -> str:
    if result.fault is not None:
        return fault_text(result.fault)
    if result.nothing:
        return "None"
    numbers = result.numbers
    if numbers is None:
        return f"{result.type[:40]} of {result.dtype[:20]}, shape {result.shape}"
    return _array(numbers) if numbers.size else f"[] of shape {numbers.shape}"


def _array(array: Array | FloatArray) -> str:
    """The first numbers of an array, as Python would read them."""
    if array.ndim == 0:
        return _number(float(array))
    if not array.size:
        return "[]"
    shown = [_array(np.asarray(part)) for part in array[:_MOST_SHOWN]]
    more = [f"… {len(array)} in all"] if len(array) > _MOST_SHOWN else []
    return f"[{', '.join((*shown, *more))}]"


def _number(value: float) -> str:
    return f"{value:.6g}"
