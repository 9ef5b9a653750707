"""Questions and cards as flashcards of two sides, with formulas and pictures."""

from __future__ import annotations

import hashlib
from functools import cache

from msgspec import Struct

from quiz_app import losses
from quiz_app.bank.model import Card, FormulaReference, Question
from quiz_app.errors import QuizError
from quiz_app.export.asked import asked
from quiz_app.export.html import bullets, displayed, paragraphs, picture
from quiz_app.formulas import FormulaCache, as_latex
from quiz_app.formulas.curves import loss_figure, slope_figure

_FIGURES = {"definition": loss_figure, "gradient": slope_figure}


class Picture(Struct, frozen=True):
    """An image in SVG; its name tells it from every other one."""

    file_name: str
    svg: str


class Flashcard(Struct, frozen=True):
    """Two sides in HTML, and the picture on the back, if there is one."""

    item: Question
    front: str
    back: str
    picture: Picture | None = None


def flashcard(item: Question, formulas: FormulaCache) -> Flashcard:
    """The question as asked; behind it the answer, its formula, the reasons and the curve.

    Raises QuizError when the item cannot be computed, or its formula cannot be derived.
    """
    texts = asked(item)
    drawn = None if item.formula is None else _curve(item.formula)
    answer = paragraphs(texts.answer) + bullets(texts.points)
    formula = "" if item.formula is None else displayed(latex_of(item.formula, formulas))
    reasons = paragraphs(texts.explanation)
    # The formula of a card is what was asked for, that of a question stands behind its answer.
    sides = (formula, answer, reasons) if isinstance(item, Card) else (answer, reasons, formula)
    return Flashcard(
        item,
        front=paragraphs(texts.prompt) + bullets(texts.parts),
        back="".join(sides) + ("" if drawn is None else picture(drawn.file_name)),
        picture=drawn,
    )


def latex_of(reference: FormulaReference, formulas: FormulaCache) -> str:
    """The formula for mathematics mode; raises QuizError when it cannot be derived."""
    return as_latex(formulas.formula(losses.get(reference.loss), reference.show))


@cache
def _curve(reference: FormulaReference) -> Picture | None:
    """The curve of a loss or of its slope, where one can be drawn."""
    if reference.show not in _FIGURES:
        return None
    loss = losses.get(reference.loss)
    try:
        svg = _FIGURES[reference.show]([loss], target=1.0).svg()
    except QuizError:
        return None
    # Anki keeps images by name: another picture needs another one.
    digest = hashlib.sha256(svg.encode()).hexdigest()[:8]
    return Picture(f"quiz-app-{loss.name}-{reference.show}-{digest}.svg", svg)
