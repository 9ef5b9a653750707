"""What is said about a text that is not well formed, one function for each fault."""

from __future__ import annotations

from collections.abc import Sequence

from quiz_app.maths.expression.errors import ExpressionError
from quiz_app.maths.expression.tokens import Token
from quiz_app.maths.expression.vocabulary import ARGUMENT_COUNTS, Vocabulary

_EXAMPLE = "Write an expression such as 2*(p - y)."
_TERM = "Write a number, a name or a bracket there."
_LIST = "Write several values as [0.1, 0.7]."
_LISTED = 8
_WORD = 24
_GROUP = 3


def empty() -> ExpressionError:
    """Nothing was written."""
    return ExpressionError("There is nothing to read.", _EXAMPLE, 0)


def term_missing(token: Token, before: str) -> ExpressionError:
    """A number, name or bracket must stand where ``token`` is."""
    if before.endswith(("(", "[")) and token.is_sign(")", "]"):
        return ExpressionError("The brackets are empty.", "Write something inside.", token.offset)
    if before:
        return ExpressionError(f"After '{before}' a term is missing.", _TERM, token.offset)
    return ExpressionError(
        f"Before '{_shortened(token.text)}' a term is missing.", _TERM, token.offset
    )


def unexpected(token: Token, before: str) -> ExpressionError:
    """``token`` cannot follow what stands before it."""
    if token.is_sign(")", "]"):
        return ExpressionError(
            f"The bracket '{token.text}' was never opened.",
            "Delete it, or open a bracket before it.",
            token.offset,
        )
    if token.is_sign("else"):
        return ExpressionError(
            "The 'else' has no 'if' before it.", "Write a if x < 1 else b.", token.offset
        )
    if token.is_sign(";"):
        return ExpressionError("A semicolon is not read here.", _LIST, token.offset)
    return ExpressionError(
        f"After '{before}' the sign '{token.text}' cannot stand.",
        "Write an operator such as * between two terms.",
        token.offset,
    )


def number_after_term(token: Token, before: str) -> ExpressionError:
    """A number follows a term with no operator between them."""
    if token.kind == "fraction":
        remedy = f"Write + {token.text} for a mixed number or *({token.text}) for a product."
    else:
        remedy = f"Write *{token.text} for a product or ^{token.text} for a power."
    return ExpressionError(
        f"After '{before}' an operator is missing before {token.text}.", remedy, token.offset
    )


def unclosed(opening: Token, found: Token, before: str) -> ExpressionError:
    """A bracket or bar is not closed where ``found`` stands."""
    if opening.is_sign("|", "‖"):
        name = "abs" if opening.text == "|" else "norm"
        return ExpressionError(
            f"The bar '{opening.text}' is never closed.",
            f"Close it, or write {name}(x).",
            opening.offset,
        )
    if found.kind == "end":
        return ExpressionError(
            f"The bracket '{opening.text}' is never closed.",
            f"Add '{')' if opening.text == '(' else ']'}'.",
            opening.offset,
        )
    if found.is_sign(")", "]"):
        return ExpressionError(
            f"The bracket '{opening.text}' is closed by '{found.text}'.",
            f"Write '{')' if opening.text == '(' else ']'}' there.",
            found.offset,
        )
    return unexpected(found, before)


def comma(left: Token | None, sign: Token, right: Token) -> ExpressionError:
    """A comma stands where there are not several values."""
    if left is None or not is_decimal_comma(left, sign, right):
        return ExpressionError(
            "A comma stands between values that are not in a list.",
            _LIST,
            sign.offset,
        )
    if not right.text.isdecimal():
        return ExpressionError(
            "A comma cannot group the digits of a number.",
            f"Write {left.text}{right.text}.",
            sign.offset,
        )
    decimal, pair = f"{left.text}.{right.text}", f"[{left.text}, {right.text}]"
    # Three digits may also be a group of thousands.
    whole = f", {left.text}{right.text}" if len(right.text) == _GROUP else ""
    return ExpressionError(
        f"Is this the decimal {decimal}, or two values {left.text} and {right.text}?",
        f"Write {decimal}{whole} or {pair}.",
        sign.offset,
    )


def is_decimal_comma(left: Token, sign: Token, right: Token) -> bool:
    """Whether a comma stands right between the digits of two numbers."""
    touches = left.end == sign.offset and sign.end == right.offset
    return touches and left.text.isdecimal() and right.text[:1].isdecimal()


def unknown_name(
    word: str, offset: int, vocabulary: Vocabulary, bound: Sequence[str]
) -> ExpressionError:
    """A word that is neither known nor made of known ones."""
    nearest = vocabulary.nearest(word, bound)
    known = sorted(vocabulary.names or ())
    if nearest is not None:
        remedy = f"Perhaps {nearest} is meant."
    elif known and len(known) <= _LISTED:
        remedy = f"The names here are {', '.join(known)}."
    elif known:
        remedy = "Write one of the names that the question uses."
    else:
        remedy = "Write numbers and functions only."
    return ExpressionError(f"'{_shortened(word)}' is not a name known here.", remedy, offset)


def _shortened(word: str) -> str:
    return word if len(word) <= _WORD else word[:_WORD] + "…"


def argument_missing(function: Token) -> ExpressionError:
    """A function has nothing to be applied to."""
    return ExpressionError(
        f"After '{function.text}' an argument is missing.",
        f"Write {function.text}(x).",
        function.end,
    )


def argument_unclear(function: Token, place: Token) -> ExpressionError:
    """A function without brackets is followed by a term and a bracket."""
    return ExpressionError(
        f"How far '{function.text}' reaches is not clear.",
        f"Write {function.text}(…) with brackets around all of its argument.",
        place.offset,
    )


def argument_count(function: str, count: int, offset: int) -> ExpressionError:
    """A built-in function with too few or too many arguments."""
    allowed = ARGUMENT_COUNTS[function]
    if function == "sum":
        takes, remedy = "1 or 3 arguments", "Write sum(x), or sum(body, k, K)."
    elif allowed is None:
        takes, remedy = "at least 1 argument", f"Write {function}(a, b)."
    elif allowed == (1,):
        takes, remedy = "1 argument", f"Write {function}(x)."
    else:
        takes, remedy = "2 arguments", f"Write {function}(a, b)."
    return ExpressionError(f"{function} takes {takes}, not {count}.", remedy, offset)


def power_of_function(function: Token, place: Token) -> ExpressionError:
    """A function is raised to a power before its argument."""
    return ExpressionError(
        f"A power cannot stand between '{function.text}' and its argument.",
        f"Write {function.text}(x)^2.",
        place.offset,
    )


def sum_index(offset: int) -> ExpressionError:
    """The second of three arguments of a sum is not a name."""
    return ExpressionError(
        "The second argument of a sum must be the name of its index.",
        "Write sum(p[k]^2, k, K).",
        offset,
    )


def option_refused(function: str, option: Token) -> ExpressionError:
    """A named option where none is known."""
    return ExpressionError(
        f"{function} has no option '{option.text}'.",
        "Write its arguments without names.",
        option.offset,
    )


def option_twice(option: Token) -> ExpressionError:
    """An option given twice."""
    return ExpressionError(
        f"The option '{option.text}' is given twice.", "Delete one of the two.", option.offset
    )


def option_first(place: Token) -> ExpressionError:
    """An argument without a name follows a named option."""
    return ExpressionError(
        "An argument follows a named option.", "Write the named options last.", place.offset
    )


def condition_missing(place: Token) -> ExpressionError:
    """A term stands where a comparison must."""
    return ExpressionError(
        "A condition must compare two terms.", "Write a condition such as x < 1.", place.offset
    )


def comparison_misplaced(place: Token) -> ExpressionError:
    """A comparison in square brackets that are no indicator."""
    return ExpressionError(
        "A comparison cannot be an index or a value.",
        "Write an indicator as 1[x < 1], with an operator before the 1.",
        place.offset,
    )


def comparison_chained(place: Token) -> ExpressionError:
    """Two relations in a row."""
    return ExpressionError(
        "Two comparisons in a row are not read.", "Write one comparison.", place.offset
    )


def else_missing(place: Token) -> ExpressionError:
    """A condition with no other case."""
    return ExpressionError(
        "After the condition 'else' is missing.", "Write a if x < 1 else b.", place.offset
    )


def number_indexed(place: Token) -> ExpressionError:
    """A square bracket right after a number."""
    return ExpressionError(
        "A number cannot be indexed.",
        "Write an indicator as 1[x < 1], or * before a list.",
        place.offset,
    )


def percent_misplaced(place: Token) -> ExpressionError:
    """A per cent sign that does not end a number."""
    return ExpressionError(
        "The sign % is read only at the end of a number.",
        "Write 50% for per cent; there is no remainder.",
        place.offset,
    )


def superscript_unclear(place: Token) -> ExpressionError:
    """A superscript that is neither a number nor a name."""
    return ExpressionError(
        "This superscript is not read.", "Write the power as x^(…).", place.offset
    )
