"""Why a character has no place in mathematics, one clear sentence for each kind."""

from __future__ import annotations

import unicodedata

from quiz_app.maths.expression.errors import ExpressionError

_QUOTED = ("Text in quotes has no place here.", "Write names and numbers without quotes.")
_SUM = ("The sign for a sum is not read.", "Write sum(body, k, K), with k from 0 to K - 1.")
_JOINED = ("Conditions cannot be joined here.", "Write one comparison, such as x < 1.")
_DERIVED = ("A derivative sign is not read.", "Write the derivative itself.")

_SENTENCES: dict[str, tuple[str, str]] = {
    **dict.fromkeys("'\"`´‘’“”", _QUOTED),
    "\\": (r"A backslash is not read.", r"Write lambda instead of \lambda."),
    ".": (
        "A dot is read only inside a number, not between names.",
        "Write 0.5 for a number and x*y for a product.",
    ),
    "_": ("An underscore stands only inside a name.", "Write a name such as p_1."),
    "{": ("Braces are not read.", "Write round brackets."),
    "}": ("Braces are not read.", "Write round brackets."),
    "!": ("The sign ! is not read.", "Write == for equality; a factorial is multiplied out."),
    "≠": ("The sign ≠ is not read.", "Turn the condition round and write ==."),
    "&": _JOINED,
    "∧": _JOINED,
    "∨": _JOINED,
    "∑": _SUM,
    "Σ": _SUM,
    "∂": _DERIVED,
    "∇": _DERIVED,
    "∞": ("Infinity is not a number here.", "Write a finite number."),
    "±": ("The sign ± stands for two values.", "Write the one that is meant."),
}

_CONTROL = (
    "A control character is not read.",
    "Delete it; only letters, digits and signs may stand here.",
)
_ESCAPE = (
    "A terminal escape is not read.",
    "Delete it; only letters, digits and signs may stand here.",
)
_DIRECTION = ("A mark that turns the direction of writing is not read.", "Delete it.")
_INVISIBLE = ("An invisible character is not read.", "Delete it and type the text anew.")
_ACCENT = ("This accent is not read.", "Write yhat, ybar or ytilde.")

_DIRECTIONS = {"L", "R", "AL", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def refusal(text: str, offset: int) -> ExpressionError:
    """The error for the character at ``offset``, which begins nothing that can be read."""
    character = text[offset]
    if text.startswith("__", offset):
        problem, remedy = ("Two underscores in a row are not read.", "Write a name such as p_1.")
    elif character in _SENTENCES:
        problem, remedy = _SENTENCES[character]
    else:
        problem, remedy = _by_category(character)
    return ExpressionError(problem, remedy, offset)


def _by_category(character: str) -> tuple[str, str]:
    category = unicodedata.category(character)
    if character in "\x1b\x9b":
        return _ESCAPE
    if category == "Cf":
        turns = unicodedata.bidirectional(character) in _DIRECTIONS
        return _DIRECTION if turns else _INVISIBLE
    if category in ("Cc", "Zl", "Zp"):
        return _CONTROL
    if category[0] == "C":
        return (f"The character U+{ord(character):04X} is not read.", "Delete it.")
    if category[0] == "M":
        return _ACCENT
    if category[0] == "L":
        return (
            f"The letter {character} (U+{ord(character):04X}) is not read.",
            "Write names in Latin or Greek letters.",
        )
    return (
        f"The sign {character} (U+{ord(character):04X}) is not read.",
        "Write + - * / ^, brackets, numbers and names.",
    )
