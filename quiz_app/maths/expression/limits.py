"""How much mathematics is accepted, judged on text and tree before anything is computed."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Final

from quiz_app.maths.expression.errors import ExpressionError
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Conditional,
    Index,
    Indicator,
    Name,
    Negative,
    Number,
    Tree,
    Vector,
    children,
)

LENGTH: Final = 2000
NODES: Final = 500
DEPTH: Final = 50
EXPONENT: Final = 1000


def check_length(text: str) -> None:
    """Raise ExpressionError for a text of more than LENGTH characters."""
    if len(text) > LENGTH:
        raise ExpressionError(
            f"This has {len(text)} characters.", f"Write at most {LENGTH}.", LENGTH
        )


def check_nesting(depth: int, offset: int) -> None:
    """Raise ExpressionError when brackets, signs and powers stand too deep in each other."""
    if depth > DEPTH:
        raise _too_deep(offset)


def check_size(tree: Tree) -> None:
    """Raise ExpressionError for a tree of more than NODES nodes or DEPTH levels."""
    nodes, level, depth = 0, [tree], 0
    while level:
        nodes, depth = nodes + len(level), depth + 1
        if nodes > NODES:
            raise ExpressionError(
                f"This has more than {NODES} parts.", "Write a shorter expression.", 0
            )
        if depth > DEPTH:
            raise _too_deep(0)
        level = [child for node in level for child in children(node)]


def check_exponent(exponent: float, offset: int) -> None:
    """Raise ExpressionError for a constant exponent beyond ±EXPONENT."""
    if not abs(exponent) <= EXPONENT:
        raise ExpressionError(
            "An exponent is too large.",
            f"Write exponents from \N{MINUS SIGN}{EXPONENT} to {EXPONENT}.",
            offset,
        )


def check_power(tree: Tree, offset: int) -> None:
    """Raise ExpressionError for a power that would be too large to compute.

    That is a constant exponent, of a power or of ``exp``, ``cosh`` and ``sinh``, beyond
    ±EXPONENT; or a power of constants raised again beyond what a float holds.
    """
    match tree:
        case Binary("^", base, exponent):
            size = constant_size(exponent)
            if size is not None:
                check_exponent(size, offset)
                base_size = constant_size(base)
                if base_size is not None and math.isinf(base_size):
                    raise ExpressionError(
                        "The base of this power is too large.", "Write a smaller one.", offset
                    )
        case Call("exp" | "cosh" | "sinh", (argument,)):
            size = constant_size(argument)
            if size is not None:
                check_exponent(size, offset)
        case _:
            pass


def constant_size(tree: Tree) -> float | None:
    """How large a tree without variables is, in floats that saturate at infinity.

    It is the value, or a bound of the magnitude where the value takes more than arithmetic.
    None if it depends on a variable or has no value.
    """
    match tree:
        case Number(text):
            return float(text)
        case Name(name):
            return {"e": math.e, "pi": math.pi}.get(name)
        case Compare() | Indicator():
            return 1.0
        case Call("sum", (body, _, count)):
            return _combined(operator.mul, (body, count))
        case Negative(operand):
            return _combined(operator.neg, (operand,))
        case Binary(op, left, right):
            return _combined(_ARITHMETIC[op], (left, right))
        case Call(function, arguments) if function in _FUNCTIONS:
            return _combined(_FUNCTIONS[function], arguments)
        case Index(base, _):
            return constant_size(base)
        case Conditional() | Vector():
            return _combined(_largest, children(tree))
        case _:
            return None


def _combined(compute: Callable[..., float], parts: tuple[Tree, ...]) -> float | None:
    sizes: list[float] = []
    for part in parts:
        size = constant_size(part)
        if size is None:
            return None
        sizes.append(size)
    try:
        value = compute(*sizes)
    except (OverflowError, ZeroDivisionError):
        return math.inf
    except ValueError:  # outside the domain, such as the logarithm of a negative number
        return None
    if isinstance(value, complex):  # a root of a negative number
        return None
    return math.inf if math.isnan(value) else float(value)


def _largest(*sizes: float) -> float:
    return max(map(abs, sizes))


_ARITHMETIC: dict[str, Callable[..., float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": operator.pow,
}

_FUNCTIONS: dict[str, Callable[..., float]] = {
    "exp": math.exp,
    "log": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "sqrt": math.sqrt,
    "cosh": math.cosh,
    "sinh": math.sinh,
    # These are no larger than their largest argument, apart from a constant.
    **dict.fromkeys(("abs", "min", "max", "relu", "sum", "mean"), _largest),
    **dict.fromkeys(("sign", "sigmoid", "tanh"), lambda _: 1.0),
}


def _too_deep(offset: int) -> ExpressionError:
    return ExpressionError(
        f"More than {DEPTH} operations build on one another.",
        "Write a shorter expression.",
        offset,
    )
