"""What people do instead of finding the right formula, as formulas and as ratios to it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from quiz_app import losses
from quiz_app.errors import QuizError
from quiz_app.grading.expression.domain import Floats
from quiz_app.grading.expression.formula import Formula
from quiz_app.grading.expression.problem import Problem
from quiz_app.maths.expression import Call, Tree, rebuild
from quiz_app.maths.layout import number_text
from quiz_app.variants.asked import formula_text
from quiz_app.variants.author_expression import AuthorExpression, LossCall

_LOGARITHMS = {"log2": "base-2", "log10": "base-10"}

# Names under which the number of samples goes.
_COUNTS = frozenset({"n", "N", "m", "batch"})


class Slip(Struct, frozen=True):
    """A mistake: its name, and the sentence that mends it."""

    name: str
    say: str


_Wrong: TypeAlias = tuple[Slip, Formula, frozenset[str]]

_NO_MISTAKE: frozenset[str] = frozenset()

_LOSS_ITSELF = Slip("loss_instead_of_gradient", "That is the loss itself: now differentiate it.")
_GRADIENT = Slip("gradient_instead_of_loss", "That is the gradient; the loss is asked for.")


@lru_cache(maxsize=64)
def own_slips(problem: Problem) -> tuple[tuple[Slip, Floats], ...]:
    """The slips that the right formula suggests, and the values that they give."""
    wrong = (*_of_losses(problem.right), *_of_logarithms(problem.right))
    return tuple(_values(wrong, problem))


@lru_cache(maxsize=64)
def neighbours(problem: Problem) -> tuple[tuple[Slip, Floats], ...]:
    """The same question asked of another loss of the task, and the values that it gives."""
    return tuple(
        pair
        for name, call in problem.right.expression.losses
        for pair in _values(_of_other_losses(problem.right, name, call), problem)
    )


def _values(wrong: Iterable[_Wrong], problem: Problem) -> Iterator[tuple[Slip, Floats]]:
    for slip, formula, mistakes in wrong:
        try:
            yield slip, formula.values(problem.points, mistakes)
        except QuizError:  # another loss need not be defined here
            continue


class Slopes(Struct, frozen=True):
    """Slopes along one variable: of the right formula, and of the loss whose gradient it is."""

    variable: str
    of_right: Floats
    of_loss: Floats | None


@lru_cache(maxsize=64)
def slopes(problem: Problem) -> tuple[Slopes, ...]:
    """What comes of differentiating once more, or by another variable."""
    itself = _loss_itself(problem.right)
    return tuple(
        Slopes(
            bounds.name,
            problem.slope(problem.right, bounds.name),
            problem.slope(itself, bounds.name) if itself else None,
        )
        for bounds in problem.domain.ranges
    )


class Factor(Struct, frozen=True):
    """A factor that gets lost or comes in: a variable, or the slope of the sigmoid in it."""

    variable: str
    kind: Literal["itself", "of_logit", "of_probability"]
    values: Floats

    @property
    def missing(self) -> Slip:
        """What to say to who left it out."""
        if self.variable in _COUNTS:
            return Slip(
                "mean_instead_of_sum", f"You divided by {self._shown}, which is not asked for."
            )
        if self.kind == "itself":
            return Slip(
                "missing_factor",
                f"The factor {self._shown} is missing: the chain rule multiplies by the "
                "derivative of what stands inside.",
            )
        return Slip(
            "missing_chain_factor",
            f"The factor {self._shown} of the chain rule is missing: the sigmoid has to be "
            "differentiated, too.",
        )

    @property
    def extra(self) -> Slip:
        """What to say to who has it too many times."""
        if self.variable in _COUNTS:
            return Slip(
                "missing_mean",
                f"You left out 1/{self._shown}: a cost is the mean over the samples, so divide by "
                "their number.",
            )
        return Slip("extra_factor", f"There is a factor {self._shown} too many; the rest is right.")

    @property
    def _shown(self) -> str:
        name = formula_text(self.variable)
        forms = {
            "itself": name,
            "of_logit": f"σ({name})(1 − σ({name}))",
            "of_probability": f"{name}(1 − {name})",
        }
        return forms[self.kind]


def factors(problem: Problem) -> Iterator[Factor]:
    """The factors that a problem's variables suggest."""
    for name in problem.names:
        values = problem.points[name]
        yield Factor(name, "itself", values)
        if name in _COUNTS:
            continue
        with np.errstate(all="ignore"):
            yield Factor(name, "of_logit", 1 / (2 + np.exp(values) + np.exp(-values)))
        if np.all((values >= 0) & (values <= 1)):
            yield Factor(name, "of_probability", values * (1 - values))


def ratio_slip(ratio: float) -> Slip:
    """What to say of an answer that is everywhere so many times the right one."""
    if ratio == -1:
        return Slip("wrong_sign", "Only the sign is turned round: follow the minus through.")
    for function, base in (("log2", 2.0), ("log10", 10.0)):
        if math.isclose(ratio, 1 / math.log(base), rel_tol=1e-6):
            return Slip(
                function,
                f"You took the {_LOGARITHMS[function]} logarithm; the natural one is meant.",
            )
    sign = ", with its sign turned round" if ratio < 0 else ""
    mend = "a factor 2 is lost" if abs(ratio) == 0.5 else "only a constant factor is wrong"
    return Slip(
        "constant_factor",
        f"Yours is everywhere {_number(abs(ratio))} times the right one{sign}: {mend}.",
    )


def offset_slip(offset: float) -> Slip:
    """What to say of an answer that is everywhere so much larger than the right one."""
    way = "more" if offset > 0 else "less"
    return Slip(
        "constant_offset",
        f"Yours is everywhere {_number(abs(offset))} {way} than the right one: "
        "only a constant is wrong.",
    )


def _of_losses(right: Formula) -> Iterator[_Wrong]:
    for name, call in right.expression.losses:
        if call.form == "gradient":
            itself = _instead(right, name, replace(call, form="per_sample"))
            yield _LOSS_ITSELF, itself, _NO_MISTAKE
        else:
            gradient = _instead(right, name, replace(call, form="gradient"))
            yield _GRADIENT, gradient, _NO_MISTAKE
            for mistake in call.mistakes:
                if mistake.reduce is None:
                    yield Slip(mistake.name, mistake.say), right, frozenset({mistake.name})


def _of_other_losses(right: Formula, name: str, call: LossCall) -> Iterator[_Wrong]:
    for other in losses.all_losses():
        if other.task != call.loss.task or other.classwise or other.name == call.loss.name:
            continue
        on_logits = call.from_logits and other.from_logits is not None
        asked = replace(call, loss=other, from_logits=on_logits, parameters={})
        say = f"That fits another loss: {other.title}. The question is about {call.loss.title}."
        yield Slip(f"as_for_{other.name}", say), _instead(right, name, asked), _NO_MISTAKE


def _instead(right: Formula, name: str, call: LossCall) -> Formula:
    """The right formula with one of its losses asked for something else."""
    expression = right.expression
    called = tuple((known, call if known == name else old) for known, old in expression.losses)
    return Formula(AuthorExpression(expression.tree, called))


def _of_logarithms(right: Formula) -> Iterator[_Wrong]:
    for function, base in _LOGARITHMS.items():

        def change(part: Tree, function: str = function) -> Tree:
            match part:
                case Call("log", arguments):
                    return Call(function, arguments)
                case _:
                    return part

        tree = rebuild(right.expression.tree, change)
        if tree != right.expression.tree:
            say = f"You took the {base} logarithm; the natural one is meant."
            wrong = Formula(AuthorExpression(tree, right.expression.losses))
            yield Slip(function, say), wrong, _NO_MISTAKE


def _loss_itself(right: Formula) -> Formula | None:
    """The right formula with the loss in place of its gradient, if it asks for one."""
    for name, call in right.expression.losses:
        if call.form == "gradient":
            return _instead(right, name, replace(call, form="per_sample"))
    return None


def _number(number: float) -> str:
    return number_text(number, 4)
