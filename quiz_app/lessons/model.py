"""What a lesson is made of: blocks of text, of code, and those that the program works out."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from quiz_app.bank.model import FormulaReference

Style: TypeAlias = Literal["plain", "strong", "emphasis", "code"]


class Span(Struct, frozen=True):
    """A stretch of text in one style; live numbers are in place."""

    text: str
    style: Style = "plain"


Text: TypeAlias = tuple[Span, ...]


class Heading(Struct, frozen=True):
    """A heading of level 2 or 3; the title of the lesson is not among its blocks."""

    level: int
    text: str


class Prose(Struct, frozen=True):
    """A paragraph."""

    text: Text


class Bullet(Struct, frozen=True):
    """An item of a list: ``•`` or a number, how deep it stands, and what it says."""

    marker: str
    depth: int
    text: Text


class Bullets(Struct, frozen=True):
    """A list, those inside it included."""

    items: tuple[Bullet, ...]


class Table(Struct, frozen=True):
    """A table; every row has as many cells as the head."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


class Code(Struct, frozen=True):
    """Code as it stands; ``output`` is what it prints. Without a ``library`` nobody runs it."""

    text: str
    library: str = ""
    output: str = ""


class FormulaBlock(Struct, frozen=True):
    """A formula that is derived when the lesson is shown."""

    reference: FormulaReference


class PlotBlock(Struct, frozen=True):
    """Curves that are computed when the lesson is shown."""

    losses: tuple[str, ...]
    parameters: tuple[tuple[str, float], ...] = ()
    target: float = 1.0
    slope: bool = False


class DerivationBlock(Struct, frozen=True):
    """A derivation, step by step."""

    key: str


TextBlock: TypeAlias = Prose | Bullets | Table | Code
LiveBlock: TypeAlias = FormulaBlock | PlotBlock | DerivationBlock
Block: TypeAlias = Heading | TextBlock | LiveBlock


class QuestionLink(Struct, frozen=True):
    """A question that the lesson names by its id, and where; line and column count from one."""

    id: str
    line: int
    column: int


class Lesson(Struct, frozen=True):
    """The lesson of a topic."""

    topic: str
    title: str
    blocks: tuple[Block, ...]
    questions: tuple[QuestionLink, ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings of level 2."""
        return tuple(
            block.text for block in self.blocks if isinstance(block, Heading) and block.level == 2
        )
