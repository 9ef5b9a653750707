"""What is raised when an expression has no value."""

from __future__ import annotations

from quiz_app.errors import QuizError


class EvaluationError(QuizError):
    """An expression that was read but has no value for the numbers given."""
