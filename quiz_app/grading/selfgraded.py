"""What the learner judges: an open question by its points, a card by how well it was known."""

from __future__ import annotations

from quiz_app.errors import QuizError
from quiz_app.grading.options import read_choice
from quiz_app.grading.verdict import Verdict, invalid
from quiz_app.variants import Variant
from quiz_app.variants.texts import points

CARD_GRADES = ("again", "hard", "good", "easy")

_CARD_FEEDBACK = ("Not yet: it will come back.", "Known, with effort.", "Known.", "Known at once.")


def grade_open(variant: Variant, ticked: str) -> Verdict:
    """The share of the points that the learner says they made; an empty text is none."""
    wanted = points(variant)
    try:
        made = read_choice(ticked, len(wanted)) if ticked.strip() else frozenset()
    except QuizError as error:
        return invalid(str(error))
    share = len(made) / len(wanted)
    missed = [point.removesuffix(".") for n, point in enumerate(wanted) if n not in made]
    return Verdict(
        outcome="right" if share == 1 else "partial" if made else "wrong",
        score=share,
        read_as=f"{len(made)} of {len(wanted)} points",
        feedback=f"Still missing: {'; '.join(missed)}." if missed else "Every point was made.",
    )


def grade_card(grade: str) -> Verdict:
    """1 again, 2 hard, 3 good, 4 easy; the words do as well."""
    text = grade.strip().lower()
    grades = {name: place for place, name in enumerate(CARD_GRADES)}
    grades |= {str(place + 1): place for place in grades.values()}
    if text not in grades:
        return invalid("A card is graded with 1 (again), 2 (hard), 3 (good) or 4 (easy).")
    place = grades[text]
    known = place > 0
    return Verdict(
        outcome="right" if known else "wrong",
        score=1.0 if known else 0.0,
        read_as=CARD_GRADES[place],
        feedback=_CARD_FEEDBACK[place],
    )
