"""Operations on single numbers of many digits; none takes long, whatever the numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import mpmath
from mpmath.ctx_mp import MPContext

Operation: TypeAlias = Callable[..., mpmath.mpf]

# Beyond this argument exp is taken for infinite and its reciprocal for zero, since the time
# that mpmath takes grows with the digits that stand before the point of an exponent.
_LARGEST_EXPONENT = 10**7

# Up to here a whole power is multiplied out, without the detour over the logarithm.
_LARGEST_WHOLE_POWER = 10**4


class ExactOperations:
    """The operations of the grammar in the precision of one mpmath context.

    They are total: nan where no value exists, infinite beyond all numbers.
    """

    def __init__(self, context: MPContext) -> None:
        self._context = context

    def table(self) -> Mapping[str, tuple[Operation, int]]:
        """Each operation under its name, with its number of operands."""
        context = self._context
        one_operand: dict[str, Operation] = {
            "negative": lambda x: -x,
            "exp": self._exp,
            "log": self._log,
            "log2": lambda x: self._log(x) / context.ln2,
            "log10": lambda x: self._log(x) / context.ln10,
            "sqrt": lambda x: context.sqrt(x) if x >= 0 else context.nan,
            "abs": abs,
            "sign": context.sign,
            "tanh": self._tanh,
            "cosh": self._cosh,
            "sinh": self._sinh,
            "sigmoid": self._sigmoid,
            "logit": self._logit,
            "softplus": lambda x: max(x, context.zero) + context.log1p(self._exp(-abs(x))),
            "relu": lambda x: max(x, context.zero),
        }
        two_operands: dict[str, Operation] = {
            "+": lambda a, b: a + b,
            "-": lambda a, b: a - b,
            "*": lambda a, b: a * b,
            "/": self._divide,
            "^": self._power,
            "min": min,
            "max": max,
        }
        return {
            **{name: (self._total(compute), 1) for name, compute in one_operand.items()},
            **{name: (self._total(compute), 2) for name, compute in two_operands.items()},
        }

    def _total(self, compute: Operation) -> Operation:
        """The operation with nan passed on, which mpmath compares as if it were a number."""
        context = self._context

        def operation(*operands: mpmath.mpf) -> mpmath.mpf:
            if any(map(context.isnan, operands)):
                return context.nan
            return compute(*operands)

        return operation

    def _divide(self, a: mpmath.mpf, b: mpmath.mpf) -> mpmath.mpf:
        if b != 0:
            return a / b
        return self._context.sign(a) * self._context.inf

    def _exp(self, x: mpmath.mpf) -> mpmath.mpf:
        if abs(x) <= _LARGEST_EXPONENT:
            return self._context.exp(x)
        return self._context.inf if x > 0 else self._context.zero

    def _log(self, x: mpmath.mpf) -> mpmath.mpf:
        if x < 0:
            return self._context.nan
        return self._context.log(x) if x else self._context.ninf

    def _power(self, base: mpmath.mpf, exponent: mpmath.mpf) -> mpmath.mpf:
        context = self._context
        is_whole = context.isint(exponent)
        if is_whole and abs(exponent) <= _LARGEST_WHOLE_POWER and context.isfinite(base):
            whole = int(exponent)
            return base**whole if base or whole >= 0 else context.inf
        if exponent == 0 or base == 1:
            return context.one
        if base < 0 and not is_whole:
            return context.nan
        # Whole numbers beyond 2^53 are taken for even, as they are in float64.
        is_odd = base < 0 and abs(exponent) < 2**53 and int(exponent) % 2 == 1
        size = self._exp(exponent * self._log(abs(base)))
        return -size if is_odd else size

    def _tanh(self, x: mpmath.mpf) -> mpmath.mpf:
        context = self._context
        return context.tanh(x) if abs(x) <= _LARGEST_EXPONENT else context.sign(x)

    def _cosh(self, x: mpmath.mpf) -> mpmath.mpf:
        return self._context.cosh(x) if abs(x) <= _LARGEST_EXPONENT else self._context.inf

    def _sinh(self, x: mpmath.mpf) -> mpmath.mpf:
        context = self._context
        return context.sinh(x) if abs(x) <= _LARGEST_EXPONENT else context.sign(x) * context.inf

    def _sigmoid(self, x: mpmath.mpf) -> mpmath.mpf:
        decay = self._exp(-abs(x))
        return (decay if x < 0 else 1) / (1 + decay)

    def _logit(self, p: mpmath.mpf) -> mpmath.mpf:
        if not 0 <= p <= 1:
            return self._context.nan
        return self._log(p) - (self._context.log1p(-p) if p < 1 else self._context.ninf)
