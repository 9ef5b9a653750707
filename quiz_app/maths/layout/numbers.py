"""How a number is written for a person to read."""

from __future__ import annotations

import math

from quiz_app.maths.layout.glyphs import UNICODE, Glyphs

_LARGEST_WHOLE = 1e7
_POWERS_OF_DECIMALS = range(-4, 7)


def number_text(number: float, digits: int = 4, glyphs: Glyphs = UNICODE) -> str:
    """The number to ``digits`` significant digits, with no zeros at its end.

    Digits before the decimal point are never rounded away below ten million; larger numbers,
    and those under 0.0001, are written with a power of ten: ``1.2×10⁻⁷``, in ASCII ``1.2e-7``.
    """
    number = float(number)
    if math.isnan(number):
        return "undefined"
    minus = glyphs.minus if number < 0 else ""
    return minus + _magnitude_text(abs(number), max(1, digits), glyphs)


def decimal_text(written: str, glyphs: Glyphs = UNICODE) -> str:
    """A decimal as it was written, its power of ten drawn: ``2e-3`` is 2×10⁻³."""
    mantissa, exponent = scientific_parts(written)
    if not exponent:
        return glyphs.literal(mantissa)
    raised = glyphs.raised(exponent.replace("-", glyphs.minus))
    if raised is None:
        return glyphs.literal(f"{mantissa}e{exponent}")
    return glyphs.literal(f"{mantissa}{glyphs.signs['times']}10{raised}")


def scientific_parts(written: str) -> tuple[str, str]:
    """Mantissa and power of ten of a decimal; the power is empty if none was written."""
    mantissa, _, exponent = written.lower().partition("e")
    sign = "-" if exponent.startswith("-") else ""
    power = exponent.lstrip("+-").lstrip("0")
    return mantissa, sign + (power or "0") if exponent else ""


def _magnitude_text(number: float, digits: int, glyphs: Glyphs) -> str:
    if math.isinf(number):
        return glyphs.infinity
    if number < _LARGEST_WHOLE and number.is_integer():
        return str(int(number))
    rounded = f"{number:.{digits - 1}e}"
    power = int(rounded.partition("e")[2])
    if power in _POWERS_OF_DECIMALS:
        return _without_zeros(f"{number:.{max(0, digits - 1 - power)}f}")
    mantissa = _without_zeros(rounded.partition("e")[0])
    return decimal_text(f"{mantissa}e{power}", glyphs)


def _without_zeros(decimal: str) -> str:
    return decimal.rstrip("0").rstrip(".") if "." in decimal else decimal
