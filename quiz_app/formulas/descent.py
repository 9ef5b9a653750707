"""Data for which no constant costs least, as the cost falls for ever."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

import numpy as np

from quiz_app.formulas.kinks import branchings
from quiz_app.formulas.model import Remark
from quiz_app.formulas.notation import SAMPLE, entry, written
from quiz_app.formulas.problem import C, Problem
from quiz_app.losses import Domain
from quiz_app.maths.evaluate import evaluate
from quiz_app.maths.expression.tree import Tree, substitute

_TRIED = (-20.0, -5.0, -1.0, -0.1, 0.0, 0.1, 1.0, 5.0, 20.0)


def without_minimum(problem: Problem) -> Iterator[Remark]:
    """A remark for each target that, where all samples have it, is met better and better."""
    if problem.loss.classwise or problem.loss.y_pred != Domain.real():
        return
    for target in map(written, _extremes(problem.loss.y_true)):
        loss = substitute(problem.of_constant, {problem.target.name: target})
        fall = fall_of(problem, loss)
        if fall is not None:
            every = (entry(problem.target, SAMPLE), target)
            words = "if every {} is {}, no constant costs least: "
            yield Remark(words + fall.words, (*every, *fall.terms))


def fall_of(problem: Problem, loss: Tree) -> Remark | None:
    """How far a loss falls, which is its limit, if its slope in the constant has no root."""
    if any(branchings(loss)):
        return None  # what is clipped is level somewhere, and so least
    slope = problem.slope(loss, C)
    signs = set(_signs(problem, slope))
    if signs not in ({True}, {False}) or problem.roots(slope, C):
        return None
    rising = signs == {False}
    way = f"as {{}} {'rises' if rising else 'falls'} for ever, "
    match problem.limit(loss, C, rising=rising):
        case None:
            return None
        case float():
            return Remark(f"{way}the cost falls without bound", (C,))
        case limit:
            return Remark(f"{way}the cost falls towards {{}}", (C, limit))


def _extremes(domain: Domain) -> Iterator[float]:
    """The least and the greatest value of a domain, if it has them."""
    ends = (min(domain.members), max(domain.members)) if domain.members else ()
    for end in ends or (domain.low, domain.high):
        if isfinite(end) and domain.first_violation(np.array(end)) is None:
            yield end


def _signs(problem: Problem, slope: Tree) -> Iterator[bool | None]:
    """Whether the slope is positive, at constants of either sign; None where it is zero."""
    parameters = {
        problem.notation.parameters[parameter.name].name: parameter.default
        for parameter in problem.loss.parameters
    }
    for constant in _TRIED:
        value = float(evaluate(slope, {**parameters, C.name: constant}))
        yield value > 0 if value else None
