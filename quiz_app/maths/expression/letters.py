"""One spelling for letters that look different: λ is ``lambda``, ŷ is ``yhat``, ₁ is ``_1``."""

from __future__ import annotations

import unicodedata

_LOWER_CASE = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigma tau upsilon phi chi psi omega"
)
_UPPER_CASE = "Gamma Delta Theta Lambda Xi Pi Phi Psi Omega"

DIGITS = frozenset("0123456789")

GREEK: dict[str, str] = {
    **dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _LOWER_CASE.split(), strict=True)),
    **dict(zip("ΓΔΘΛΞΠΦΨΩ", _UPPER_CASE.split(), strict=True)),
    # The same letters at other places of Unicode: curled forms, units, the increment sign.
    "ϵ": "epsilon",
    "ϑ": "theta",
    "ϕ": "phi",
    "ς": "sigma",
    "ϱ": "rho",
    "\N{MICRO SIGN}": "mu",
    "\N{INCREMENT}": "Delta",
    "ℓ": "ell",
}

ACCENTS: dict[str, str] = {
    "\N{COMBINING CIRCUMFLEX ACCENT}": "hat",
    "\N{COMBINING MACRON}": "bar",
    "\N{COMBINING OVERLINE}": "bar",
    "\N{COMBINING TILDE}": "tilde",
}


def letter(character: str) -> str | None:
    """The name of one Latin or Greek letter with its accent, if any; None for anything else."""
    parts = unicodedata.normalize("NFD", character)
    base, accents = parts[:1], parts[1:]
    name = base if base.isascii() and base.isalpha() else GREEK.get(base)
    if name is None or len(accents) > 1 or any(accent not in ACCENTS for accent in accents):
        return None
    return name + "".join(ACCENTS[accent] for accent in accents)


def subscript(character: str) -> str | None:
    """The letter or digit that a subscript sign lowers."""
    lowered = _shifted(character, "<sub>")
    return None if lowered in ("+", "-") else lowered


def superscript(character: str) -> str | None:
    """The letter, digit, plus or minus that a superscript sign raises."""
    return _shifted(character, "<super>")


def fraction(character: str) -> tuple[str, str] | None:
    """Numerator and denominator of a one-sign fraction such as ½."""
    if not unicodedata.decomposition(character).startswith("<fraction>"):
        return None
    over, _, under = unicodedata.normalize("NFKC", character).partition("\N{FRACTION SLASH}")
    return (over, under) if over and under else None


def _shifted(character: str, tag: str) -> str | None:
    if not unicodedata.decomposition(character).startswith(tag):
        return None
    plain = unicodedata.normalize("NFKC", character).replace("\N{MINUS SIGN}", "-")
    if plain in ("+", "-") or plain in DIGITS:
        return plain
    return letter(plain) if len(plain) == 1 else None
