"""Which slips give exactly the formula that was answered."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np

from quiz_app.bank.model import AuthorMistake
from quiz_app.errors import QuizError
from quiz_app.grading.expression.domain import Floats, typical
from quiz_app.grading.expression.equality import scale_to
from quiz_app.grading.expression.formula import Formula
from quiz_app.grading.expression.problem import Problem
from quiz_app.grading.expression.slips import (
    Slip,
    factors,
    neighbours,
    offset_slip,
    own_slips,
    ratio_slip,
    slopes,
)
from quiz_app.maths.expression import Negative
from quiz_app.variants.asked import formula_text
from quiz_app.variants.author_expression import AuthorExpression, author_expression

# Values closer than this share are the same; difference quotients are less exact.
_CLOSE = 1e-7
_CLOSE_SLOPES = 1e-4

# A slope is compared where it exists: a kink near a few points does not matter.
_MOST_POINTS = 0.9

# A first look: at so many points, for differences as large as this share.
_LOOKS = 5
_PLAIN = 1e-3

# On fewer points anything is proportional to anything.
_FEWEST = 4

_SIGN = Slip("wrong_sign", "The sign is turned round: follow the minus through.")


def diagnose(
    problem: Problem, given: Formula, mistakes: Sequence[AuthorMistake]
) -> tuple[Slip, ...]:
    """Every slip that explains a wrong formula: the author's own, or else the general ones.

    Where none does, a turned sign together with another slip is tried.
    """
    if slips := _Diagnosis(problem, given, mistakes).slips():
        return slips
    others = _Diagnosis(problem, _negative(given), mistakes).slips_with_another()
    return (_SIGN, *others) if others else ()


def mistake_formula(mistake: AuthorMistake) -> Formula:
    """The wrong formula that an author expects; ``answer`` in it is the right one."""
    return Formula(author_expression(mistake.answer))


def _negative(formula: Formula) -> Formula:
    expression = formula.expression
    return Formula(AuthorExpression(Negative(expression.tree), expression.losses))


class _Diagnosis:
    """One wrong answer, held against what slips would give."""

    def __init__(self, problem: Problem, given: Formula, mistakes: Sequence[AuthorMistake]) -> None:
        self._problem = problem
        self._formula = given
        self._given = problem.values(given)
        self._right = problem.right_values
        self._mistakes = mistakes

    def slips(self) -> tuple[Slip, ...]:
        """The first group of slips in which some match, each once."""
        return _first(
            self._of_author,
            self._own,
            self._constants,
            self._factors,
            self._exchanged,
            self._mirrored,
            self._derivatives,
            self._of_a_neighbour,
        )

    def slips_with_another(self) -> tuple[Slip, ...]:
        """The same among the slips that people make together with a turned sign."""
        return _first(self._of_author, self._own, self._factors, self._of_a_neighbour)

    def _of_author(self) -> Iterator[Slip]:
        points = {**self._problem.points, "answer": self._right}
        for mistake in self._mistakes:
            try:
                values = mistake_formula(mistake).values(points)
            except QuizError:
                continue
            if self._same(values, self._given):
                yield Slip(mistake.name, mistake.say)

    def _own(self) -> Iterator[Slip]:
        for slip, values in own_slips(self._problem):
            if self._same(values, self._given):
                yield slip

    def _of_a_neighbour(self) -> Iterator[Slip]:
        """The first of the other losses that fits: they stand in the order of learning."""
        for slip, values in neighbours(self._problem):
            if self._same(values, self._given):
                yield slip
                return

    def _constants(self) -> Iterator[Slip]:
        freedom = self._problem.freedom
        if freedom:
            if self._same(-self._right, self._given):
                yield ratio_slip(-1.0)
            return
        with np.errstate(all="ignore"):
            ratio = _constant(self._given / self._right)
            offset = _constant(self._given - self._right)
        if ratio is not None and ratio not in (0.0, 1.0):
            yield ratio_slip(ratio)
        elif offset:
            yield offset_slip(offset)

    def _factors(self) -> Iterator[Slip]:
        for factor in factors(self._problem):
            with np.errstate(all="ignore"):
                if self._same(self._right, self._given * factor.values):
                    yield factor.missing
                elif self._same(self._right * factor.values, self._given):
                    yield factor.extra

    def _exchanged(self) -> Iterator[Slip]:
        points = self._problem.points
        for one, other in combinations([bounds.name for bounds in self._problem.domain.ranges], 2):
            there = {**points, one: points[other], other: points[one]}
            if self._same(self._right, self._formula.values(there)):
                say = f"You exchanged {formula_text(one)} and {formula_text(other)}."
                yield Slip("swapped_variables", say)

    def _mirrored(self) -> Iterator[Slip]:
        domain, points = self._problem.domain, self._problem.points
        for name in self._problem.names:
            total = domain.mirror(name)
            if total is None:
                continue
            there = domain.completed({**points, name: total - points[name]})
            if self._same(self._right, self._formula.values(there)):
                shown = formula_text(name)
                image = f"1 − {shown}" if total else f"−{shown}"
                say = f"Yours has {image} where {shown} belongs: put one for the other."
                yield Slip("mirrored_variable", say)

    def _derivatives(self) -> Iterator[Slip]:
        for known in slopes(self._problem):
            name = formula_text(known.variable)
            if self._same_slope(self._problem.slope(self._formula, known.variable), self._right):
                yield Slip(
                    "not_differentiated",
                    f"The derivative of yours by {name} is the answer: you integrated, or have "
                    "yet to differentiate.",
                )
            if self._same_slope(known.of_right, self._given):
                yield Slip(
                    "differentiated_again",
                    f"That is the derivative by {name} of what is asked for: you differentiated "
                    "once too often.",
                )
            if known.of_loss is not None and self._same_slope(known.of_loss, self._given):
                yield Slip("other_variable", f"You differentiated by {name} instead.")

    def _same(self, wanted: Floats, given: Floats) -> bool:
        """Whether two rows of values agree wherever both exist, which must be in most places."""
        if not self._problem.freedom:
            return (
                not _differs_somewhere(wanted, given) and _share_alike(wanted, given, _CLOSE) == 1
            )
        scaled = scale_to(wanted, given, self._problem.freedom).of(given)
        return _share_alike(wanted, scaled, _CLOSE) == 1

    def _same_slope(self, wanted: Floats, given: Floats) -> bool:
        return _share_alike(wanted, given, _CLOSE_SLOPES) >= _MOST_POINTS


def _first(*groups: Callable[[], Iterator[Slip]]) -> tuple[Slip, ...]:
    found = (tuple(dict.fromkeys(group())) for group in groups)
    return next(filter(None, found), ())


def _differs_somewhere(wanted: Floats, given: Floats) -> bool:
    """Whether one look at a few points is enough; most candidates end here."""
    for place in range(0, wanted.size, max(1, wanted.size // _LOOKS)):
        one, other = float(wanted[place]), float(given[place])
        if math.isfinite(one - other) and abs(one - other) > _PLAIN * max(
            abs(one), abs(other), 1e-3
        ):
            return True
    return False


def _share_alike(wanted: Floats, given: Floats, close: float) -> float:
    """The share of the points at which two rows of values agree; 0 where few can be compared."""
    both = np.isfinite(wanted) & np.isfinite(given)
    if both.sum() < max(_FEWEST, wanted.size / 2):
        return 0.0
    one, other = wanted[both], given[both]
    allowed = close * (np.abs(one) + min(1.0, typical(np.abs(one))))
    return float(np.mean(np.abs(one - other) <= allowed))


def _constant(values: Floats) -> float | None:
    """The one value that a row has wherever it exists, if it has only one."""
    finite = values[np.isfinite(values)]
    if finite.size < max(_FEWEST, values.size / 2):
        return None
    middle = typical(finite)
    if np.all(np.abs(finite - middle) <= _CLOSE * abs(middle)):
        rounded = float(f"{middle:.6g}")
        return rounded if abs(rounded - middle) <= _CLOSE * abs(middle) else middle
    return None
