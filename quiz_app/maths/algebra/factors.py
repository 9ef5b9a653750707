"""Products in textbook form: which factor stands where, and where the minus sign goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce

from quiz_app.maths.algebra.order import SignedTerm, is_number, rational, total
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Conditional,
    Index,
    Indicator,
    Name,
    Number,
    Tree,
)

_ONE = Number("1")
_HALF = Binary("/", _ONE, Number("2"))
_SELF_CONTAINED = frozenset({"sigmoid", "softmax", "sqrt", "abs"})


@dataclass(frozen=True)
class Factor:
    """A power of a sum of terms; of a function of that sum, if ``function`` names one.

    ``is_odd`` says of a whole exponent whether it is odd, and is None for any other.
    """

    terms: tuple[SignedTerm, ...]
    exponent: Tree = _ONE
    is_odd: bool | None = True
    function: str = ""

    @property
    def tree(self) -> Tree:
        """The factor as it is written."""
        base = total(self.terms)
        if self.function:
            base = Call(self.function, (base,))
        if self.exponent == _ONE:
            return base
        if self.exponent == _HALF:
            return Call("sqrt", (base,))
        return Binary("^", base, self.exponent)

    @property
    def is_backwards(self) -> bool:
        """Whether the factor is like p − 1, which is better written 1 − p."""
        turnable = not self.function and self.is_odd is not None and len(self.terms) > 1
        return turnable and any(negative and is_number(term) for negative, term in self.terms)

    @property
    def is_plain_difference(self) -> bool:
        """Whether the factor is like a − b, which can take in a minus sign."""
        signs = {negative for negative, _ in self.terms}
        constant = any(is_number(term) for _, term in self.terms)
        return bool(self.is_odd) and len(signs) == 2 and not constant

    def turned(self) -> Factor:
        """The factor with its terms negated, which negates it if its exponent is odd."""
        return replace(self, terms=tuple((not negative, term) for negative, term in self.terms))


def quotient(coefficient: Fraction, above: Sequence[Factor], below: Sequence[Factor]) -> SignedTerm:
    """``coefficient`` times the factors above the fraction bar over those below.

    Differences are turned round so that 1 − p is preferred to p − 1 and a leading minus
    disappears: −2 (y − ŷ) becomes 2 (ŷ − y).
    """
    above, below = list(above), list(below)
    flips = len(_turn_all(below))
    turned = _turn_all(above)
    negative = (coefficient < 0) != bool((flips + len(turned)) % 2)
    places = [place for place, it in enumerate(above) if it.is_plain_difference] or turned
    if negative and places:
        above[places[-1]] = above[places[-1]].turned()
        negative = False
    trees = [factor.tree for factor in above], [factor.tree for factor in below]
    return negative, _fraction(abs(coefficient), *trees)


def _turn_all(factors: list[Factor]) -> list[int]:
    """Turns the factors that are backwards; the places at which that changed the sign."""
    places = [place for place, factor in enumerate(factors) if factor.is_backwards]
    for place in places:
        factors[place] = factors[place].turned()
    return [place for place in places if factors[place].is_odd]


def _fraction(coefficient: Fraction, above: Sequence[Tree], below: Sequence[Tree]) -> Tree:
    """A fractional coefficient stands in front, unless there is a fraction bar to join."""
    if above and not below and coefficient.denominator != 1:
        return Binary("*", rational(coefficient), _product(1, above))
    numerator = _product(coefficient.numerator, above)
    denominator = _product(coefficient.denominator, below)
    return numerator if denominator == _ONE else Binary("/", numerator, denominator)


def _product(coefficient: int, factors: Sequence[Tree]) -> Tree:
    """The factors from the plainest to the tallest, behind a coefficient that is not one."""
    ordered = sorted(factors, key=_place)
    if coefficient != 1 or not ordered:
        ordered.insert(0, Number(str(coefficient)))
    return reduce(lambda product, factor: Binary("*", product, factor), ordered)


def _place(factor: Tree) -> tuple[int, str]:
    match factor:
        case Binary("^", base, exponent):
            return max(_rank(base), 0 if is_number(exponent) else 2), repr(base)
        case _:
            return _rank(factor), repr(factor)


def _rank(factor: Tree) -> int:
    """Letters, functions with brackets of their own, sums, functions, indicators, sigmas, cases."""
    match factor:
        case Number() | Name() | Index(Name(), _):
            return 0
        case Index(Call(), _):
            return 1
        case Call("sum", _, _):
            return 5
        case Call(function, _, _):
            return 1 if function in _SELF_CONTAINED else 3
        case Indicator():
            return 4
        case Conditional():
            return 6
        case _:
            return 2
