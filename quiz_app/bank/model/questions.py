"""The kinds of question, as data."""

from __future__ import annotations

from typing import Literal, TypeAlias

from quiz_app.bank.model.item import Item
from quiz_app.bank.model.parts import (
    AuthorMistake,
    Gap,
    LossOption,
    Option,
    Pair,
    Step,
    Tolerance,
    Variable,
)


class NumberQuestion(Item, frozen=True, kw_only=True, tag="number"):
    """The answer is a number, or an array of them, that the program computes."""

    prompt: str
    answer: str
    tolerance: Tolerance = Tolerance()
    mistakes: tuple[AuthorMistake, ...] = ()


class ChoiceQuestion(Item, frozen=True, kw_only=True, tag="choice"):
    """Exactly one option is right."""

    prompt: str
    options: tuple[Option, ...]
    shuffle: bool = True


class ChoicesQuestion(Item, frozen=True, kw_only=True, tag="choices"):
    """Any number of options are right; all of them must be chosen."""

    prompt: str
    options: tuple[Option, ...]
    shuffle: bool = True


class TrueFalseQuestion(Item, frozen=True, kw_only=True, tag="true_false"):
    """A statement that holds or does not; where there are ``reasons``, one of them is why."""

    prompt: str
    answer: bool
    reasons: tuple[Option, ...] = ()


class ExpressionQuestion(Item, frozen=True, kw_only=True, tag="expression"):
    """The answer is a formula in the variables, judged on the whole of their domain.

    ``up_to`` lets an answer differ by a constant that is added, or by a positive one that is
    multiplied. ``in_terms_of`` are the only names an answer may use; without any, all the
    variables. A loss in ``answer`` is that of one sample. ``shown`` is the answer as a formula
    to be read, where ``answer`` asks a loss for it; the two are equal.
    """

    prompt: str
    variables: tuple[Variable, ...]
    answer: str
    shown: str = ""
    up_to: Literal["", "constant", "factor"] = ""
    in_terms_of: tuple[str, ...] = ()
    mistakes: tuple[AuthorMistake, ...] = ()


class CodeQuestion(Item, frozen=True, kw_only=True, tag="code"):
    """A function to write with NumPy, judged against a loss.

    ``function`` is its signature, such as ``bce(y_true, y_pred)``; it is to compute what
    ``computes`` says of the loss ``against``, with the ``options``. ``start`` is the text the
    learner begins with, if it is not an empty body.
    """

    prompt: str
    function: str
    against: str
    computes: Literal["cost", "per_sample", "gradient"] = "cost"
    options: tuple[LossOption, ...] = ()
    start: str = ""
    vectorised: bool = True


class OrderQuestion(Item, frozen=True, kw_only=True, tag="order"):
    """Steps to be put in order; any order is right in which each follows those it needs."""

    prompt: str
    steps: tuple[Step, ...]


class MatchQuestion(Item, frozen=True, kw_only=True, tag="match"):
    """What belongs to what; ``others`` are partners that belong to nothing here."""

    prompt: str
    pairs: tuple[Pair, ...]
    others: tuple[str, ...] = ()


class ClozeQuestion(Item, frozen=True, kw_only=True, tag="cloze"):
    """A text with a gap, written ``___``, for each of the ``gaps``."""

    prompt: str
    gaps: tuple[Gap, ...]


class OpenQuestion(Item, frozen=True, kw_only=True, tag="open"):
    """Answered in words and graded by the learner against the points."""

    prompt: str
    answer: str
    points: tuple[str, ...]


class Card(Item, frozen=True, kw_only=True, tag="card"):
    """A flashcard: a front, and a back made of a formula, a text, or both."""

    front: str
    back: str = ""


Question: TypeAlias = (
    NumberQuestion
    | ExpressionQuestion
    | CodeQuestion
    | ChoiceQuestion
    | ChoicesQuestion
    | TrueFalseQuestion
    | OrderQuestion
    | MatchQuestion
    | ClozeQuestion
    | OpenQuestion
    | Card
)


def kind(item: Question) -> str:
    """The kind of a question as files write it: ``number``, ``choice`` …; ``card`` for a card."""
    return str(item.__struct_config__.tag)
