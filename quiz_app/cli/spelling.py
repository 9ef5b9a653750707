"""Mathematical signs spelled out, for a terminal or a pipe that cannot show them."""

from __future__ import annotations

from quiz_app.maths.expression import letters

_SIGNS = {
    **dict.fromkeys("−–—‐‑", "-"),
    **dict.fromkeys("“”", '"'),
    **dict.fromkeys("‘’", "'"),
    "·": "*",
    "×": "x",
    "±": "+-",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "√": "sqrt",
    "∂": "d",
    "∞": "inf",
    "‖": "||",
    "→": "->",
    "←": "<-",
    "…": "...",
}


def spelled(error: UnicodeError) -> tuple[str, int]:
    """An encoding error handler: ``−½`` becomes ``-1/2``, λ² ``lambda^2``, what is unknown ``?``.

    Raises the error when it is not one of encoding.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_spelling, error.object[error.start : error.end])), error.end


def in_ascii(text: str) -> str:
    """The text with its mathematical signs spelled out."""
    return "".join(sign if sign.isascii() else _spelling(sign) for sign in text)


def _spelling(sign: str) -> str:
    if fraction := letters.fraction(sign):
        return "/".join(fraction)
    if raised := letters.superscript(sign):
        return f"^{raised}"
    if lowered := letters.subscript(sign):
        return f"_{lowered}"
    return _SIGNS.get(sign) or letters.letter(sign) or "?"
