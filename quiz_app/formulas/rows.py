"""The minimising constant row of a loss over classes, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quiz_app.formulas.constants import by_mean
from quiz_app.formulas.kinks import replaced
from quiz_app.formulas.model import Equation, Remark, Step
from quiz_app.formulas.notation import CLASS, OTHER_CLASS, entry, mean
from quiz_app.formulas.problem import C, Minimum, Problem
from quiz_app.losses import Domain
from quiz_app.maths.expression import names_in
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Compare,
    Index,
    Indicator,
    Name,
    Number,
    Tree,
    rebuild,
    substitute,
    walk,
)

_CLASSES = Name("K")
_MULTIPLIER = Name("lambda")
_SHIFT = Name("a")
_LETTERS = "qs"
_TOTAL = "logsumexp"

_SOLVED = Remark("and solved for {}:", (entry(C, CLASS),))
_LAGRANGE = Remark(
    "this is a line in the target, so that only its mean counts; for entries that add up to 1"
    " it differs from zero by a number {}, by Lagrange:",
    (_MULTIPLIER,),
)


def of_data(problem: Problem) -> Minimum | None:
    """A root of a mean over a data set is least where the mean is, which has one summand each."""
    if not problem.loss.row_is_data:
        return None
    notation = problem.notation
    match notation.body, tuple(notation.where.items()):
        case Call("sqrt", (Name(name),)), ((meant, Binary("*", _, Call("sum", (term, _, _)))),) if (
            name == meant
        ):
            pass
        case _:
            return None
    of_number: dict[Tree, Tree] = {
        entry(each, CLASS): each for each in (notation.target, notation.prediction)
    }
    body = rebuild(term, lambda part: of_number.get(part, part))
    single = replace(problem, notation=replace(notation, body=body, where={}, classwise=False))
    minimum = by_mean(single)
    if minimum is None:
        return None
    total = Call("sum", (entry(problem.target, CLASS), CLASS, _CLASSES))
    share = Binary("/", Number("1"), _CLASSES)
    meaning = Equation(single.mean_target, Binary("*", share, total))
    root = Remark("a root is least where what is inside is, here the mean of {}", (term,))
    return Minimum(minimum.equations, (meaning,), (root,))


def by_class(problem: Problem) -> Minimum | None:
    """A slope that is a line in a statistic of its class averages to the slope at the mean of it.

    Such a statistic is the target of the class; it may be a softmax of the targets.
    """
    share = _share(problem)
    slope = problem.slope(problem.of_constant, problem.unknown)
    for statistic in _statistics(problem, slope):
        average = replaced(slope, statistic, share)
        if problem.target.name not in names_in(average):
            minimum = _at_the_share(problem, average, share)
            if minimum is None:
                return None
            meaning = Equation(share, mean(problem.notation.of_sample(statistic)))
            steps = (*problem.from_cost_to(slope), *minimum.steps)
            return replace(minimum, where=(meaning,), steps=steps)
    return None


def _at_the_share(problem: Problem, slope: Tree, share: Index) -> Minimum | None:
    if problem.algebra.affine(slope, share).result() is None:
        return None
    if problem.loss.y_pred == Domain.probabilities():
        return _on_simplex(problem, slope, share)
    return _free(problem, slope, share)


def _on_simplex(problem: Problem, slope: Tree, share: Index) -> Minimum | None:
    """Lagrange: the slopes of all classes are equal, and the entries add up to one."""
    names = (C.name, _MULTIPLIER.name, *names_in(share) - {CLASS.name})
    row = problem.only_root(Binary("+", slope, _MULTIPLIER), problem.unknown, *names)
    if row is None:
        return None
    line = problem.algebra.affine(row, share).result()
    if line is None:
        return _in_proportion(problem, slope, row, share)
    rise, start = line  # the shares add up to one, and so the entries to rise + K start
    surplus = Binary("-", Binary("+", rise, Binary("*", _CLASSES, start)), Number("1"))
    multiplier = problem.only_root(surplus, _MULTIPLIER)
    if multiplier is None:
        return None
    minimum = problem.simplified(substitute(row, {_MULTIPLIER.name: multiplier}))
    result = Equation(problem.unknown, minimum)
    steps = (
        Step(_LAGRANGE, Equation(Binary("+", slope, _MULTIPLIER), Number("0"))),
        Step(_SOLVED, Equation(problem.unknown, row)),
        Step(Remark("the entries add up to 1 with"), Equation(_MULTIPLIER, multiplier)),
        Step(Remark("and so"), result),
    )
    return Minimum((result,), steps=steps)


def _in_proportion(problem: Problem, slope: Tree, row: Tree, share: Index) -> Minimum | None:
    """If the multiplier only scales the row, dividing by the sum makes the entries add up."""
    names = names_in(share) - {CLASS.name}
    unscaled = problem.simplified(substitute(row, {_MULTIPLIER.name: Number("1")}), *names)
    scale = problem.simplified(Binary("/", row, unscaled), _MULTIPLIER.name, *names)
    if names & names_in(scale):
        return None
    other = substitute(unscaled, {CLASS.name: OTHER_CLASS})
    minimum = Binary("/", unscaled, Call("sum", (other, OTHER_CLASS, _CLASSES)))
    result = Equation(problem.unknown, minimum)
    steps = (
        Step(_LAGRANGE, Equation(Binary("+", slope, _MULTIPLIER), Number("0"))),
        Step(_SOLVED, Equation(problem.unknown, row)),
        Step(Remark("{} only scales the row, whose entries add up to 1:", (_MULTIPLIER,)), result),
    )
    return Minimum((result,), steps=steps)


def _free(problem: Problem, slope: Tree, share: Index) -> Minimum | None:
    """A softmax does not feel a shift of all logits, so they are found up to a number."""
    root = problem.only_root(slope, problem.unknown)
    if root is None:
        return None
    totals = (part for part in walk(root) if isinstance(part, Call) and part.function == _TOTAL)
    minimum = root
    for total in dict.fromkeys(totals):
        minimum = replaced(minimum, total, _SHIFT)
    shifted = Remark("for any number {}: a shift of all logits changes nothing", (_SHIFT,))
    remarks = (shifted,) if minimum != root else ()
    result = Equation(problem.unknown, minimum)
    line = Remark("this is a line in the target, so that only its mean counts:")
    steps = (
        Step(line, Equation(slope, Number("0"))),
        Step(_SOLVED, result),
    )
    return Minimum((result,), remarks=remarks, steps=steps)


def _statistics(problem: Problem, slope: Tree) -> Iterator[Tree]:
    """What the target may say of class k: its entry, whether it is the label, its softmax."""
    if problem.loss.y_true.whole:
        yield Indicator(Compare("==", CLASS, problem.target))
    else:
        yield entry(problem.target, CLASS)
    for part in dict.fromkeys(walk(slope)):
        match part:
            case Index(Call(), (place,)) if place == CLASS and C.name not in names_in(part):
                yield part


def _share(problem: Problem) -> Index:
    """The symbol of the share of class k in the data."""
    taken = names_in(problem.of_constant)
    letter = next(letter for letter in _LETTERS if letter not in taken)
    return entry(Name(letter) if problem.loss.y_true.whole else problem.mean_target, CLASS)
