"""A variant and an answer make a verdict, and the verdict names the mistake."""

from quiz_app.grading.grade import grade
from quiz_app.grading.verdict import Outcome, Verdict

__all__ = ["Outcome", "Verdict", "grade"]
