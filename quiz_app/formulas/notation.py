"""A loss's definition in the symbols that its formulas are written with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from quiz_app.formulas.model import Equation
from quiz_app.maths.expression import canonical_name, names_in, parse
from quiz_app.maths.expression.tree import (
    Binary,
    Call,
    Index,
    Name,
    Negative,
    Number,
    Tree,
    rebuild,
    substitute,
)

if TYPE_CHECKING:
    from quiz_app.losses import Loss

ELL = Name("ell")
SAMPLE = Name("i")
SAMPLES = Name("n")
CLASS = Name("k")
OTHER_CLASS = Name("l")


@dataclass(frozen=True)
class Notation:
    """The loss of one sample as a tree in the targets, the prediction and the abbreviations.

    ``parameters`` says which symbol stands for each parameter, and ``listed`` are those that may
    have one value per sample.
    """

    body: Tree
    where: Mapping[str, Tree]
    target: Name
    prediction: Name
    parameters: Mapping[str, Name]
    classwise: bool
    positive: frozenset[str]
    listed: tuple[Name, ...] = ()

    @classmethod
    def of(cls, loss: Loss) -> Notation:
        """The notation of a loss; parameters that cannot be negative are noted."""
        symbols = {name: Name(canonical_name(text)) for name, text in loss.symbols.items()}
        parameters = {
            parameter.name: symbols.get(parameter.name, Name(parameter.name))
            for parameter in loss.parameters
        }

        def in_symbols(text: str) -> Tree:
            return substitute(parse(text), dict(symbols))

        return cls(
            body=in_symbols(loss.definition),
            where={name: in_symbols(meaning) for name, meaning in loss.where.items()},
            target=symbols["y_true"],
            prediction=symbols["y_pred"],
            parameters=parameters,
            classwise=loss.classwise,
            positive=frozenset(
                parameters[parameter.name].name
                for parameter in loss.parameters
                if parameter.domain.low >= 0
            ),
            listed=tuple(
                parameters[parameter.name] for parameter in loss.parameters if parameter.per_sample
            ),
        )

    @property
    def variable(self) -> Name | Index:
        """What derivatives are taken in: the prediction, or its entry for class k."""
        return entry(self.prediction, CLASS) if self.classwise else self.prediction

    @cached_property
    def abbreviation(self) -> Name | None:
        """The one abbreviation that the body is a function of, if it is: r in Huber's loss."""
        data = {self.target.name, self.prediction.name}
        if len(self.where) != 1 or data & names_in(self.body):
            return None
        return Name(*self.where)

    @property
    def expanded(self) -> Tree:
        """The body without abbreviations."""
        return substitute(self.body, dict(self.where))

    def meanings(self, *trees: Tree) -> tuple[Equation, ...]:
        """What the abbreviations in these trees stand for."""
        used = frozenset[str]().union(*map(names_in, trees))
        return tuple(
            Equation(Name(name), meaning) for name, meaning in self.where.items() if name in used
        )

    def of_sample(self, tree: Tree) -> Tree:
        """The tree for sample i: ``y[i]`` for ``y``, ``p[i, k]`` for ``p[k]``."""
        arrays = {self.target.name, self.prediction.name, *self.where}

        def change(part: Tree) -> Tree:
            match part:
                case Name(name) if name in arrays:
                    return entry(part, SAMPLE)
                case Index(Index(array, rows), columns):
                    return Index(array, (*rows, *columns))
                case _:
                    return part

        return rebuild(tree, change)


def entry(array: Name, *indices: Tree) -> Index:
    """``array[indices]``."""
    return Index(array, indices)


def over_samples(term: Tree) -> Call:
    """The sum of a term over the samples i = 1 … n."""
    return Call("sum", (term, SAMPLE, SAMPLES))


def written(number: float) -> Tree:
    """A number as it is written in a formula."""
    exact = Fraction(number)
    size = Number(str(abs(exact)))
    return Negative(size) if exact < 0 else size


def mean(term: Tree) -> Tree:
    """The sum over the samples divided by n, with a minus sign pulled to the front."""
    if isinstance(term, Negative):
        return Negative(mean(term.operand))
    return Binary("*", Binary("/", Number("1"), SAMPLES), over_samples(term))
