"""How much mathematics is accepted, judged on text and tree before anything is computed."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
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
    substitute,
)

LENGTH: Final = 2000
TYPED: Final = 500
NODES: Final = 500
DEPTH: Final = 50
EXPONENT: Final = 1000
WORK: Final = 1000


def check_length(text: str, most: int = LENGTH) -> None:
    """Raise ExpressionError for a text of more characters; of what is typed TYPED are read."""
    if len(text) > most:
        raise ExpressionError(f"This has {len(text)} characters.", f"Write at most {most}.", most)


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


def check_work(tree: Tree) -> None:
    """Raise ExpressionError for sums of so many terms that over WORK nodes would be computed.

    A sum over a variable counts as one term: how many it has is not known yet.
    """
    if _work(tree, {}) > WORK:
        raise ExpressionError("This takes too many steps to compute.", "Write shorter sums.", 0)


def _work(tree: Tree, indices: Mapping[str, Tree]) -> float:
    """The nodes to compute, where ``indices`` have at most these values."""
    match tree:
        case Call("sum", (body, Name(index), count)):
            terms = constant_size(substitute(count, indices))
            if terms is None:
                return 1 + _work(body, indices) + _work(count, indices)
            last = Number(str(int(min(max(terms, 0), WORK))))
            return 1 + max(terms, 0) * _work(body, {**indices, index: last}) + _work(count, indices)
        case _:
            return 1 + sum(_work(part, indices) for part in children(tree))


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
