"""What is raised when a text cannot be read as mathematics."""

from __future__ import annotations

from quiz_app.errors import QuizError


class ExpressionError(QuizError):
    """A fault at one place of an expression; ``offset`` counts its characters from zero."""

    def __init__(self, problem: str, remedy: str, offset: int) -> None:
        super().__init__(problem, remedy)
        self.offset = offset

    def __reduce__(self) -> tuple[type[ExpressionError], tuple[str, str, int]]:
        return (type(self), (self.problem, self.remedy, self.offset))
