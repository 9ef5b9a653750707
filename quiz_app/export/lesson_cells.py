"""The blocks of a lesson as cells of a notebook: Markdown, and code that runs."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator

from msgspec import Struct

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import Question
from quiz_app.export.asked import asked
from quiz_app.export.flashcards import latex_of
from quiz_app.export.markdown import bullet_list, escaped, paragraph, table
from quiz_app.formulas import FormulaCache
from quiz_app.formulas.derivations import derivation
from quiz_app.lessons.live import figure
from quiz_app.lessons.model import (
    Block,
    Bullet,
    Bullets,
    Code,
    DerivationBlock,
    FormulaBlock,
    Heading,
    Lesson,
    PlotBlock,
    Prose,
    Table,
)
from quiz_app.maths.layout import latex

# Deeper than the text of an item, so that it belongs to the item.
_ANSWER = "    > "


class Cell(Struct, frozen=True):
    """Markdown, or with a ``library`` code that is written for it and prints ``output``."""

    source: str
    library: str = ""
    output: str = ""


def lesson_cells(lesson: Lesson, bank: Bank, formulas: FormulaCache) -> Iterator[Cell]:
    """The lesson; all its Markdown from a heading to the next, or to code, is in one cell.

    The questions it names come with their answers. Raises QuizError when one cannot be computed
    or a formula cannot be derived.
    """
    gathered: list[str] = []
    for cell in _cells(lesson, bank, formulas):
        if gathered and (cell.library or cell.source.startswith("#")):
            yield Cell("\n\n".join(gathered))
            gathered = []
        if cell.library:
            yield cell
        else:
            gathered.append(cell.source)
    if gathered:
        yield Cell("\n\n".join(gathered))


def _cells(lesson: Lesson, bank: Bank, formulas: FormulaCache) -> Iterator[Cell]:
    """A cell for each block."""
    yield Cell(f"# {escaped(lesson.title)}")
    for block in lesson.blocks:
        if isinstance(block, Code) and block.library:
            yield Cell(block.text, block.library, block.output)
        else:
            yield Cell(_markdown(block, bank, formulas))


def _markdown(block: Block, bank: Bank, formulas: FormulaCache) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {escaped(text)}"
        case Prose(text):
            return paragraph(text)
        case Bullets(items):
            return _list(items, bank, formulas)
        case Table():
            return table(block)
        case Code(text):
            return f"```text\n{text}\n```"
        case FormulaBlock(reference):
            return _displayed(latex_of(reference, formulas))
        case PlotBlock():
            drawn = figure(block)
            image = b64encode(drawn.svg().encode()).decode("ascii")
            said = escaped(f"{drawn.title}: {drawn.y_label}")
            return f"![{said}](data:image/svg+xml;base64,{image})"
        case DerivationBlock(key):
            return "\n\n".join(_derivation(key))


def _list(items: Iterable[Bullet], bank: Bank, formulas: FormulaCache) -> str:
    """A list; beneath each question that it names stands its answer."""
    parts = []
    for bullet in items:
        parts.append(bullet_list(Bullets((bullet,))))
        question = bank.items.get(bullet.text[0].text.strip("[]")) if bullet.text else None
        if question is not None and bullet.text[0].style == "code":
            lines = "\n\n".join(_answered(question, formulas)).split("\n")
            parts += ["", *(f"{_ANSWER}{line}".rstrip() for line in lines), ""]
    return "\n".join(parts).rstrip()


def _answered(question: Question, formulas: FormulaCache) -> Iterator[str]:
    """The question as it is asked, what stands under it, and its answer, in paragraphs."""
    texts = asked(question)
    yield escaped(texts.prompt)
    for part in texts.parts:
        yield escaped(part)
    yield f"**Answer.** {escaped(texts.answer)}"
    if texts.explanation:
        yield escaped(texts.explanation)
    if question.formula is not None:
        # In a quotation every line begins with a sign that is none of the formula.
        yield _displayed(latex_of(question.formula, formulas)).replace("\n", " ")


def _displayed(formula: str) -> str:
    return f"$$\n{formula}\n$$"


def _derivation(key: str) -> Iterator[str]:
    """The start, then each step: its rule, why it may be taken, and where it leads."""
    found = derivation(key)
    start, *lines = found.lines
    yield _displayed(latex(start))
    for number, (step, line) in enumerate(zip(found.steps, lines, strict=True), start=1):
        yield f"**{number}. {escaped(step.rule)}** {escaped(step.why)}"
        yield _displayed(latex(line))
    if found.remark:
        yield escaped(found.remark)
