"""What is said about an expression without a value, one function for each reason."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import SupportsFloat

from quiz_app.maths.evaluate.errors import EvaluationError

_SIGN = "Check the sign of what stands inside."


def undefined(operation: str, operands: Sequence[SupportsFloat]) -> EvaluationError:
    """An operation outside its domain, with the operands at one place."""
    match operation, operands:
        case (("log" | "log2" | "log10"), [x]):
            problem = f"The logarithm of a negative number ({_number(x)}) has no value here."
            return EvaluationError(problem, _SIGN)
        case "sqrt", [x]:
            problem = f"The square root of a negative number ({_number(x)}) has no value here."
            return EvaluationError(problem, _SIGN)
        case "logit", [p]:
            problem = f"The logit of {_number(p)} has no value."
            return EvaluationError(problem, "Give it numbers from 0 to 1.")
        case "^", [base, _] if float(base) < 0:
            problem = (
                f"A negative number ({_number(base)}) to a fractional power has no value here."
            )
            return EvaluationError(problem, "Check the sign of the base.")
        case _:
            return EvaluationError(
                "Infinite values meet here and leave no definite value.",
                "Check for a logarithm of zero or a number that is too large.",
            )


def division_by_zero() -> EvaluationError:
    """A denominator is zero, or zero is raised to a negative power."""
    return EvaluationError("A division by zero has no value here.", "Check the denominator.")


def infinite(operation: str) -> EvaluationError:
    """A result beyond every number."""
    if operation in ("log", "log2", "log10", "logit"):
        return EvaluationError(
            "The logarithm of zero is infinite.", "Check what stands inside the logarithm."
        )
    return EvaluationError(
        "The result is too large to compute.", "Write an expression with smaller values."
    )


def no_value(name: str) -> EvaluationError:
    """A name stands for nothing."""
    return EvaluationError(f"{name} has no value here.", f"Give a value for {name}.")


def not_numbers(name: str) -> EvaluationError:
    """A given value holds something that is not a number."""
    return EvaluationError(
        f"The value of {name} is not made of numbers.",
        "Give a number or a rectangular array of numbers.",
    )


def empty(name: str) -> EvaluationError:
    """A given array without entries."""
    return EvaluationError(f"The array {name} is empty.", "Give it at least one number.")


def no_function(name: str, arguments: int) -> EvaluationError:
    """A function that cannot be computed from so many arguments, or not at all."""
    return EvaluationError(
        f"{name} of {arguments} {'argument' if arguments == 1 else 'arguments'} "
        "cannot be computed here.",
        "Write a known function with as many arguments as it takes.",
    )


def infinite_value(name: str) -> EvaluationError:
    """A given value is infinite, and so is what comes of it."""
    return EvaluationError(f"The value of {name} is infinite.", "Give finite numbers.")


def no_condition() -> EvaluationError:
    """Something else stands where a comparison must."""
    return EvaluationError("A condition must compare two terms.", "Write one such as x < 1.")


def comparison() -> EvaluationError:
    """A comparison stands where a number must."""
    return EvaluationError(
        "A comparison is not a number.", "Write an indicator as 1[x < 1] for one or zero."
    )


def shapes(shapes: Sequence[tuple[int, ...]]) -> EvaluationError:
    """Arrays that do not match entry by entry."""
    listed = " and ".join(map(str, shapes))
    return EvaluationError(
        f"Arrays of the shapes {listed} do not fit together.",
        "Give arrays of one shape; a single number fits any.",
    )


def not_an_array(operation: str) -> EvaluationError:
    """A single number where a list of numbers is needed."""
    return EvaluationError(f"{operation} needs several numbers.", "Give a list such as [1, 2].")


def too_many_indices(indices: int, axes: int) -> EvaluationError:
    """More positions than the array has axes."""
    return EvaluationError(
        f"An array with {axes} axes cannot take {indices} indices.", "Write fewer indices."
    )


def no_position(index: SupportsFloat, size: int) -> EvaluationError:
    """An index that points outside an axis."""
    return EvaluationError(
        f"There is no entry {_number(index)} among {size}.",
        f"Positions are whole numbers from 0 to {size - 1}.",
    )


def no_count(count: SupportsFloat) -> EvaluationError:
    """The number of terms of a sum is no number of terms."""
    return EvaluationError(
        f"A sum cannot have {_number(count)} terms.", "Write a whole number of terms."
    )


def count_is_array() -> EvaluationError:
    """Several numbers stand for the number of terms of a sum."""
    return EvaluationError("A sum has one number of terms.", "Write a single whole number.")


def too_much_work() -> EvaluationError:
    """More steps than are worth waiting for."""
    return EvaluationError("This takes too many steps to compute.", "Write shorter sums.")


def _number(value: SupportsFloat) -> str:
    number = float(value)
    if math.isinf(number):
        return "a huge number"
    return f"{number:.4g}".replace("-", "−")
