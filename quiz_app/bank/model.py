"""What a content file says, as data: topics, cards and questions."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

FormulaKind: TypeAlias = Literal["definition", "gradient", "hessian", "minimiser"]


class Source(Struct, frozen=True):
    """Where an item stands in its file; line and column count from one."""

    path: str
    line: int
    column: int


class FormulaReference(Struct, frozen=True):
    """A formula of a loss that the program derives and sets: ``{loss: huber, show: gradient}``."""

    loss: str
    show: FormulaKind = "definition"


class Uniform(Struct, frozen=True, tag="uniform"):
    """``low``, ``low + step`` and so on to ``high``, both ends included."""

    low: str
    high: str
    step: str
    shape: tuple[int, ...] = ()


class Pick(Struct, frozen=True, tag="choice"):
    """Values picked from a list, with repetition."""

    values: tuple[str, ...]
    shape: tuple[int, ...] = ()


class Probabilities(Struct, frozen=True, tag="probabilities"):
    """Rows of ``classes`` positive multiples of ``step`` that add up to one."""

    classes: int
    step: str
    rows: int | None = None


class OneHot(Struct, frozen=True, tag="one_hot"):
    """Rows of ``classes`` zeros with a single one."""

    classes: int
    rows: int | None = None


class Labels(Struct, frozen=True, tag="labels"):
    """Class labels 0 … classes − 1."""

    classes: int
    shape: tuple[int, ...] = ()


class Fixed(Struct, frozen=True, tag="fixed"):
    """A number, a list or a matrix of numbers that is always the same, as written."""

    value: str | tuple[str | tuple[str, ...], ...]


class Computed(Struct, frozen=True, tag="computed"):
    """An expression of the values above it."""

    expression: str


Numbers: TypeAlias = str | tuple["Numbers", ...]
Draw: TypeAlias = Uniform | Pick | Probabilities | OneHot | Labels | Fixed | Computed


class Tolerance(Struct, frozen=True):
    """How far from the right number still counts.

    ``relative`` is a share of the right value, ``absolute`` a distance, ``digits`` asks for
    that many significant digits.
    """

    kind: Literal["relative", "absolute", "digits"] = "relative"
    amount: float = 0.01


class AuthorMistake(Struct, frozen=True):
    """A wrong answer the author expects, as an expression, and what to say about it."""

    name: str
    answer: str
    say: str


class Option(Struct, frozen=True):
    """One option of a choice: its text, whether it is right, and why it is not (or is)."""

    text: str
    right: bool = False
    because: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """What every question and card has. Texts may hold ``{expressions}``."""

    id: str
    topic: str
    source: Source
    difficulty: int = 2
    given: tuple[tuple[str, Draw], ...] = ()
    hints: tuple[str, ...] = ()
    explain: str = ""
    formula: FormulaReference | None = None


class NumberQuestion(Item, frozen=True, kw_only=True, tag="number"):
    """The answer is a number that the program computes from an expression."""

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
    """A statement that holds or does not."""

    prompt: str
    answer: bool


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
    NumberQuestion | ChoiceQuestion | ChoicesQuestion | TrueFalseQuestion | OpenQuestion | Card
)


class Topic(Struct, frozen=True):
    """A subject of study: its key, its title and what it is about, in a sentence."""

    key: str
    title: str
    about: str = ""


class BankFile(Struct, frozen=True):
    """What one file holds."""

    topic: Topic
    items: tuple[Question, ...]


def kind(item: Question) -> str:
    """The kind of a question as files write it: ``number``, ``choice`` …; ``card`` for a card."""
    return str(item.__struct_config__.tag)
