"""What can go wrong with a request to the algebra."""

from __future__ import annotations

from quiz_app.errors import QuizError


class AlgebraError(QuizError):
    """The request has no answer, or the worker could not give one."""


class AlgebraTimeout(AlgebraError):  # noqa: N818 - a timeout is what Python calls it too
    """The request took longer than its deadline and was stopped."""
