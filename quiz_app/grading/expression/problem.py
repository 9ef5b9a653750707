"""A formula that is asked for, and how an answer compares with it on all of the domain."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np

from quiz_app.bank.model import Variable
from quiz_app.grading.expression.domain import Domain, Floats, Points
from quiz_app.grading.expression.equality import Comparison, Freedom, Pair, Scale, scale_to
from quiz_app.grading.expression.formula import Formula
from quiz_app.grading.expression.kinks import differences, points_at_kinks
from quiz_app.grading.expression.samples import sampled
from quiz_app.grading.expression.slopes import slope
from quiz_app.maths.expression import Tree
from quiz_app.variants.author_expression import author_expression


class Problem:
    """The right formula, its domain, and its values at the points that are always looked at.

    ``names`` are the variables that an answer is written in; without any, all of them.
    """

    def __init__(
        self, right: Formula, domain: Domain, freedom: Freedom = "", names: Sequence[str] = ()
    ) -> None:
        self.right = right
        self.names = tuple(names) or tuple(
            name for name in domain.names if name not in domain.constants
        )
        self.domain = domain
        self.freedom = freedom

    @cached_property
    def points(self) -> Points:
        """The points that are looked at whatever the answer."""
        return sampled(self.domain)

    @cached_property
    def right_values(self) -> Floats:
        """The right values at these points. Raises QuizError where a loss refuses them."""
        return self.right.values(self.points)

    @cached_property
    def _right_kinks(self) -> frozenset[Tree]:
        return differences(self.right)

    def compare(self, given: Formula) -> Comparison:
        """Where an answer differs; the kinks of both formulas are looked at as well.

        Raises QuizError for an answer that cannot be computed.
        """
        pair = Pair(self.right, given, self.domain, self._scale(given))
        comparison = pair.compare(self.points, self.right_values)
        found = self._right_kinks | differences(given)
        if not comparison.equal or not found:
            return comparison
        at_kinks = points_at_kinks(found, self.domain, self.points)
        return comparison if at_kinks is None else pair.compare(at_kinks)

    def is_right(self, given: Formula) -> bool:
        """Whether an answer differs nowhere. Raises QuizError if it cannot be computed."""
        return self.compare(given).equal

    def values(self, given: Formula) -> Floats:
        """An answer's values at the points that are always looked at, nan where there is none."""
        return np.asarray(given.values(self.points))

    def slope(self, formula: Formula, name: str) -> Floats:
        """The derivative of a formula by a variable at these points, nan beside their ends."""
        return slope(formula, self.domain, self.points, name)

    def _scale(self, given: Formula) -> Scale:
        if not self.freedom:
            return Scale()
        return scale_to(self.right_values, self.values(given), self.freedom)


@lru_cache(maxsize=64)
def problem(
    variables: tuple[Variable, ...],
    answer: str,
    constants: tuple[tuple[str, float], ...] = (),
    freedom: Freedom = "",
    names: tuple[str, ...] = (),
) -> Problem:
    """The problem of finding an author's formula in some variables and drawn constants.

    Raises QuizError for an answer or a variable that cannot be read.
    """
    domain = Domain(variables, dict(constants))
    return Problem(Formula(author_expression(answer)), domain, freedom, names)
