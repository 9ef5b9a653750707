"""How precisely a number was typed, and whether it is only rounded too far."""

from __future__ import annotations

from itertools import count

from quiz_app.bank.model import Tolerance
from quiz_app.grading.reading import Reading, parts
from quiz_app.maths.expression import Binary, Negative, Number, Tree
from quiz_app.variants import Recognised
from quiz_app.variants.answer import Answer, entries
from quiz_app.variants.tolerance import allowance, right_entries

# What float64 leaves of an expression that nobody rounded.
_EXACT = Tolerance("relative", 1e-6)


def typed_precision(tree: Tree) -> Tolerance:
    """How far a number, or several, so typed may lie from what they stand for."""
    digits = [typed for part in parts(tree) if (typed := _digits(part)) is not None]
    return Tolerance("digits", max(1, *digits)) if digits else _EXACT


def too_coarse(
    tolerance: Tolerance,
    right: Answer,
    reading: Reading[Answer],
    mistakes: tuple[Recognised, ...],
) -> str:
    """What to tell who rounded the right answer too far; nothing for any other answer.

    Where a mistake rounds to the same digits, there is no saying which of the two was rounded.
    """
    given, wanted = entries(reading.value), entries(right)
    typed = [_digits(part) for part in parts(reading.tree)]
    marks = right_entries(tolerance, right, reading.value)
    if len(typed) != len(marks):
        return ""
    rounded = {
        place: digits
        for place, (digits, mark) in enumerate(zip(typed, marks, strict=True))
        if digits and not mark
    }

    def stands_for(meant: tuple[float, ...]) -> bool:
        return all(_rounds_to(given[n], meant[n], digits) for n, digits in rounded.items())

    if len(rounded) < marks.count(False) or not stands_for(wanted):
        return ""
    if any(stands_for(entries(mistake.value)) for mistake in mistakes):
        return ""
    fewest, enough = min(rounded.values()), max(_enough(tolerance, wanted[n]) for n in rounded)
    to_digits = f"rounded to {fewest} digit{'s' * (fewest > 1)}"
    if len(wanted) > 1:
        return f"These are the right numbers, but {to_digits}; give at least {enough}."
    return f"That is the right number {to_digits}; give at least {enough}."


def _digits(tree: Tree) -> int | None:
    """The significant digits of a decimal or a percentage; None for what is computed."""
    match tree:
        case Negative(operand):
            return _digits(operand)
        case Number(text):
            mantissa, _, _ = text.lower().partition("e")
            return len(mantissa.replace(".", "").lstrip("0"))
        case Binary("/", Number() as hundredths, Number("100")):
            return _digits(hundredths)
        case _:
            return None


def _rounds_to(given: float, meant: float, digits: int) -> bool:
    return abs(given - meant) <= allowance(Tolerance("digits", digits), meant)


def _enough(tolerance: Tolerance, right: float) -> int:
    """So many digits are within the tolerance wherever they are cut off."""
    return next(
        digits
        for digits in count(1)
        if allowance(Tolerance("digits", digits), right) <= allowance(tolerance, right)
    )
