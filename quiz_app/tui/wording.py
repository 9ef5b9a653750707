"""Small matters of wording on the screens."""

from __future__ import annotations

from quiz_app.progress import Score


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 day``, ``3 days``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def score_line(score: Score) -> str:
    """The score on one line."""
    if not score.attempts:
        return "Nothing answered yet. Choose a topic and press Enter."
    return (
        f"{counted(score.attempts, 'answer')} · {score.right} right ({score.share:.0%})"
        f" · {counted(score.streak, 'day')} in a row · {score.today} today"
    )


def shortened(text: str, width: int) -> str:
    """A text cut to a width, with an ellipsis where something is missing."""
    return text if len(text) <= width else text[: width - 1] + "…"
