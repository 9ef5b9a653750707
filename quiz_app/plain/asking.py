"""What stands under a prompt, and what is asked for, by kind of question."""

from __future__ import annotations

from quiz_app.bank.model import (
    Card,
    ChoicesQuestion,
    ClozeQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    TrueFalseQuestion,
)
from quiz_app.grading.selfgraded import CARD_GRADES
from quiz_app.plain.lines import say
from quiz_app.variants import Variant
from quiz_app.variants.listing import listing


def say_listing(variant: Variant) -> None:
    """Print what is to be chosen from, each with its sign."""
    for sign, text in listing(variant):
        say(f"  {sign}  {text}")


def request(variant: Variant) -> str:
    """What the learner is asked to type, to be judged."""
    match variant.item:
        case Card():
            grades = ", ".join(f"{n} {name}" for n, name in enumerate(CARD_GRADES, start=1))
            return f"How well did you know it? ({grades}; Enter for good) "
        case OpenQuestion():
            return "Which points did you make? (such as 1, 2; Enter for none) "
        case ChoicesQuestion():
            return "Your choices (such as 1, 3): "
        case TrueFalseQuestion(reasons=reasons) if reasons:
            return "Your answer and its reason (such as t a): "
        case OrderQuestion():
            return "Your order (such as 2, 1, 3): "
        case MatchQuestion():
            return "What belongs together (such as 1b 2a): "
        case ClozeQuestion(gaps=gaps) if len(gaps) > 1:
            return "What belongs into the gaps (set apart by ;, and ? for one unknown): "
        case _:
            return "Your answer: "


def usual(variant: Variant) -> str:
    """What an empty line stands for."""
    return "good" if isinstance(variant.item, Card) else ""
