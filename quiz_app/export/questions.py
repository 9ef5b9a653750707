"""Questions as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz_app.bank.model import Question, kind
from quiz_app.export.asked import asked
from quiz_app.export.flashcards import latex_of
from quiz_app.export.tables import Row
from quiz_app.formulas import FormulaCache

COLUMNS = (
    "id",
    "topic",
    "kind",
    "difficulty",
    "prompt",
    "options",
    "answer",
    "points",
    "formula",
    "hints",
    "explanation",
)


def question_rows(items: Iterable[Question], formulas: FormulaCache) -> Iterator[Row]:
    """A row for each item; the answer to a number question is a number, a formula is LaTeX.

    Raises QuizError when an item cannot be computed, or its formula cannot be derived.
    """
    for item in items:
        texts = asked(item)
        yield {
            "id": item.id,
            "topic": item.topic,
            "kind": kind(item),
            "difficulty": item.difficulty,
            "prompt": texts.prompt,
            "options": texts.parts,
            "answer": texts.answer if texts.value is None else texts.value,
            "points": texts.points,
            "formula": None if item.formula is None else latex_of(item.formula, formulas),
            "hints": texts.hints,
            "explanation": texts.explanation,
        }
